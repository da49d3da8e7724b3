export type KeyPress = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey'>

export const isMac = typeof navigator !== 'undefined' && /Mac|iPhone|iPad/.test(navigator.platform)

/**
 * Whether a key press is a combination such as `Mod+Shift+Z`, `P`, `?`, `Escape`. `Mod` is ⌘ on a Mac, else Ctrl. Letters go by what the layout
 * types; digits also by place, because some layouts type them only with Shift.
 */
export function isPressed(press: KeyPress, keys: string, mac = isMac): boolean {
  const { mod, shift, alt, key } = parse(keys)
  const modDown = mac ? press.metaKey : press.ctrlKey
  const otherDown = mac ? press.ctrlKey : press.metaKey
  if (mod !== modDown || otherDown || alt !== press.altKey) return false
  if (/^\d$/.test(key)) return !press.shiftKey && (press.key === key || press.code === `Digit${key}`)
  if (isSign(key)) return press.key === key // whether a sign needs Shift depends on the layout
  return shift === press.shiftKey && press.key.toLowerCase() === key.toLowerCase()
}

/** A combination as key caps: `⌘ ⇧ Z` on a Mac, `Ctrl Shift Z` elsewhere. */
export function showKeys(keys: string, mac = isMac): string[] {
  const { mod, shift, alt, key } = parse(keys)
  return [mod && (mac ? '⌘' : 'Ctrl'), shift && (mac ? '⇧' : 'Shift'), alt && (mac ? '⌥' : 'Alt'), caps[key] ?? (key.length === 1 ? key.toUpperCase() : key)].filter(
    (cap): cap is string => cap !== false,
  )
}

/** As `aria-keyshortcuts` wants it. */
export const ariaKeys = (keys: string, mac = isMac): string => keys.replace('Mod', mac ? 'Meta' : 'Control')

const caps: Record<string, string> = { Enter: '↵', Escape: 'Esc', ArrowUp: '↑', ArrowDown: '↓', ArrowLeft: '←', ArrowRight: '→' }
const isSign = (key: string): boolean => key.length === 1 && !/[\p{L}\d]/u.test(key)

function parse(keys: string): { mod: boolean; shift: boolean; alt: boolean; key: string } {
  const parts = keys.split('+')
  return { mod: parts.includes('Mod'), shift: parts.includes('Shift'), alt: parts.includes('Alt'), key: parts.at(-1) ?? '' }
}
