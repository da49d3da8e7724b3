import { parseColour } from './contrast.ts'
import { colourNames } from './userTheme.ts'

/** What every colour would be in a theme with these of one's own: read from the style sheet through an element that nobody sees. */
export function coloursOf(theme: 'light' | 'dark', own: { readonly [name: string]: string } = {}): (token: string) => string {
  const probe = document.createElement('div')
  probe.dataset['theme'] = theme
  probe.hidden = true
  for (const [name, value] of Object.entries(own)) probe.style.setProperty(`--${name}`, value)
  document.body.append(probe)
  const style = getComputedStyle(probe)
  const found = new Map([...colourNames].map((name) => [name, style.getPropertyValue(`--${name}`).trim()]))
  probe.remove()
  return (token) => found.get(token) ?? ''
}

/** All colours of a theme as they are now, to start from. */
export function allColours(theme: 'light' | 'dark', own: { readonly [name: string]: string } = {}): { readonly [name: string]: string } {
  const valueOf = coloursOf(theme, own)
  return Object.fromEntries(colourNames.map((name) => [name, valueOf(name)]).filter(([, value]) => value !== undefined && parseColour(value) !== null))
}
