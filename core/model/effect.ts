import type { Commit } from './commit.ts'
import type { Change } from './diff.ts'
import type { ContextHash, MessageId } from './ids.ts'
import type { RefMove } from './refs.ts'

/** Something worth knowing that stands in no one's way. */
export type Warning = { readonly code: WarningCode; readonly text: string; readonly messages: readonly MessageId[] }
export type WarningCode =
  | 'merge/answered-old-text' | 'merge/pin-beside-summary' | 'merge/several-bases' | 'rebase/responds-to-missing' | 'rebase/left-out' | 'pick/left-behind'
  | 'edit/covered' | 'annotate/summary-hidden' | 'expand/gone'

/** What an act does to the context that its handle stands on; shown before it (dry run) and after it. */
export type Effect = {
  /** All that were made, on any branch, in order. */
  readonly commits: readonly Commit[]
  readonly refs: readonly RefMove[]
  /** From the context where the handle stood to the one where it stands then. */
  readonly changes: readonly Change[]
  readonly tokensBefore: number
  readonly tokensAfter: number
  readonly contextHash: ContextHash
  readonly warnings: readonly Warning[]
}
export type DryRun<R> = { readonly result: R; readonly effect: Effect }
