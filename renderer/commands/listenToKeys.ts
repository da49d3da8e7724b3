import { assertNever } from '../state/assertNever.ts'
import type { Command } from './command.ts'
import { currentContext } from './context.ts'
import { isPressed } from './keys.ts'
import { commandList, runCommand } from './registry.ts'
import type { CommandId } from './registry.ts'

export type FocusPlace = { readonly isTyping: boolean; readonly isInList: boolean; readonly isInTracts: boolean; readonly isInOverlay: boolean }

/** Turns key presses into commands, for as long as the page lives. What has handled a key itself keeps it (`defaultPrevented`). */
export function listenToKeys(): () => void {
  const onKey = (press: KeyboardEvent): void => {
    if (press.defaultPrevented || press.isComposing) return
    const command = commandFor(press, placeOf(press.target))
    if (command === undefined) return
    if (press.key === 'Escape' && command.whyNot(currentContext()) !== null) return // Escape has other uses
    press.preventDefault()
    void runCommand(command.id as CommandId)
  }
  window.addEventListener('keydown', onKey)
  return () => window.removeEventListener('keydown', onKey)
}

/** The command a key press means where the focus is. */
export const commandFor = (press: KeyboardEvent, place: FocusPlace): Command | undefined =>
  commandList.find((command) => actsIn(command, place) && command.keys.some((keys) => !(place.isTyping && isWritten(keys)) && isPressed(press, keys)))

/** A key that writes a sign: while one types it is only that. */
const isWritten = (keys: string): boolean => keys.length === 1

function actsIn({ scope }: Command, { isTyping, isInList, isInTracts, isInOverlay }: FocusPlace): boolean {
  if (isInOverlay) return false // dialogs and menus have their own keys
  switch (scope) {
    case 'anywhere':
      return true
    case 'page':
      return !isTyping
    case 'list':
      return isInList && !isTyping
    case 'tracts':
      return isInTracts && !isTyping
    case 'composer':
      return false
    default:
      return assertNever(scope)
  }
}

function placeOf(target: EventTarget | null): FocusPlace {
  const element = target instanceof HTMLElement ? target : document.body
  return {
    isTyping: element.isContentEditable || element.matches('textarea, input, select'),
    isInList: element.closest('[data-list="steps"]') !== null,
    isInTracts: element.closest('[data-list="tracts"]') !== null,
    isInOverlay: element.closest('dialog, [role="menu"], [role="dialog"]') !== null,
  }
}
