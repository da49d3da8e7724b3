import { create } from 'zustand'
import type { Ref } from '../../core/model/ids.ts'

/** A context that can be compared. `now`: the end of the open branch; `shown`: what the panes show, now or then. */
export type DiffSide = { readonly kind: 'now' } | { readonly kind: 'shown' } | { readonly kind: 'lastCall' } | { readonly kind: 'at'; readonly at: Ref; readonly words: string }

/** What the Diff tab holds against what. */
export const useDiffSides = create<{ readonly of: Exclude<DiffSide, { kind: 'lastCall' }>; readonly against: DiffSide }>()(() => ({ of: { kind: 'now' }, against: { kind: 'lastCall' } }))

export const compareOf = (of: Exclude<DiffSide, { kind: 'lastCall' }>): void => useDiffSides.setState({ of })
export const compareAgainst = (against: DiffSide): void => useDiffSides.setState({ against })
