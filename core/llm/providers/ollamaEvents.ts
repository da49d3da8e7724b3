import { isCount } from './counts.ts'
import type { StopReason, TokenUsage, ToolCall } from '../../model/reply.ts'
import type { ChatEvent } from '../client.ts'

/** A line of an answer. A server may leave out any of it. */
type Line = {
  readonly message?: { readonly content?: unknown; readonly thinking?: unknown; readonly tool_calls?: readonly (Call | null)[] | null } | null
  readonly done?: unknown
  readonly done_reason?: unknown
  readonly prompt_eval_count?: unknown
  readonly prompt_eval_cached_count?: unknown
  readonly eval_count?: unknown
  readonly error?: unknown
}
type Call = { readonly id?: unknown; readonly function?: { readonly name?: unknown; readonly arguments?: unknown } | null }

/** An error that came as a line, after the answer had begun with 200. */
class ErrorLine extends Error {
  readonly error: { readonly message: string }

  constructor(message: string) {
    super('An error came in the answer')
    this.error = { message }
  }
}

/** What the caller knows of the request. */
export type Asked = {
  /** Calls that stand in the conversation already: new ones without an id are numbered after them. */
  readonly earlierCalls: number
  /** Whether a part of the prompt was not read, told the number of tokens that were; null when the server didn't count. */
  readonly wasCut: (read: number | null) => boolean
}

/** Only `done: true` proves that the answer is whole. */
export async function* ollamaEvents(lines: AsyncIterable<unknown>, asked: Asked): AsyncGenerator<ChatEvent, void> {
  const ids = callIds(asked.earlierCalls)
  let hasCalled = false
  for await (const value of lines) {
    const line = (value ?? {}) as Line
    if (line.error !== undefined) throw new ErrorLine(typeof line.error === 'string' ? line.error : '')
    if (isText(line.message?.thinking)) yield { type: 'reasoning', text: line.message.thinking }
    if (isText(line.message?.content)) yield { type: 'text', text: line.message.content }
    for (const call of line.message?.tool_calls ?? []) {
      hasCalled = true
      yield { type: 'toolCall', call: toolCallOf(call, ids) }
    }
    if (line.done !== true) continue
    const usage = usageOf(line)
    if (usage) yield { type: 'usage', usage }
    const truncated = asked.wasCut(isCount(line.prompt_eval_count) ? line.prompt_eval_count : null)
    yield { type: 'done', stopReason: stopReasonOf(line.done_reason, hasCalled), ...(truncated ? { truncated } : {}) }
    return
  }
}

const isText = (value: unknown): value is string => typeof value === 'string' && value !== ''

function toolCallOf(call: Call | null, ids: (told: unknown) => string): ToolCall {
  const { name, arguments: input = {} } = call?.function ?? {}
  return { id: ids(call?.id), name: isText(name) ? name : '', arguments: typeof input === 'string' ? input : JSON.stringify(input) }
}

/** The id a server told; where it told none, or one twice, a number of our own. */
function callIds(earlier: number): (told: unknown) => string {
  const used = new Set<string>()
  let number = earlier
  return (told) => {
    let id = isText(told) ? told : ''
    while (id === '' || used.has(id)) id = `call_${++number}`
    used.add(id)
    return id
  }
}

/** What was cached is a part of what was read. */
function usageOf({ prompt_eval_count: inputTokens, eval_count: outputTokens, prompt_eval_cached_count: cached }: Line): TokenUsage | null {
  if (!isCount(inputTokens) || !isCount(outputTokens)) return null
  return { inputTokens, outputTokens, ...(isCount(cached) ? { cachedInputTokens: Math.min(cached, inputTokens) } : {}) }
}

/** It doesn't tell calls from an end. */
function stopReasonOf(reason: unknown, hasCalled: boolean): StopReason {
  if (reason === 'length') return 'length'
  return hasCalled ? 'toolCalls' : 'end'
}
