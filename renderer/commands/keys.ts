import { typedLetter } from './layoutMap.ts'

export type KeyPress = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey'>

export const isMac = typeof navigator !== 'undefined' && /Mac|iPhone|iPad/.test(navigator.platform)

/** The presses that a key combination wants one after the other: `Mod+Z` is one, `G G` are two. */
export const pressesOf = (keys: string): readonly string[] => keys.split(' ')

/**
 * Whether a key press is a combination such as `Mod+Shift+Z`, `P`, `?`, `Escape`. `Mod` is ⌘ on a Mac, else Ctrl; `Ctrl` is the Mac's own. Letters go
 * by what the layout types; digits also by place, because some layouts type them only with Shift.
 */
export function isPressed(press: KeyPress, keys: string, mac = isMac): boolean {
  const { mod, ctrl, shift, alt, key } = parse(keys)
  if (mod !== (mac ? press.metaKey : press.ctrlKey) || ctrl !== (mac ? press.ctrlKey : press.metaKey) || alt !== press.altKey) return false
  if (/^\d$/.test(key)) return !press.shiftKey && (press.key === key || press.code === `Digit${key}`)
  if (isSign(key)) return press.key === key // whether a sign needs Shift depends on the layout
  return shift === press.shiftKey && named(press).toLowerCase() === key.toLowerCase()
}

/** The combination that a press is; null while only Shift, Ctrl and the like are down. */
export function combinationOf(press: KeyPress, mac = isMac): string | null {
  if (bare.has(press.key)) return null
  const digit = /^Digit(\d)$/.exec(press.code)?.[1]
  const isDigit = digit !== undefined && (press.ctrlKey || press.metaKey || press.altKey) && !press.shiftKey
  const key = isDigit ? digit : named(press)
  const held = [(mac ? press.metaKey : press.ctrlKey) && 'Mod', (mac ? press.ctrlKey : press.metaKey) && 'Ctrl', press.shiftKey && !isSign(key) && 'Shift', press.altKey && 'Alt']
  return [...held.filter((part) => part !== false), key.length === 1 ? key.toUpperCase() : key].join('+')
}

/** A combination as key caps: `⌘ ⇧ Z` on a Mac, `Ctrl Shift Z` elsewhere. */
export function showKeys(keys: string, mac = isMac): string[] {
  return pressesOf(keys).flatMap((press) => {
    const { mod, ctrl, shift, alt, key } = parse(press)
    const held = [mod && (mac ? '⌘' : 'Ctrl'), ctrl && (mac ? '⌃' : 'Meta'), shift && (mac ? '⇧' : 'Shift'), alt && (mac ? '⌥' : 'Alt')]
    return [...held.filter((cap) => cap !== false), caps[key] ?? (key.length === 1 ? key.toUpperCase() : key)]
  })
}

/** As `aria-keyshortcuts` wants it; undefined where it has no form for them, as for two presses in turn. */
export function ariaKeys(keys: string, mac = isMac): string | undefined {
  if (pressesOf(keys).length > 1) return undefined
  const { mod, ctrl, shift, alt, key } = parse(keys)
  return [(mac ? mod : ctrl) && 'Meta', (mac ? ctrl : mod) && 'Control', alt && 'Alt', shift && 'Shift', key === '+' ? 'Plus' : key].filter((part) => part !== false).join('+')
}

/** A key that writes a sign: while one types it is only that. */
export const isWritten = (keys: string): boolean => parse(pressesOf(keys)[0] ?? '').key.length === 1 && !/(?:Mod|Ctrl|Alt)\+/.test(pressesOf(keys)[0] ?? '')

export type KeyParts = { readonly mod: boolean; readonly ctrl: boolean; readonly shift: boolean; readonly alt: boolean; readonly key: string }

/** What one press is made of. */
export function parse(keys: string): KeyParts {
  const key = keys.endsWith('+') ? '+' : (keys.split('+').at(-1) ?? '')
  const held = keys.slice(0, keys.length - key.length).split('+')
  return { mod: held.includes('Mod'), ctrl: held.includes('Ctrl'), shift: held.includes('Shift'), alt: held.includes('Alt'), key }
}

/** The key by name: a letter as the layout types it, also where Alt or another script makes a different sign of it. */
const named = (press: KeyPress): string => (press.key === ' ' ? 'Space' : (typedLetter(press) ?? press.key))

const bare = new Set(['Shift', 'Control', 'Alt', 'Meta', 'AltGraph', 'CapsLock', 'NumLock', 'ScrollLock', 'Fn', 'Dead', 'Process', 'Unidentified', 'ContextMenu'])
const caps: Record<string, string> = { Enter: '↵', Escape: 'Esc', ArrowUp: '↑', ArrowDown: '↓', ArrowLeft: '←', ArrowRight: '→', Delete: 'Del', PageUp: 'PgUp', PageDown: 'PgDn', Backspace: '⌫' }
const isSign = (key: string): boolean => key.length === 1 && !/[\p{L}\d]/u.test(key)
