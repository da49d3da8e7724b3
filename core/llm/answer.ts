import { assertNever } from '../model/assertNever.ts'
import { Fault } from '../model/fault.ts'
import type { StopReason, TokenUsage, ToolCall } from '../model/reply.ts'
import type { ChatEvent } from './client.ts'
import { isCount } from './providers/counts.ts'

export type Piece = { readonly type: 'text'; readonly text: string } | { readonly type: 'reasoning'; readonly text: string }
export type Reasoning = { readonly text: string; readonly signature: string | null }

/** What has arrived of an answer. `take` gives the piece to show, or null where there is none. */
export type Answer = {
  take(event: ChatEvent): Piece | null
  readonly text: string
  readonly reasoning: Reasoning | null
  readonly toolCalls: readonly ToolCall[]
  readonly usage: TokenUsage | null
  readonly stopReason: StopReason | null
  /** It read only a part of what was sent. */
  readonly truncated: boolean
  /** Whether any content came, be it a part of a tool call. */
  readonly hasBegun: boolean
}

/** Gathers an answer from its events. `take` throws `llm/protocol` when it grows beyond `maxLength` characters. */
export function gatherAnswer(client: string, maxLength: number): Answer {
  const text = growingText()
  const reasoning = growingText()
  const toolCalls: ToolCall[] = []
  let signature: string | null = null
  let usage: TokenUsage | null = null
  let stopReason: StopReason | null = null
  let truncated = false
  let hasBegun = false

  function take(event: ChatEvent): Piece | null {
    if (event.type !== 'usage' && event.type !== 'done') hasBegun = true
    switch (event.type) {
      case 'text':
      case 'reasoning': {
        if (event.type === 'reasoning' && event.signature) signature = event.signature
        const piece = (event.type === 'text' ? text : reasoning).add(event.text)
        if (text.all().length + reasoning.all().length > maxLength) throw new Fault('llm/protocol', { client, found: 'its answer does not end' })
        return piece === '' ? null : { type: event.type, text: piece }
      }
      case 'toolCall':
        toolCalls.push(event.call)
        return null
      case 'usage':
        usage = countsIn(event.usage)
        return null
      case 'done':
        stopReason = event.stopReason
        truncated = event.truncated === true
        return null
      default:
        return assertNever(event)
    }
  }

  return {
    take,
    get text() { return text.all() },
    get reasoning() { return reasoning.all() === '' && signature === null ? null : { text: reasoning.all(), signature } },
    get toolCalls() { return toolCalls },
    get usage() { return usage },
    get stopReason() { return stopReason },
    get truncated() { return truncated },
    get hasBegun() { return hasBegun },
  }
}

/** Exactly the counts there are; null where a client of someone else's told none that can be. */
function countsIn(told: Partial<TokenUsage> | null): TokenUsage | null {
  const { inputTokens, outputTokens, cachedInputTokens } = told ?? {}
  if (!isCount(inputTokens) || !isCount(outputTokens)) return null
  return { inputTokens, outputTokens, ...(isCount(cachedInputTokens) ? { cachedInputTokens } : {}) }
}

/** Text that grows by pieces. A character whose halves come in two pieces is held back until it is whole, so every piece can be stored. */
function growingText(): { add(piece: string): string; all(): string } {
  let all = ''
  let half = ''
  return {
    add(piece) {
      const text = half + piece
      half = /[\uD800-\uDBFF]$/.test(text) ? text.slice(-1) : ''
      const whole = (half === '' ? text : text.slice(0, -1)).toWellFormed()
      all += whole
      return whole
    },
    all: () => all,
  }
}
