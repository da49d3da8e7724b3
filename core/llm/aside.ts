import { transact } from '../journal/transact.ts'
import { Fault } from '../model/fault.ts'
import type { ReplyEvent, StopReason } from '../model/reply.ts'
import { type Asking, startCall } from './asking.ts'
import type { CallOutcome } from './call.ts'
import { recordCall } from './callRecords.ts'
import { emptyAnswer, isEmpty } from './ending.ts'
import { namingLargest } from './tooLarge.ts'

export type WholeOutcome = CallOutcome & { readonly stopReason: StopReason }

/**
 * Asks beside the conversation and waits: nothing is written but the record of the call, and half an answer is none. Rejects with the signal's
 * reason when it is stopped. `onEvent` hears the answer as it comes. Faults: `file/closed`, `llm/incomplete`, those of the client's calls.
 */
export async function askAside(asking: Asking, signal?: AbortSignal, onEvent?: (event: ReplyEvent) => unknown): Promise<WholeOutcome> {
  const { db, closing } = asking.tract.file
  const left = new AbortController()
  const leave = (): void => left.abort(new Fault('file/closed', { path: db.path }))
  closing.add(leave)
  try {
    const outcome = await outcomeOf(asking, signal ? AbortSignal.any([signal, left.signal]) : left.signal, onEvent)
    left.signal.throwIfAborted()
    return settled(asking, outcome, signal)
  } finally {
    closing.delete(leave)
  }
}

async function outcomeOf(asking: Asking, signal: AbortSignal, onEvent: ((event: ReplyEvent) => unknown) | undefined): Promise<CallOutcome> {
  const call = startCall(asking, signal)
  for (;;) {
    const step = await call.next()
    if (step.done) return step.value
    onEvent?.(step.value)
  }
}

/** Puts the call on record, however it ended. */
function settled(asking: Asking, outcome: CallOutcome, signal: AbortSignal | undefined): WholeOutcome {
  const { stopReason, stopped, attempts } = outcome
  const fault = outcome.fault ?? (!stopped && isEmpty(outcome) ? emptyAnswer(asking, stopReason ?? 'end') : null)
  transact(asking.tract, { verb: 'ask', detail: asking.task }, (tx) => {
    if (stopped || fault) tx.note({ type: 'llm_failed', payload: { call: asking.call, code: fault?.code ?? 'stopped', attempts } })
    recordCall(asking, tx, outcome, fault ? null : stopReason, null)
  })
  if (stopped) throw signal?.reason ?? new Error('BUG: stopped by nobody')
  if (fault) throw namingLargest(fault, asking.context)
  if (stopReason === null) throw new Error('BUG: a whole answer without an end')
  return { ...outcome, stopReason }
}
