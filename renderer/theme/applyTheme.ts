import type { Theme } from '../../main/contract/settings.ts'

let chosen: Theme = 'system'
let system: MediaQueryList | null = null
const listeners: (() => void)[] = []

/** Calls back whenever light becomes dark or dark light, for as long as the page lives. */
export function onShownTheme(listener: () => void): void {
  listeners.push(listener)
}

/** Shows a theme now, and remembers it for the first paint of the next load (`public/firstPaint.js`). */
export function applyTheme(theme: Theme): void {
  chosen = theme
  if (theme === 'system') localStorage.removeItem('theme')
  else localStorage.setItem('theme', theme)
  system ??= followSystem()
  show()
}

/** The theme that shows now, with `system` resolved. */
export const shownTheme = (): 'light' | 'dark' => (document.documentElement.dataset['theme'] === 'dark' ? 'dark' : 'light')

function followSystem(): MediaQueryList {
  const query = matchMedia('(prefers-color-scheme: dark)')
  query.addEventListener('change', show)
  return query
}

function show(): void {
  const theme = chosen === 'dark' || (chosen === 'system' && system?.matches === true) ? 'dark' : 'light'
  if (theme === shownTheme()) return
  const { dataset } = document.documentElement
  dataset['switching'] = '' // everything at once: colours that fade at their own pace look broken
  dataset['theme'] = theme
  for (const listener of listeners) listener()
  requestAnimationFrame(() => requestAnimationFrame(() => delete dataset['switching']))
}
