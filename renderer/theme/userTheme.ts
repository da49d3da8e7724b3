import type { Appearance } from '../../main/contract/settings.ts'
import { meanings, parseColour } from './contrast.ts'

export type Colours = Appearance['colours']
export type ReadColours = { readonly kind: 'colours'; readonly colours: Colours } | { readonly kind: 'problem'; readonly problem: string }

/** What can be coloured: the semantic tokens, never the palette beneath or the parts above. */
export const colourNames: readonly string[] = [
  'bg-app', 'bg-pane', 'bg-sunken', 'bg-raised', 'bg-overlay', 'bg-field', 'bg-hover', 'bg-active', 'bg-selected', 'bg-user', 'bg-code', 'bg-inverse',
  'border-subtle', 'border', 'border-strong', 'border-field',
  'text', 'text-2', 'text-3', 'text-disabled', 'text-inverse', 'text-on-solid',
  'accent', 'accent-text', 'accent-solid', 'accent-solid-hover', 'accent-soft', 'accent-line', 'focus-ring',
  ...meanings.flatMap((meaning) => ['text', 'solid', 'line', 'soft'].map((part) => `${meaning}-${part}`)),
  'danger-solid-bg', 'add-bg', 'del-bg', 'add-text', 'del-text',
  ...[0, 1, 2, 3, 4, 5, 6, 7].flatMap((lane) => [`lane-${lane}`, `lane-${lane}-on`]),
  'seg-system', 'seg-pinned', 'seg-summary', 'seg-history', 'seg-tool', 'seg-track',
]

export const coloursAsJson = ({ light = {}, dark = {} }: Colours): string => `${JSON.stringify({ light, dark }, null, 2)}\n`

/** Reads a theme of one's own. What is wrong is told with its place; nothing of a bad one is taken. */
export function readColours(text: string): ReadColours {
  const given = parsed(text)
  if (given === undefined) return problem('This is no JSON')
  if (!isObject(given)) return problem(form)
  const colours: { light?: Record<string, string>; dark?: Record<string, string> } = {}
  for (const [theme, values] of Object.entries(given)) {
    if (theme !== 'light' && theme !== 'dark') return problem(`“${theme}” is no theme: there are "light" and "dark"`)
    if (!isObject(values)) return problem(form)
    const bad = Object.entries(values).map(([name, value]) => wrongWith(theme, name, value)).find((wrong) => wrong !== null)
    if (bad) return problem(bad)
    if (Object.keys(values).length > 0) colours[theme] = values as Record<string, string>
  }
  return { kind: 'colours', colours }
}

const form = 'It should look like { "dark": { "bg-pane": "#101216" } }'
const problem = (text: string): ReadColours => ({ kind: 'problem', problem: text })
const isObject = (value: unknown): value is { readonly [name: string]: unknown } => typeof value === 'object' && value !== null && !Array.isArray(value)

function wrongWith(theme: string, name: string, value: unknown): string | null {
  if (!colourNames.includes(name)) return `“${name}” in "${theme}" is no colour of the app${similar(name)}`
  if (typeof value === 'string' && /^(?:#|rgb\(\d+ \d+ \d+ \/)/.test(value) && parseColour(value) !== null) return null
  return `“${name}” in "${theme}" needs a colour such as "#2b4cb1" or "rgb(43 76 177 / .5)"`
}

function similar(name: string): string {
  const stem = name.split('-')[0] ?? ''
  const close = colourNames.find((known) => stem !== '' && (known.includes(name) || known.startsWith(`${stem}-`)))
  return close === undefined ? '' : `; did you mean "${close}"?`
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
