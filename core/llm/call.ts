import { Fault, toReport } from '../model/fault.ts'
import type { Clock } from '../model/ports.ts'
import type { ReplyEvent, StopReason, TokenUsage, ToolCall } from '../model/reply.ts'
import { gatherAnswer } from './answer.ts'
import type { Answer, Reasoning } from './answer.ts'
import { admit } from './breaker.ts'
import type { Ending } from './breaker.ts'
import type { ChatEvent, ChatRequest, LLMClient } from './client.ts'
import { redactor, shownText } from './redact.ts'
import { retryWaitMs, waitFor, withRetryAt } from './retry.ts'
import { defaultRules } from './rules.ts'
import type { CallRules } from './rules.ts'
import { checkToolCalls } from './toolCalls.ts'
import { watchAttempt } from './watch.ts'

export type CallOptions = {
  readonly signal?: AbortSignal | undefined
  readonly clock: Clock
  /** Numbers in [0, 1): spreads the waits between attempts. `randomFrom(ids)` makes it from ids. */
  readonly random: () => number
  readonly rules?: Partial<CallRules>
  /** Told as each attempt begins; 1 is the first. */
  readonly onAttempt?: (attempt: number) => void
}

/** All there is to know when a call has ended. Exactly one of `stopReason`, `fault`, `stopped` tells how. */
export type CallOutcome = {
  readonly text: string
  readonly reasoning: Reasoning | null
  /** Only of a complete answer, and checked. */
  readonly toolCalls: readonly ToolCall[]
  readonly usage: TokenUsage | null
  /** Set when the answer is proven to be whole. */
  readonly stopReason: StopReason | null
  /** The provider read only a part of what was sent. */
  readonly truncated: boolean
  readonly fault: Fault | null
  readonly stopped: boolean
  readonly attempts: number
  readonly durationMs: number
  readonly firstTokenMs: number | null
}

/**
 * Asks a model under the rules that hold for every provider: limits on silence and on the whole, few and well-spaced attempts, proof that an
 * answer is complete, tool calls only from complete answers. Never throws: the last event is `done`, `stopped` or `failed`, and the return value
 * tells the rest. Leaving the loop ends the call.
 */
export async function* callModel(client: LLMClient, request: ChatRequest, options: CallOptions): AsyncGenerator<ReplyEvent, CallOutcome> {
  using call = beginCall(client, request, options)
  let ending: Ending
  let noteEnding: ReturnType<typeof admit> | null = null
  try {
    noteEnding = admit(client, options.clock.now(), call.rules)
    yield* answerEvents(call)
    ending = null
    yield* completed(call)
    return outcomeOf(call)
  } catch (error) {
    if (options.signal?.aborted) {
      yield { type: 'stopped' }
      return { ...outcomeOf(call), stopReason: null, toolCalls: [], stopped: true }
    }
    const fault = (ending = faultOf(call, error))
    yield { type: 'failed', fault: toReport(fault) }
    return { ...outcomeOf(call), stopReason: null, toolCalls: [], fault }
  } finally {
    noteEnding?.(ending, options.clock.now())
  }
}

type Call = Disposable & {
  readonly client: LLMClient
  readonly request: ChatRequest
  readonly options: CallOptions
  readonly rules: CallRules
  /** Aborts when the caller stops the call or its time is up. */
  readonly signal: AbortSignal
  readonly startedAt: number
  answer: Answer
  attempts: number
  firstTokenMs: number | null
}

function beginCall(client: LLMClient, request: ChatRequest, options: CallOptions): Call {
  const rules = { ...defaultRules, ...client.patience?.(request.config), ...options.rules }
  const cap = new AbortController()
  const found = `it took longer than ${Math.round(rules.totalMs / 60_000)} minutes`
  const timer = options.clock.after(rules.totalMs, () => cap.abort(new Fault('llm/incomplete', { client: client.name, found })))
  const signal = options.signal ? AbortSignal.any([options.signal, cap.signal]) : cap.signal
  const answer = gatherAnswer(client.name, rules.maxAnswerLength)
  return { client, request, options, rules, signal, startedAt: options.clock.now(), answer, attempts: 0, firstTokenMs: null, [Symbol.dispose]: () => timer[Symbol.dispose]() }
}

/** Attempts until one brings the answer; further ones only while nothing of it has arrived. */
async function* answerEvents(call: Call): AsyncGenerator<ReplyEvent, void> {
  const { clock, random, onAttempt } = call.options
  for (;;) {
    call.answer = gatherAnswer(call.client.name, call.rules.maxAnswerLength)
    try {
      call.signal.throwIfAborted()
      call.attempts += 1
      onAttempt?.(call.attempts)
      yield* attemptEvents(call)
      return
    } catch (error) {
      const fault = faultOf(call, error)
      const waitMs = call.signal.aborted || call.answer.hasBegun ? null : retryWaitMs(fault, call.attempts, call.rules, random)
      if (waitMs === null) throw fault
      yield { type: 'waiting', attempt: call.attempts + 1, retryAt: clock.now() + waitMs, fault: toReport(fault) }
      await waitFor(clock, waitMs, call.signal)
    }
  }
}

async function* attemptEvents(call: Call): AsyncGenerator<ReplyEvent, void> {
  using watch = watchAttempt(call.client, call.options.clock, call.rules, call.signal)
  const stream = call.client.stream(call.request, watch.signal)
  watch.opening(stream.opened)
  const events = stream[Symbol.asyncIterator]()
  try {
    while (call.answer.stopReason === null) {
      watch.waiting()
      const step = await watch.race(events.next())
      if (step.done) throw new Fault('llm/incomplete', { client: call.client.name, found: 'it stopped without saying that it was whole' })
      if (step.value.type !== 'usage') watch.progressed()
      yield* taken(call, step.value)
    }
  } finally {
    leave(events)
  }
}

function* taken(call: Call, event: ChatEvent): Generator<ReplyEvent, void> {
  const piece = call.answer.take(event)
  if (piece === null) return
  call.firstTokenMs ??= call.options.clock.now() - call.startedAt
  yield piece
}

function* completed(call: Call): Generator<ReplyEvent, void> {
  const { answer, client, request, rules } = call
  const stopReason = answer.stopReason
  if (stopReason === null) throw new Error('BUG: an answer without an end')
  for (const toolCall of checkToolCalls(client.name, answer.toolCalls, stopReason, request.tools, rules)) yield { type: 'toolCall', call: toolCall }
  yield { type: 'done', stopReason }
}

/** A client that hangs can't be waited for: it is told to end, and what it still says is ignored. */
function leave(events: AsyncIterator<ChatEvent>): void {
  void Promise.resolve(events.return?.()).catch(() => {})
}

/** What stood in the way. A client of someone else's may throw anything; its text is shown only without secrets. */
function faultOf(call: Call, error: unknown): Fault {
  if (error instanceof Fault) return withRetryAt(error, call.options.clock.now())
  const found = shownText(error instanceof Error ? error.message : String(error), redactor([]))
  return new Fault('llm/protocol', { client: call.client.name, found })
}

function outcomeOf(call: Call): CallOutcome {
  const { text, reasoning, toolCalls, usage, stopReason, truncated } = call.answer
  const durationMs = call.options.clock.now() - call.startedAt
  return { text, reasoning, toolCalls, usage, stopReason, truncated, fault: null, stopped: false, attempts: call.attempts, durationMs, firstTokenMs: call.firstTokenMs }
}
