import { create } from 'zustand'
import type { MessageId } from '../../core/model/ids.ts'

export type CompareView = 'answers' | 'context' | 'graph'
export type DiffLevel = 'words' | 'messages' | 'none'
export type AlignBy = 'message' | 'place'
type CompareLook = {
  readonly view: CompareView
  readonly diff: DiffLevel
  readonly align: AlignBy
  /** All columns scroll as one, row beside row. */
  readonly together: boolean
  /** Steps of other columns that shall be copied to the first. */
  readonly chosen: ReadonlySet<MessageId>
}

/** How branches are compared in this window. */
export const useCompareLook = create<CompareLook>()(() => ({ view: 'answers', diff: 'words', align: 'message', together: true, chosen: new Set() }))

export function setCompareLook(change: Partial<Omit<CompareLook, 'chosen'>>): void {
  useCompareLook.setState(change)
}
export function toggleCompared(id: MessageId): void {
  useCompareLook.setState(({ chosen }) => ({ chosen: chosen.has(id) ? new Set([...chosen].filter((one) => one !== id)) : new Set([...chosen, id]) }))
}
export function dropCompared(): void {
  useCompareLook.setState({ chosen: new Set() })
}
