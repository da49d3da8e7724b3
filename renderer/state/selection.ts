import { create } from 'zustand'
import type { MessageId } from '../../core/model/ids.ts'

/** A correction stands in the place of the message, or begins a branch. */
export type EditInto = 'place' | 'branch'
export type SelectionSource = 'chat' | 'rail' | 'canvas' | 'xray' | 'command'
type Selection = {
  /** The one step that chat, rail and X-ray point at. */
  readonly focused: MessageId | null
  /** The pane that set it; the others scroll to it. */
  readonly by: SelectionSource
  /** The step whose text is being corrected in the chat. */
  readonly editing: MessageId | null
  /** What becomes of the correction unless one chooses otherwise. */
  readonly editingInto: EditInto
  /** Steps chosen together: what is done to several is done to these. */
  readonly chosen: ReadonlySet<MessageId>
  /** Whether a step focused in the X-ray scrolls the other panes, and the other way round. */
  readonly isLinked: boolean
}

export const useSelection = create<Selection>()(() => ({ focused: null, by: 'command', editing: null, editingInto: 'place', chosen: new Set(), isLinked: true }))

export const focusMessage = (focused: MessageId | null, by: SelectionSource): void => useSelection.setState({ focused, by })
export const startEditing = (editing: MessageId, editingInto: EditInto = 'place'): void => useSelection.setState({ editing, editingInto, focused: editing })
export const stopEditing = (): void => useSelection.setState({ editing: null })
export const clearSelection = (): void => useSelection.setState({ focused: null, editing: null, chosen: new Set() })

export const toggleLinked = (): void => useSelection.setState(({ isLinked }) => ({ isLinked: !isLinked }))
/** Whether a pane should scroll to the focused step: another pane set it, and no side of it goes its own way. */
export const scrollsTo = ({ by, isLinked }: Selection, pane: SelectionSource): boolean => by !== pane && (isLinked || (by !== 'xray' && pane !== 'xray') || by === 'command')

/** Adds steps to the chosen ones. */
export function choose(ids: readonly MessageId[]): void {
  useSelection.setState(({ chosen }) => ({ chosen: new Set([...chosen, ...ids]) }))
}
export function toggleChosen(id: MessageId): void {
  useSelection.setState(({ chosen }) => ({ chosen: chosen.has(id) ? new Set([...chosen].filter((one) => one !== id)) : new Set([...chosen, id]) }))
}
export function dropChosen(): void {
  useSelection.setState({ chosen: new Set() })
}
