import type { MessageKey } from '../../context/source.ts'
import type { ConflictKind } from '../../model/merge.ts'
import type { Setting } from './values.ts'

/** A conflict by row numbers, with what either answer would set. */
export type PlannedConflict = {
  /** Which question it is: one about a text, a priority, an edit against a skip, or a group of summaries. */
  readonly about: 'text' | 'priority' | 'skip' | 'summaries'
  readonly kinds: readonly ConflictKind[]
  readonly messages: readonly MessageKey[]
  readonly ours: readonly Setting[]
  readonly theirs: readonly Setting[]
  /** For summaries: all that either side has in force, where nothing was expanded. */
  readonly both: readonly Setting[] | null
}
/** Something worth knowing that is no conflict. */
export type Advisory = { readonly code: 'merge/answered-old-text' | 'merge/pin-beside-summary'; readonly messages: readonly MessageKey[] }
