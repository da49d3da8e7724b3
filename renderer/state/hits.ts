import { create } from 'zustand'
import type { MessageId, TractId } from '../../core/model/ids.ts'

/** Steps that a search found. Where they stand is marked in every view of the history, and no fold hides them, until the search is put away. */
type Hits = { readonly text: string; readonly byTract: ReadonlyMap<TractId, ReadonlySet<MessageId>> }

export const useHits = create<Hits>()(() => ({ text: '', byTract: new Map() }))

export type Hit = { readonly tract: TractId; readonly messageId: MessageId | null }

export function showHits(text: string, hits: readonly Hit[]): void {
  const byTract = new Map<TractId, Set<MessageId>>()
  for (const { tract, messageId } of hits) if (messageId !== null) byTract.set(tract, (byTract.get(tract) ?? new Set()).add(messageId))
  useHits.setState({ text, byTract })
}

export function forgetHits(): void {
  if (useHits.getState().byTract.size > 0) useHits.setState({ text: '', byTract: new Map() })
}

/** The same set for as long as nothing else is found. */
export const useHitsIn = (tract: TractId): ReadonlySet<MessageId> => useHits(({ byTract }) => byTract.get(tract) ?? none)
export const hitsIn = (tract: TractId | null): ReadonlySet<MessageId> => (tract === null ? none : (useHits.getState().byTract.get(tract) ?? none))
const none: ReadonlySet<MessageId> = new Set()
