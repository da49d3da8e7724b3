import { assertNever } from '../state/assertNever.ts'
import type { Command } from './command.ts'
import { keysOf } from './boundKeys.ts'
import { currentContext } from './context.ts'
import { isMac, isPressed, isWritten, pressesOf } from './keys.ts'
import type { KeyPress } from './keys.ts'
import { commandList } from './registry.ts'

export type FocusPlace = {
  readonly isTyping: boolean
  /** Nothing is written yet, so that keys which move among words move nothing. */
  readonly isInEmptyComposer: boolean
  readonly isInList: boolean
  readonly isInTracts: boolean
  readonly isInOverlay: boolean
}
/** `waits`: what was pressed begins a longer combination, as the first G of `G G`. */
export type KeyMeaning = { readonly kind: 'command'; readonly command: Command } | { readonly kind: 'waits' } | { readonly kind: 'nothing' }

/** What the presses so far mean where the focus is. A whole combination counts before the beginning of a longer one. */
export function keyMeaning(presses: readonly KeyPress[], place: FocusPlace): KeyMeaning {
  let waits = false
  for (const command of commandList) {
    if (!actsIn(command, place)) continue
    const yields = (): boolean => command.sharesKeys === true && command.whyNot(currentContext()) !== null
    for (const keys of keysOf(command)) {
      if (isWritten(keys) && (place.isTyping || (command.scope === 'page' && !place.isInList))) continue // a letter acts in lists only
      const wanted = pressesOf(keys)
      if (!presses.every((press, at) => wanted[at] !== undefined && isPressed(press, wanted[at]))) continue
      if (yields()) continue
      if (wanted.length === presses.length) return { kind: 'command', command }
      waits = true
    }
  }
  return { kind: waits ? 'waits' : 'nothing' }
}

function actsIn({ scope, inEmptyComposer }: Command, { isTyping, isInEmptyComposer, isInList, isInTracts, isInOverlay }: FocusPlace): boolean {
  if (isInOverlay) return false // dialogs and menus have their own keys
  switch (scope) {
    case 'anywhere':
      return true
    case 'page':
      return !isTyping || (isInEmptyComposer && inEmptyComposer === true)
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

/** Where the keyboard is, as far as keys go by it. */
export function placeOf(target: EventTarget | null): FocusPlace {
  const element = target instanceof HTMLElement ? target : document.body
  return {
    isTyping: element.isContentEditable || element.matches('textarea, input, select'),
    isInEmptyComposer: !isMac && element instanceof HTMLTextAreaElement && element.value === '' && element.closest('[data-composer]') !== null,
    isInList: element.closest('[data-list="steps"]') !== null,
    isInTracts: element.closest('[data-list="tracts"]') !== null,
    isInOverlay: element.closest('dialog, [role="menu"], [role="dialog"]') !== null,
  }
}
