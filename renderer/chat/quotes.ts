import type { TranscriptMessage } from '../../core/model/context.ts'
import { textOf } from '../words/contents.ts'
import { nameOf } from './messageName.ts'

/** How a step is named in what one writes: long enough to mean one step alone. */
export function quoteSign({ messageId }: TranscriptMessage, among: readonly TranscriptMessage[]): string {
  for (let length = 4; length < messageId.length; length += 2) {
    const start = messageId.slice(0, length)
    if (among.every((one) => one.messageId === messageId || !one.messageId.startsWith(start))) return `@${start}`
  }
  return `@${messageId}`
}

/** The steps a text quotes, in its order, each once. A sign that means no step, or several, is just a word. */
export function quotedIn(text: string, messages: readonly TranscriptMessage[]): readonly { readonly sign: string; readonly message: TranscriptMessage }[] {
  const signs = [...new Set(Array.from(text.matchAll(/(?<![\w@])@([0-9a-f]{4,64})(?![\w])/g), ([, start = '']) => start))]
  return signs.flatMap((start) => {
    const [message, second] = messages.filter(({ messageId }) => messageId.startsWith(start))
    return message !== undefined && second === undefined ? [{ sign: `@${start}`, message }] : []
  })
}

/** What is sent: the words of the quoted steps stand before what one wrote, so that the model reads what the person means. */
export function withQuotes(text: string, messages: readonly TranscriptMessage[]): string {
  const blocks = quotedIn(text, messages).map(({ sign, message }) => `> ${sign} ${nameOf(message)}:\n${textOf(message.content).trim().replace(/^/gm, '> ')}`)
  return [...blocks, text].join('\n\n')
}

/** A message as a reader sees it: quoted lines at its beginning, and the rest. */
export function quotedParts(text: string): { readonly quotes: readonly string[]; readonly rest: string } {
  const quotes: string[] = []
  let rest = text
  for (let block = head(rest); block !== null; block = head(rest)) {
    quotes.push(block.replace(/^> ?/gm, ''))
    rest = rest.slice(block.length).replace(/^\n+/, '')
  }
  return { quotes, rest }
}

const head = (text: string): string | null => /^> @[0-9a-f]{4,64} [^\n]*(?:\n>[^\n]*)*/.exec(text)?.[0] ?? null
