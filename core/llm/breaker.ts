import { Fault } from '../model/fault.ts'
import type { FaultCode } from '../model/fault.ts'
import type { EpochMs } from '../model/ids.ts'
import type { LLMClient } from './client.ts'
import type { CallRules } from './rules.ts'

type Health = { failures: number; pausedUntil: EpochMs; isProbing: boolean }
const healths = new WeakMap<LLMClient, Health>()

/** Faults that say something of the provider's health. Any other answer shows that it is there. */
const unhealthy: ReadonlySet<FaultCode> = new Set<FaultCode>(['llm/rate-limited', 'llm/overloaded', 'llm/unreachable', 'llm/protocol', 'llm/incomplete', 'llm/stalled'])

/** How an admitted call ended: with a fault, with none (null), or stopped before anything was known (undefined). */
export type Ending = Fault | null | undefined

/**
 * Lets a call through, unless the client failed too often in a row; after the pause one call tries first. Hand its ending to what comes back.
 * Faults: `llm/paused`.
 */
export function admit(client: LLMClient, now: EpochMs, rules: CallRules): (ending: Ending, endedAt: EpochMs) => void {
  const health = healths.get(client) ?? { failures: 0, pausedUntil: 0, isProbing: false }
  healths.set(client, health)
  const isOpen = health.failures >= rules.failuresToPause
  if (isOpen && (now < health.pausedUntil || health.isProbing)) {
    const retryAt = Math.max(now, health.pausedUntil)
    throw new Fault('llm/paused', { client: client.name, failures: health.failures, retryAt, waitMs: retryAt - now })
  }
  if (isOpen) health.isProbing = true
  return (ending, endedAt) => noteEnding(health, ending, endedAt, rules)
}

function noteEnding(health: Health, ending: Ending, now: EpochMs, rules: CallRules): void {
  health.isProbing = false
  if (ending === undefined) return
  if (ending === null || !unhealthy.has(ending.code)) {
    health.failures = 0
    return
  }
  health.failures += 1
  if (health.failures >= rules.failuresToPause) health.pausedUntil = now + rules.pauseMs
}
