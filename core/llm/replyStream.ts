import { asFault, type Fault, toReport } from '../model/fault.ts'
import type { LLMCallId } from '../model/ids.ts'
import type { Reply, ReplyEvent } from '../model/reply.ts'
import { callModel, type CallOutcome } from './call.ts'
import { commitAnswer, emptyAnswer, isEmpty, keepPartial, recordFor } from './ending.ts'
import type { Question } from './question.ts'
import { openReplyBuffer } from './replyBuffer.ts'
import { randomFrom } from './retry.ts'

/** An answer as it comes. The last event is always `done`, `stopped` or `failed`, and by then what arrived is safe in the file. */
export interface ReplyStream extends AsyncIterable<ReplyEvent> {
  readonly call: LLMCallId
  /** Settles when the loop has ended. Never rejects for what a provider or an abort does. */
  readonly reply: Promise<Reply>
}

export function openReplyStream(question: Question): ReplyStream {
  const { promise, resolve, reject } = Promise.withResolvers<Reply>()
  promise.catch(() => {})
  const events = replyEvents(question, resolve, reject)
  return { call: question.call, reply: promise, [Symbol.asyncIterator]: () => events }
}

async function* replyEvents(question: Question, resolve: (reply: Reply) => void, reject: (error: unknown) => void): AsyncGenerator<ReplyEvent, void> {
  const left = new AbortController()
  using buffer = openReplyBuffer(question.tract, recordFor(question))
  const calling = startCall(question, left.signal)
  const arrived = { text: '' }
  let isSettled = false
  try {
    for (;;) {
      const step = await calling.next()
      if (step.done) {
        const { reply, event } = settle(question, step.value)
        isSettled = true
        resolve(reply)
        yield event
        return
      }
      if (isEnding(step.value)) continue
      if (step.value.type === 'text') buffer.take((question.partial?.text ?? '') + (arrived.text += step.value.text))
      yield step.value
    }
  } catch (error) {
    reject(error)
    if (isSettled) return
    isSettled = true
    yield { type: 'failed', fault: toReport(asFault(error)) }
  } finally {
    left.abort()
    if (!isSettled) resolve(keepPartial(question, leftOutcome(question, arrived.text)))
  }
}

function startCall(question: Question, left: AbortSignal): AsyncGenerator<ReplyEvent, CallOutcome> {
  const { client, prompt, config, options, tract } = question
  const signal = options.signal ? AbortSignal.any([options.signal, left]) : left
  const { clock, ids } = tract.file.ports
  return callModel(client, { prompt, config: config.values, tools: options.tools ?? [] }, { signal, clock, random: randomFrom(ids) })
}

const isEnding = (event: ReplyEvent): boolean => event.type === 'done' || event.type === 'stopped' || event.type === 'failed'

/** Writes the ending first, so that whoever hears of it finds it in the file. */
function settle(question: Question, outcome: CallOutcome): { readonly reply: Reply; readonly event: ReplyEvent } {
  const { stopReason } = outcome
  if (stopReason !== null && !isEmpty(outcome)) {
    try {
      return { reply: commitAnswer(question, outcome, stopReason), event: { type: 'done', stopReason } }
    } catch (error) {
      return failedWith(question, outcome, asFault(error))
    }
  }
  if (outcome.stopped) return { reply: keepPartial(question, outcome), event: { type: 'stopped' } }
  return failedWith(question, outcome, outcome.fault ?? emptyAnswer(question, stopReason ?? 'end'))
}

function failedWith(question: Question, outcome: CallOutcome, fault: Fault) {
  const reply = keepPartial(question, { ...outcome, fault, stopReason: null })
  return { reply, event: { type: 'failed', fault: toReport(fault) } } as const
}

/** The reader left the loop: as if it had stopped the call. */
function leftOutcome(question: Question, text: string): CallOutcome {
  const durationMs = question.tract.file.ports.clock.now() - question.startedAt
  return { text, reasoning: null, toolCalls: [], usage: null, stopReason: null, fault: null, stopped: true, attempts: 1, durationMs, firstTokenMs: null }
}
