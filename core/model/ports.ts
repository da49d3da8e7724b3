import type { EpochMs } from './ids.ts'
import type { JsonObject } from './json.ts'
import type { Prices } from './price.ts'

/** The outside, handed in. A script gets the real ones; a test hands in its own and replays a day in a millisecond. */
export type Ports = { readonly clock: Clock; readonly ids: Ids; readonly log: Log; readonly prices: Prices }
export type Clock = {
  now(): EpochMs
  /** Runs once, `waitMs` from now, unless disposed before. */
  after(waitMs: number, run: () => void): Disposable
}
export type Ids = { next(): string }
export type Log = (level: 'debug' | 'info' | 'warn' | 'error', text: string, facts?: JsonObject) => void
