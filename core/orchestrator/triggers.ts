import { refused, shown } from '../model/given.ts'
import type { StartedBy, TriggerConfig } from '../model/orchestrator.ts'

/** Where the triggers stand. */
export type Armed = {
  /** Commits since the last run. */
  readonly commits: number
  /** The threshold was crossed, and the context hasn't been well below it since. */
  readonly isOver: boolean
  /** When runs were started by triggers, in the last hour. */
  readonly startedAt: readonly number[]
}
export const armed: Armed = { commits: 0, isOver: false, startedAt: [] }

/** What an operation of people or agents did. */
export type Seen = { readonly commits: number; readonly wasSent: boolean; /** Share of the budget; null without one. */ readonly share: number | null }

/** How far below a threshold the context must come before it counts again, as a share of the budget. */
const gap = 0.1
const mostAnHour = 6
const hourMs = 3_600_000

/** Moves the triggers past an operation, and says which of them starts a run; null where none does. */
export function afterOperation(before: Armed, { commits, wasSent, share }: Seen, { onCommitCount, onTokenThreshold, onCompile }: TriggerConfig): { readonly after: Armed; readonly starts: StartedBy | null } {
  const counted = before.commits + commits
  const isOver = onTokenThreshold !== undefined && share !== null && (share >= onTokenThreshold || (before.isOver && share > onTokenThreshold - gap))
  const starts: StartedBy | null =
    onTokenThreshold !== undefined && isOver && !before.isOver ? 'tokenThreshold'
    : onCommitCount !== undefined && counted >= onCommitCount ? 'commitCount'
    : onCompile === true && wasSent ? 'compile'
    : null
  return { after: { ...before, commits: counted, isOver }, starts }
}

/** Whether a trigger may start one more now. */
export const mayStart = ({ startedAt }: Armed, now: number): boolean => startedAt.filter((at) => now - at < hourMs).length < mostAnHour

export const afterStart = (before: Armed, now: number): Armed => ({ ...before, commits: 0, startedAt: [...before.startedAt.filter((at) => now - at < hourMs), now] })

/** Faults: `input/invalid`. */
export function checkTriggers({ onCommitCount, onTokenThreshold, onScheduleMs }: TriggerConfig): void {
  const problems = [
    ...(onCommitCount === undefined || (Number.isInteger(onCommitCount) && onCommitCount > 0) ? [] : [`onCommitCount must be a whole number above 0, not ${shown(onCommitCount)}`]),
    ...(onTokenThreshold === undefined || (onTokenThreshold > 0 && onTokenThreshold <= 10) ? [] : [`onTokenThreshold must be a share of the budget, such as 0.7, not ${shown(onTokenThreshold)}`]),
    ...(onScheduleMs === undefined || (Number.isFinite(onScheduleMs) && onScheduleMs >= 1000) ? [] : [`onScheduleMs must be 1000 or more, not ${shown(onScheduleMs)}`]),
  ]
  if (problems.length > 0) throw refused(...problems)
}
