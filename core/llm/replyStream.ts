import { asFault, type Fault, toReport } from '../model/fault.ts'
import type { LLMCallId } from '../model/ids.ts'
import type { Reply, ReplyEvent } from '../model/reply.ts'
import { startCall } from './asking.ts'
import type { CallOutcome } from './call.ts'
import { branchNow, commitAnswer, emptyAnswer, isEmpty, keepPartial, recordFor } from './ending.ts'
import type { Question } from './question.ts'
import { openReplyBuffer } from './replyBuffer.ts'
import { namingLargest } from './tooLarge.ts'

/** An answer as it comes. The last event is always `done`, `stopped` or `failed`, and by then what arrived is safe in the file. */
export interface ReplyStream extends AsyncIterable<ReplyEvent> {
  readonly call: LLMCallId
  /** The branch that it is written on, by the name that it has now: it may get another one meanwhile. */
  readonly branch: string
  /** Settles when the loop has ended. Never rejects for what a provider or an abort does. */
  readonly reply: Promise<Reply>
}

export function openReplyStream(question: Question): ReplyStream {
  const { promise, resolve, reject } = Promise.withResolvers<Reply>()
  promise.catch(() => {})
  let { branch } = question
  let isOver = false
  const settle = <T>(how: (value: T) => void) => (value: T): void => {
    isOver = true
    how(value)
  }
  const events = replyEvents(question, { resolve: settle(resolve), reject: settle(reject) })
  return {
    call: question.call, reply: promise, [Symbol.asyncIterator]: () => events,
    get branch() { return (branch = isOver ? branch : (branchNow(question) ?? branch)) },
  }
}

type Settle = { readonly resolve: (reply: Reply) => void; readonly reject: (error: unknown) => void }

async function* replyEvents(question: Question, settle: Settle): AsyncGenerator<ReplyEvent, void> {
  let answer: OpenAnswer
  try {
    answer = openAnswer(question, settle)
  } catch (error) {
    settle.reject(error) // the file was closed before the first event was asked for: no model is
    return yield { type: 'failed', fault: toReport(asFault(error)) }
  }
  yield* eventsInto(answer, question)
}

/** Closing the file ends it, as leaving the loop does. */
async function* eventsInto(answer: OpenAnswer, question: Question): AsyncGenerator<ReplyEvent, void> {
  const { closing } = question.tract.file
  const left = new AbortController()
  const leave = (): void => {
    left.abort()
    answer.end(() => ({ reply: keepPartial(question, leftOutcome(question, answer.text)), event: { type: 'stopped' } }))
  }
  closing.add(leave)
  const { signal } = question.options
  const calling = startCall(question, signal ? AbortSignal.any([signal, left.signal]) : left.signal)
  try {
    for (;;) {
      const step = await calling.next()
      if (step.done) return yield answer.end(() => endingOf(question, step.value))
      if (isEnding(step.value)) continue
      if (step.value.type === 'text') answer.add(step.value.text)
      yield step.value
    }
  } catch (error) {
    yield answer.end(() => failedWith(question, leftOutcome(question, answer.text), asFault(error)))
  } finally {
    closing.delete(leave)
    leave()
    void calling.return(undefined as never).catch(() => {})
  }
}

type Ending = { readonly reply: Reply; readonly event: ReplyEvent }
type OpenAnswer = { readonly text: string; add(text: string): void; /** Writes the ending once; gives the last event. */ end(write: () => Ending): ReplyEvent }

/** An answer as far as it has come, kept in the file as it grows. */
function openAnswer(question: Question, { resolve, reject }: Settle): OpenAnswer {
  const buffer = openReplyBuffer(question.tract, recordFor(question))
  let text = ''
  let isOver = false
  return {
    get text() { return text },
    add(piece) {
      text += piece
      if (!isOver) buffer.take((question.partial?.text ?? '') + text)
    },
    end(write) {
      if (isOver) return { type: 'stopped' }
      isOver = true
      buffer[Symbol.dispose]()
      try {
        const { reply, event } = write()
        resolve(reply)
        return event
      } catch (error) {
        reject(error)
        return { type: 'failed', fault: toReport(asFault(error)) }
      }
    },
  }
}

const isEnding = (event: ReplyEvent): boolean => event.type === 'done' || event.type === 'stopped' || event.type === 'failed'

/** Writes the ending first, so that whoever hears of it finds it in the file. */
function endingOf(question: Question, outcome: CallOutcome): Ending {
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

function failedWith(question: Question, outcome: CallOutcome, found: Fault): Ending {
  const fault = namingLargest(found, question.context)
  const reply = keepPartial(question, { ...outcome, fault, stopped: false, stopReason: null })
  return { reply, event: { type: 'failed', fault: toReport(fault) } }
}

/** The reader left the loop: as if it had stopped the call. */
function leftOutcome(question: Question, text: string): CallOutcome {
  const durationMs = question.tract.file.ports.clock.now() - question.startedAt
  return { text, reasoning: null, toolCalls: [], usage: null, stopReason: null, truncated: false, fault: null, stopped: true, attempts: 1, durationMs, firstTokenMs: null }
}
