import type { EpochMs, TractId } from './ids.ts'

/** One line in the list of tracts. */
export type TractSummary = {
  readonly id: TractId
  readonly name: string
  /** Steps on the branch it is on. */
  readonly commitCount: number
  readonly lastUsedAt: EpochMs
}
