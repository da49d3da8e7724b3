import { Fault } from '../model/fault.ts'
import type { FaultCode } from '../model/fault.ts'
import type { EpochMs } from '../model/ids.ts'
import type { Clock, Ids } from '../model/ports.ts'
import type { CallRules } from './rules.ts'

/** What a provider said beside its refusal. Travels as the `cause` of the fault: numbers only, never a provider's text. */
export class Refusal {
  readonly status: number
  /** How long it asks to wait; null when it didn't say. */
  readonly retryAfterMs: number | null
  /** It said itself that trying again is of no use: the quota is spent, or `x-should-retry: false`. */
  readonly isFinal: boolean

  constructor(facts: { readonly status: number; readonly retryAfterMs: number | null; readonly isFinal: boolean }) {
    this.status = facts.status
    this.retryAfterMs = facts.retryAfterMs
    this.isFinal = facts.isFinal
  }
}

const passing: ReadonlySet<FaultCode> = new Set<FaultCode>(['llm/rate-limited', 'llm/overloaded', 'llm/unreachable'])

/**
 * How long to wait before the attempt that follows `attempt` (1 is the first), or null when there is to be none: what a provider asks for is
 * waited exactly, else 0.5 to 2 s and 0.5 to 8 s at random, so that many clients don't come back at once.
 */
export function retryWaitMs(fault: Fault, attempt: number, rules: CallRules, random: () => number): number | null {
  if (attempt > rules.maxRetries || !passing.has(fault.code)) return null
  const refusal = fault.cause instanceof Refusal ? fault.cause : null
  if (refusal?.isFinal) return null
  const asked = refusal?.retryAfterMs ?? null
  if (asked !== null) return asked <= rules.maxRetryAfterMs ? asked : null
  const ceiling = Math.min(rules.maxBackoffMs, rules.minBackoffMs * 4 ** attempt)
  return Math.round(rules.minBackoffMs + random() * (ceiling - rules.minBackoffMs))
}

/** The same fault, with the time at which a provider that asked to wait will answer again. */
export function withRetryAt(fault: Fault, now: EpochMs): Fault {
  if (!Fault.is(fault, 'llm/rate-limited') || !(fault.cause instanceof Refusal) || fault.cause.retryAfterMs === null) return fault
  return new Fault('llm/rate-limited', { ...fault.data, retryAt: now + fault.cause.retryAfterMs }, { cause: fault.cause })
}

/** Resolves after `waitMs`; rejects with the signal's reason when that comes first. */
export function waitFor(clock: Clock, waitMs: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    if (signal.aborted) return reject(signal.reason as Error)
    const onAbort = () => {
      timer[Symbol.dispose]()
      reject(signal.reason as Error)
    }
    const timer = clock.after(waitMs, () => {
      signal.removeEventListener('abort', onAbort)
      resolve()
    })
    signal.addEventListener('abort', onAbort, { once: true })
  })
}

/** Numbers in [0, 1) from the ids that are handed in, where there is no other source of chance. */
export function randomFrom(ids: Ids): () => number {
  return () => {
    let hash = 2166136261
    for (const letter of ids.next()) hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 16777619) >>> 0
    return hash / 2 ** 32
  }
}
