import type { MessageId } from '../../core/model/ids.ts'
import { isMac } from '../commands/keys.ts'
import { choose, dropChosen, toggleChosen, useSelection } from './selection.ts'

type Press = { readonly key: string; readonly shiftKey: boolean; readonly ctrlKey: boolean; readonly metaKey: boolean; readonly altKey: boolean }
type Click = Pick<Press, 'shiftKey' | 'ctrlKey' | 'metaKey'>

/** Space takes the focused step in or out, Escape lets all go, Shift with a move takes along what it goes over. True: the press is used up. */
export function chooseByKey(press: Press, focused: MessageId | null, next: MessageId | null): boolean {
  if (press.ctrlKey || press.metaKey || press.altKey) return false
  if (press.key === ' ' && focused !== null) return toggleChosen(focused), true
  if (press.key === 'Escape' && useSelection.getState().chosen.size > 0) return dropChosen(), true
  if (press.shiftKey && press.key.startsWith('Arrow') && focused !== null && next !== null) choose([focused, next])
  return false
}

/** Shift takes everything from the focused step to this one, Mod this one alone. True: the click is used up. `all`: the steps in the order of the pane. */
export function chooseByClick(click: Click, id: MessageId, all: () => readonly MessageId[]): boolean {
  if (isMac ? click.metaKey : click.ctrlKey) return toggleChosen(id), true
  const { focused } = useSelection.getState()
  if (!click.shiftKey || focused === null) return false
  const order = all()
  const [from, to] = [order.indexOf(focused), order.indexOf(id)].toSorted((a, b) => a - b)
  if (from === undefined || to === undefined || from < 0) return false
  choose(order.slice(from, to + 1))
  return true
}
