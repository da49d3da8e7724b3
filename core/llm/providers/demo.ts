import type { Prompt, PromptMessage } from '../../model/context.ts'
import type { Clock } from '../../model/ports.ts'
import { previewOf } from '../../model/text.ts'
import { extractSummary } from '../compress/extract.ts'
import { summaryTaskIn } from '../compress/summaryPrompt.ts'
import { caretakerStep } from '../orchestrate/demoCaretaker.ts'
import { answerOf, chatStream } from '../client.ts'
import type { ChatRequest, LLMClient } from '../client.ts'
import { waitFor } from '../retry.ts'
import { setOf } from './settings.ts'

export type DemoOptions = {
  /** Paces the words. Without it they come at once. */
  readonly clock?: Clock
  /** Between two words. Default 12 ms. */
  readonly waitMs?: number
  /** Its own words for prompts it knows; null leaves it at the usual ones. */
  readonly script?: (prompt: Prompt) => string | null
}

/**
 * Answers offline, the same prompt always in the same way, and says that it is a demo: what it was asked, and which messages it sees, so that
 * hiding, pinning and correcting them shows. A summary it is asked for is made of the sentences that say most; as an orchestrator it goes by fixed rules, with real calls. Counts nothing and costs nothing.
 * @example
 * tract.configureClients({ default: demo({ waitMs: 0 }) })
 * const reply = await tract.chat('Boots too?')
 * reply.status // → 'complete'
 */
export function demo(options: DemoOptions = {}): LLMClient {
  const name = 'Demo'
  const stream = (request: ChatRequest, signal: AbortSignal) =>
    chatStream(async function* (open) {
      signal.throwIfAborted()
      open()
      const task = summaryTaskIn(request.prompt)
      const step = request.tools.length === 0 ? null : caretakerStep(request.prompt, request.tools)
      const words = (step ? step.text : task ? extractSummary(task) : (options.script?.(request.prompt) ?? demoAnswer(request.prompt))).match(/\s*\S+/g) ?? []
      const max = request.config.maxTokens ?? words.length
      for (const [at, text] of words.slice(0, max).entries()) {
        if (at > 0 && options.clock) await waitFor(options.clock, options.waitMs ?? 12, signal)
        signal.throwIfAborted()
        yield { type: 'text', text }
      }
      const isCut = max < words.length
      const calls = isCut ? [] : (step?.calls ?? [])
      for (const [at, { name: tool, args }] of calls.entries()) yield { type: 'toolCall', call: { id: `demo-${request.prompt.messages.length}-${at}`, name: tool, arguments: args } }
      yield { type: 'done', stopReason: isCut ? 'length' : calls.length > 0 ? 'toolCalls' : 'end' }
    })
  return {
    name,
    model: 'demo',
    stream,
    complete: (request, signal) => answerOf(stream(request, signal), name),
    isFree: true,
    listModels: () => Promise.resolve(['demo']),
    unsupported: (config) => setOf(config, ['temperature', 'topP', 'stopSequences', 'frequencyPenalty', 'presencePenalty', 'topK', 'seed', 'extra']),
    preview: ({ prompt, config: { maxTokens } }) => ({ messages: prompt.toDicts(), ...(maxTokens === undefined ? {} : { maxTokens }) }),
  }
}

/** What the demo model says to a prompt. */
export function demoAnswer(prompt: Prompt): string {
  const messages = prompt.messages
  const asked = messages.findLast((message) => message.role === 'user')
  const others = messages.filter((message) => message !== asked)
  return [
    asked ? `You asked: “${quote(asked.content, 160)}”` : 'Nobody has asked me anything yet.',
    'I am the **demo model**: I run offline and know nothing of the world, but I show you exactly what a model would get.',
    others.length === 0 ? 'Besides your question I see no other message.' : seen(others),
    'Hide or correct one of them and ask again: my answer changes with it. For real answers, add a provider in Settings.',
  ].join('\n\n')
}

const shownMessages = 8

function seen(messages: readonly PromptMessage[]): string {
  const shown = messages.slice(-shownMessages)
  const earlier = messages.length - shown.length
  const count = `Besides your question I see ${messages.length} ${messages.length === 1 ? 'message' : 'messages'}${earlier > 0 ? `, the last ${shown.length} of them` : ''}:`
  return [count, '', ...shown.map((message) => `- ${speaker(message)}: “${quote(message.content, 60)}”`)].join('\n')
}

function speaker(message: PromptMessage): string {
  if (message.contentType === 'instruction') return 'your instruction'
  if (message.contentType === 'tool_call') return 'a tool call'
  if (message.contentType === 'tool_result') return 'a tool result'
  if (message.contentType === 'reasoning') return 'a thought'
  if (message.role === 'user') return message.name ?? 'you'
  return message.role === 'assistant' ? 'an answer' : message.role
}

const quote = (text: string, max: number): string => {
  const shown = previewOf(text, max)
  return shown.length < text.trim().length ? `${shown}…` : shown
}
