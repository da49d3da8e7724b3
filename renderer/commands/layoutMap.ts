type Keyboard = { readonly getLayoutMap?: () => Promise<ReadonlyMap<string, string>>; readonly addEventListener?: (type: 'layoutchange', listener: () => void) => void }

let layout: ReadonlyMap<string, string> | null = null

/** Asks the browser which letters this person's keyboard types, once and whenever that changes. Browsers that don't tell are taken as the letters stand on the keys. */
export function followLayout(): void {
  const keyboard = (navigator as Navigator & { readonly keyboard?: Keyboard }).keyboard
  const ask = (): void => void keyboard?.getLayoutMap?.().then((map) => (layout = map)).catch(() => (layout = null))
  ask()
  keyboard?.addEventListener?.('layoutchange', ask)
}

/**
 * The Latin letter that a press stands for; null where it is none. What it types counts; only where that is another script (Greek, Cyrillic) or what Alt
 * makes of a letter does the key's place count, as the layout names it.
 */
export function typedLetter({ key, code, altKey }: { readonly key: string; readonly code: string; readonly altKey: boolean }, map = layout): string | null {
  if (/^[a-z]$/i.test(key)) return key
  const place = /^Key([A-Z])$/.exec(code)?.[1]
  const isForeign = key.length === 1 && (altKey || (/\p{L}/u.test(key) && !/\p{Script=Latin}/u.test(key)))
  if (place === undefined || !isForeign) return null
  const named = map?.get(code) ?? place
  return /^[a-z]$/i.test(named) ? named : null
}
