import type { CompressCommit } from './commit.ts'
import type { Ref } from './ids.ts'

/** What to compress: a range of the context, or chosen messages. Default: everything. */
export type CompressRange =
  | { readonly from?: Ref; readonly to?: Ref; readonly messages?: never }
  | { readonly messages: readonly Ref[]; readonly from?: never; readonly to?: never }
export type CompressRules = {
  /** Messages left as they are, besides the pinned ones. */
  readonly preserve?: readonly Ref[]
  /** Must be found in the summary; a miss is reported. */
  readonly mustKeep?: readonly (string | RegExp)[]
}
/** Your own words: one text for one run, one per run otherwise. */
export type ManualCompress = CompressRange & CompressRules & { readonly content: string | readonly string[] }

export type CompressResult =
  | {
      readonly kind: 'compressed'
      /** One per run. */
      readonly commits: readonly CompressCommit[]
      readonly originalTokens: number
      readonly summaryTokens: number
      readonly missing: readonly MissedFact[]
    }
  | { readonly kind: 'nothing'; readonly reason: 'empty' | 'allPinned' | 'allSkipped' }
export type MissedFact = { readonly run: number; readonly expected: string }
