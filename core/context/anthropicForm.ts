import type { AnthropicBlock, AnthropicMessage, AnthropicPayload, Repair } from '../model/context.ts'
import type { MessageId } from '../model/ids.ts'
import { withoutBlanksAtEnd } from '../model/text.ts'
import { openingText } from './openingText.ts'
import { turnsOf } from './turns.ts'
import type { FormMessage, TextTurn, ThoughtTurn, ToolTurn, Turn } from './turns.ts'

/**
 * `{ system?, messages }`: system texts joined at the top, roles alternating, first a user, results in the message right after their calls and
 * in front of any words. Source: Anthropic, Messages API reference and tool use guide.
 *
 * With `thoughts`, what the model thought stands in front of the calls it led to, as far as they are newer than the last words of the user: there
 * a model that thinks demands its own thoughts back, elsewhere it ignores them. Source: Anthropic, thinking in tool workflows.
 */
export function toAnthropicForm(messages: readonly FormMessage[], options: { readonly thoughts?: boolean } = {}): { readonly payload: AnthropicPayload; readonly repairs: readonly Repair[] } {
  const { turns, repairs } = turnsOf(messages)
  for (const turn of turns) noteName(turn, repairs)
  const system = systemText(turns, repairs)
  const sent: Draft[] = []
  const loop = options.thoughts ? turns.findLastIndex(({ kind }) => kind === 'user') : turns.length
  turns.forEach((turn, index) => {
    if (turn.kind === 'tools') addTools(sent, turn)
    else if (turn.kind === 'thoughts') addThoughts(sent, turn, index > loop && leadsToCalls(turns, index))
    else if (turn.kind !== 'system') addText(sent, turn.kind, turn, repairs)
  })
  if (messages.length > 0 && sent[0]?.role !== 'user') open(sent, repairs)
  trimLast(sent, repairs)
  const payload = { messages: sent.map(toMessage) }
  return { payload: system === null ? payload : { system, ...payload }, repairs }
}

/** Names of speakers have no place in this form. */
function noteName(turn: Turn, repairs: Repair[]): void {
  if (turn.kind === 'tools' || turn.kind === 'thoughts' || turn.name === null) return
  repairs.push({ messageId: turn.messageId, kind: 'adjusted', text: 'The name of the speaker was left out: there is no place for it.' })
}

type Draft = { readonly role: 'user' | 'assistant'; readonly blocks: AnthropicBlock[]; readonly first: MessageId | null; last: MessageId | null }

function systemText(turns: readonly Turn[], repairs: Repair[]): string | null {
  const texts: string[] = []
  let hasBegun = false
  for (const turn of turns) {
    if (turn.kind === 'thoughts') continue
    if (turn.kind !== 'system') hasBegun = true
    else {
      texts.push(turn.text)
      if (hasBegun) repairs.push({ messageId: turn.messageId, kind: 'joined', text: 'A system message inside the conversation was moved to its top.' })
    }
  }
  return texts.length > 0 ? texts.join('\n\n') : null
}

function addText(sent: Draft[], role: 'user' | 'assistant', { text, messageId }: TextTurn, repairs: Repair[]): void {
  const blocks = blocksFor(sent, role, messageId)
  if (blocks.at(-1)?.type === 'text') repairs.push({ messageId, kind: 'joined', text: `Two ${role} messages in a row were joined.` })
  blocks.push({ type: 'text', text })
}

/** Whether calls follow, with nothing but the model's own words between. */
function leadsToCalls(turns: readonly Turn[], index: number): boolean {
  return turns.slice(index + 1).find(({ kind }) => kind !== 'assistant' && kind !== 'system')?.kind === 'tools'
}

/** Thoughts come first in a message, or not at all. */
function addThoughts(sent: Draft[], { text, signature, messageId }: ThoughtTurn, isWanted: boolean): void {
  if (isWanted && sent.at(-1)?.role === 'user') blocksFor(sent, 'assistant', messageId).push({ type: 'thinking', thinking: text, signature })
}

function addTools(sent: Draft[], { exchanges }: ToolTurn): void {
  const first = exchanges[0]?.messageId ?? null
  blocksFor(sent, 'assistant', first).push(...exchanges.map(({ id, tool, input }): AnthropicBlock => ({ type: 'tool_use', id, name: tool, input })))
  blocksFor(sent, 'user', first).push(
    ...exchanges.map(({ id, result }): AnthropicBlock => ({ type: 'tool_result', tool_use_id: id, content: result.text, ...(result.isError ? { is_error: true } : {}) })),
  )
}

/** The blocks of the last message if it has this role, else of a new one. */
function blocksFor(sent: Draft[], role: Draft['role'], messageId: MessageId | null): AnthropicBlock[] {
  const last = sent.at(-1)
  if (last?.role === role) {
    last.last = messageId
    return last.blocks
  }
  const blocks: AnthropicBlock[] = []
  sent.push({ role, blocks, first: messageId, last: messageId })
  return blocks
}

function open(sent: Draft[], repairs: Repair[]): void {
  repairs.push({ messageId: sent[0]?.first ?? null, kind: 'openingUser', text: 'No user message comes first, so an opening one was put in.' })
  sent.unshift({ role: 'user', blocks: [{ type: 'text', text: openingText }], first: null, last: null })
}

/** Blanks at the very end of an assistant's words are refused. */
function trimLast(sent: readonly Draft[], repairs: Repair[]): void {
  const last = sent.at(-1)
  const block = last?.role === 'assistant' ? last.blocks.at(-1) : undefined
  if (block?.type !== 'text' || block.text === withoutBlanksAtEnd(block.text)) return
  block.text = withoutBlanksAtEnd(block.text)
  repairs.push({ messageId: last?.last ?? null, kind: 'adjusted', text: 'Blanks at the end of the last message were left out.' })
}

function toMessage({ role, blocks }: Draft): AnthropicMessage {
  const [only] = blocks
  return { role, content: blocks.length === 1 && only?.type === 'text' ? only.text : blocks }
}
