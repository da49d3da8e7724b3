import type { EpochMs } from './ids.ts'

/** Milliseconds as the whole microseconds that are stored. A clock that gives no number counts as one that stands still. */
export const microsOf = (ms: EpochMs): number => (Number.isFinite(ms) ? Math.round(ms * 1000) : 0)
