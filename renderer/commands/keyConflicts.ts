import type { OwnKeys } from './boundKeys.ts'
import { keysOf } from './boundKeys.ts'
import type { Command, CommandScope } from './command.ts'
import { isWritten, parse, pressesOf } from './keys.ts'

export type Conflict = { readonly keys: string; readonly with: Command }

/** The commands that already answer to these keys, or to the beginning of them, somewhere this command would. */
export function conflictsOf(keys: string, command: Command, all: readonly Command[], own: OwnKeys): readonly Conflict[] {
  return all.flatMap((other) => {
    if (other.id === command.id || other.sharesKeys || command.sharesKeys || !overlaps(other.scope, command.scope)) return []
    return keysOf(other, own).filter((taken) => isSameOrBegins(taken, keys)).map((taken) => ({ keys: taken, with: other }))
  })
}

/** Where both could act on one press. What holds for the window holds in every list too; two kinds of list are never focused together. */
export const overlaps = (a: CommandScope, b: CommandScope): boolean => {
  if (a === b || a === 'anywhere' || b === 'anywhere') return true
  return (a === 'page' || b === 'page') && a !== 'composer' && b !== 'composer'
}

/** `G` and `G G`: the longer one could never be pressed. */
function isSameOrBegins(a: string, b: string): boolean {
  const [short, long] = [pressesOf(a), pressesOf(b)].toSorted((one, other) => one.length - other.length)
  return (short ?? []).every((press, at) => press.toLowerCase() === long?.[at]?.toLowerCase())
}

export type Platform = { readonly isMac: boolean; readonly isBrowser: boolean }

/** Why a command can't have these keys, whoever else has them; null where it can. */
export function whyNotKeys(keys: string, { scope }: Command, { isMac, isBrowser }: Platform): string | null {
  const presses = pressesOf(keys)
  const parts = presses.map(parse)
  const bare = parts.map(({ shift, key }) => (shift ? `Shift+${key}` : key))
  if (parts.some(({ mod, ctrl, alt }) => (mod || ctrl) && alt && !isMac)) return 'Ctrl with Alt types letters on many keyboards'
  if (parts.some(({ key }) => key === 'Tab')) return 'Tab moves the focus'
  if (isMac && presses.some((press) => macOwn.has(press))) return 'macOS keeps this for itself'
  if (!isMac && presses.some((press) => systemOwn.has(press))) return 'The system keeps this for itself'
  if (isBrowser && presses.some((press) => browserOwn.has(press))) return 'The browser keeps this for itself'
  if (scope === 'composer' && isWritten(keys)) return 'It would be written into the message'
  if (presses.length > 1 && scope === 'composer') return 'Two keys in turn work outside of the message only'
  if (!presses.some(isHeld) && bare.some((key) => walking.has(key))) return 'It walks, chooses or opens in lists'
  return null
}

const isHeld = (press: string): boolean => /(?:Mod|Ctrl|Alt)\+/.test(press)
const walking = new Set(['ArrowDown', 'ArrowUp', 'ArrowLeft', 'ArrowRight', 'Shift+ArrowDown', 'Shift+ArrowUp', 'J', 'K', 'Home', 'End', 'PageUp', 'PageDown', 'Space', 'Shift+Space', 'Enter', 'Shift+Enter', 'Backspace'])
const macOwn = new Set(['Mod+H', 'Mod+Q', 'Mod+M', 'Mod+Tab', 'Mod+Space', 'Mod+Shift+Q', 'Mod+Shift+3', 'Mod+Shift+4', 'Mod+Shift+5', 'Mod+Shift+#', 'Mod+Shift+$', 'Mod+Shift+%', 'Ctrl+ArrowUp', 'Ctrl+ArrowDown', 'Ctrl+ArrowLeft', 'Ctrl+ArrowRight', 'Ctrl+Space', 'Mod+#', 'Mod+$', 'Mod+%'])
const systemOwn = new Set(['Alt+F4', 'Alt+Tab', 'Alt+Space', 'Ctrl+L', 'Ctrl+D'])
const browserOwn = new Set(['Mod+W', 'Mod+N', 'Mod+Shift+W', 'Mod+Shift+N', 'F11', 'F12'])
