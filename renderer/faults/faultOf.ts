import { ORPCError } from '@orpc/client'
import type { FaultReport } from '../../core/model/fault.ts'

/** What the screen tells of something that couldn't be done. */
export type ShownFault = Pick<FaultReport, 'kind' | 'message' | 'hint' | 'lost' | 'retryable'> & { readonly code: string }

/** The page has no connection to its host. `before`: the call was never sent; `during`: whether it was done isn't known. */
export class ConnectionLost extends Error {
  readonly when: 'before' | 'during'
  constructor(when: 'before' | 'during') {
    super('connection lost')
    this.name = 'ConnectionLost'
    this.when = when
  }
}

/** Something would be written while the page shows an old step, or a moment of the past. */
export class LookingBack extends Error {
  readonly at: 'step' | 'past'
  constructor(at: 'step' | 'past') {
    super('what is shown is not how it is now')
    this.name = 'LookingBack'
    this.at = at
  }
}

/** Turns whatever a call threw into words. The one place that knows how faults cross the wire. */
export function faultOf(error: unknown): ShownFault {
  if (error instanceof ConnectionLost) return lostConnection(error.when)
  if (error instanceof LookingBack) return { code: 'page/looking-back', kind: 'user', ...lookingWords[error.at], lost: 'nothing', retryable: false }
  if (error instanceof ORPCError) return error.code === 'FAULT' ? (error.data as FaultReport) : refusedCall(error)
  if (error instanceof Error && error.name === 'AbortError') return lostConnection('during') // a dropped socket ends its calls this way
  return { code: 'page/bug', kind: 'bug', message: `Something went wrong in this window: ${error instanceof Error ? error.message : String(error)}.`, hint: 'What was saved is safe. Reloading helps.', lost: 'nothing', retryable: false }
}

const lookingWords: Readonly<Record<LookingBack['at'], Pick<ShownFault, 'message' | 'hint'>>> = {
  step: { message: 'You are looking at an old step.', hint: 'Return, or start a branch here. Nothing was changed.' },
  past: { message: 'This is how it was then.', hint: 'Go back to now first. Nothing was changed.' },
}

function lostConnection(when: 'before' | 'during'): ShownFault {
  const hint = when === 'before' ? 'Nothing was sent. It connects again by itself.' : 'It may have been done: what you see after connecting again is what was saved.'
  return { code: 'page/connection-lost', kind: 'environment', message: 'This window has lost its connection to Tract Studio.', hint, lost: 'nothing', retryable: true }
}

function refusedCall(error: ORPCError<string, unknown>): ShownFault {
  return { code: `page/${error.code.toLowerCase()}`, kind: 'bug', message: `Tract Studio could not do that (${error.message}).`, hint: 'What was saved is safe.', lost: 'nothing', retryable: false }
}
