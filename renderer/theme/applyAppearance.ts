import type { Appearance } from '../../main/contract/settings.ts'
import { onShownTheme, shownTheme } from './applyTheme.ts'

let applied: Appearance | null = null
let moreContrast: MediaQueryList | null = null
let systemColours: MediaQueryList | null = null
let own: readonly string[] = []

/** Makes the window look so, and remembers it for the first paint of the next load (`public/firstPaint.js`). */
export function applyAppearance(appearance: Appearance): void {
  applied = appearance
  moreContrast ??= follow()
  show()
  const { contrast, density, textPx } = appearance
  localStorage.setItem('appearance', JSON.stringify({ contrast, density, textPx }))
}

/** Shows colours that may not be kept yet, as they are typed. */
export function previewColours(colours: Appearance['colours']): void {
  if (applied !== null) showColours(colours)
}

function follow(): MediaQueryList {
  const query = matchMedia('(prefers-contrast: more)')
  systemColours = matchMedia('(forced-colors: active)')
  systemColours.addEventListener('change', show)
  query.addEventListener('change', show)
  onShownTheme(show)
  return query
}

function show(): void {
  if (applied === null) return
  const { contrast, density, textPx, lanePatterns, monoNumbers, motion, colours } = applied
  const { dataset, style } = document.documentElement
  set(dataset, 'contrast', contrast === 'high' || (contrast === 'system' && moreContrast?.matches === true) ? 'high' : null)
  set(dataset, 'density', density)
  set(dataset, 'lanePattern', lanePatterns || systemColours?.matches === true ? '' : null)
  set(dataset, 'mono', monoNumbers ? null : 'off')
  set(dataset, 'motion', motion === 'reduced' ? 'reduced' : null)
  style.setProperty('--font-scale', String(textPx / usualPx))
  showColours(colours)
}

function set(dataset: DOMStringMap, name: string, value: string | null): void {
  if (value === null) delete dataset[name]
  else dataset[name] = value
}

/** In high contrast one's own colours give way: who asks for it needs it more. */
function showColours(colours: Appearance['colours']): void {
  const { dataset, style } = document.documentElement
  for (const name of own) style.removeProperty(name)
  const shown = dataset['contrast'] === 'high' ? {} : (colours[shownTheme()] ?? {})
  own = Object.keys(shown).map((name) => `--${name}`)
  for (const [name, value] of Object.entries(shown)) style.setProperty(`--${name}`, value)
}

export const usualPx = 14
