/** How well two colours can be told apart (WCAG 2.2), for the colours somebody chooses here. `npm run check` measures our own the same way. */
export type Rgba = readonly [red: number, green: number, blue: number, alpha: number]
export type Pair = { readonly text: string; readonly on: string; /** The least ratio there must be. */ readonly least: 4.5 | 3; /** Laid over the background, as on a hovered row. */ readonly wash?: string }
export type FailingPair = Pair & { readonly ratio: number }

/** `#fff`, `#ffffff`, `rgb(40 34 20 / .5)`; null for anything else. */
export function parseColour(text: string): Rgba | null {
  const hex = /^#(?:([0-9a-f]{3})|([0-9a-f]{6}))$/i.exec(text.trim())
  const digits = hex?.[2] ?? hex?.[1]?.replace(/./g, '$&$&')
  if (digits !== undefined) return [0, 2, 4].map((at) => Number.parseInt(digits.slice(at, at + 2), 16)).concat(1) as unknown as Rgba
  const parts = /^rgba?\((\d{1,3})[ ,]+(\d{1,3})[ ,]+(\d{1,3})(?:[ ,/]+([\d.]+))?\)$/.exec(text.trim())
  if (parts === null) return null
  const rgba = [parts[1], parts[2], parts[3], parts[4] ?? '1'].map(Number)
  return rgba.slice(0, 3).every((part) => part <= 255) ? (rgba as unknown as Rgba) : null
}

/** From 1 (the same) to 21 (black on white). */
export function contrastRatio(text: Rgba, on: Rgba): number {
  const [light = 1, dark = 0] = [luminance(over(text, on)), luminance(on)].toSorted((a, b) => b - a)
  return (light + 0.05) / (dark + 0.05)
}

/** The pairs that can't be read well with the colours that `valueOf` gives. One it doesn't know is passed over. */
export function failingPairs(valueOf: (token: string) => string, among: readonly Pair[] = textPairs): readonly FailingPair[] {
  return among.flatMap((pair) => {
    const [text, on, wash] = [pair.text, pair.on, pair.wash].map((token) => (token === undefined ? null : parseColour(valueOf(token))))
    if (!text || !on) return []
    const ratio = contrastRatio(text, wash ? over(wash, on) : on)
    return ratio < pair.least ? [{ ...pair, ratio }] : []
  })
}

/** `text-3 on bg-hover over bg-app`. */
export const pairName = ({ text, on, wash }: Pair): string => `${text} on ${wash === undefined ? '' : `${wash} over `}${on}`

const over = ([r, g, b, alpha]: Rgba, [br, bg, bb]: Rgba): Rgba => [r * alpha + br * (1 - alpha), g * alpha + bg * (1 - alpha), b * alpha + bb * (1 - alpha), 1]
const luminance = ([r, g, b]: Rgba): number => 0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b)
const linear = (part: number): number => (part / 255 <= 0.04045 ? part / 255 / 12.92 : ((part / 255 + 0.055) / 1.055) ** 2.4)

const inks = ['text', 'text-2', 'text-3', 'accent-text']
const surfaces = ['bg-app', 'bg-pane', 'bg-sunken', 'bg-raised', 'bg-overlay', 'bg-field', 'bg-user', 'bg-code']
/** What a step or a notice can be; each has a text, a soft ground, a mark and a line of its colour. */
export const meanings = ['pinned', 'hidden', 'edited', 'summary', 'merge', 'conflict', 'proposal', 'warning', 'danger', 'success'] as const
const pair = (text: string, on: string, wash?: string): Pair => ({ text, on, least: 4.5, ...(wash !== undefined && { wash }) })

/** Every text on every ground it stands on. */
export const textPairs: readonly Pair[] = [
  ...surfaces.flatMap((on) => inks.map((text) => pair(text, on))),
  ...inks.flatMap((text) => [pair(text, 'bg-pane', 'bg-selected'), pair(text, 'bg-app', 'bg-hover'), pair(text, 'bg-app', 'bg-active')]),
  ...['accent-text', 'text', 'text-2'].map((text) => pair(text, 'accent-soft')),
  ...['accent-solid', 'accent-solid-hover', 'danger-solid-bg'].map((on) => pair('text-on-solid', on)),
  pair('text-inverse', 'bg-inverse'),
  ...['add', 'del'].flatMap((side) => [pair(`${side}-text`, 'bg-pane', `${side}-bg`), pair('text', 'bg-pane', `${side}-bg`)]),
  ...meanings.flatMap((meaning) => [
    ...[`${meaning}-soft`, 'bg-pane', 'bg-app', 'bg-raised', 'bg-user'].map((on) => pair(`${meaning}-text`, on)),
    ...(meaning === 'hidden' ? [] : [pair('text', `${meaning}-soft`), pair('text-2', `${meaning}-soft`)]),
  ]),
]
