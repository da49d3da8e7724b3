import type { EpochMs, TractId } from './ids.ts'

/** One line in the list of tracts. */
export type TractSummary = {
  readonly id: TractId
  readonly name: string
  /** Commits on the branch it is on. */
  readonly commitCount: number
  /** Messages on that branch, hidden ones too: what a reader calls its steps. */
  readonly messageCount: number
  readonly lastUsedAt: EpochMs
}
