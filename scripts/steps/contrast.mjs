import { readFileSync } from 'node:fs'
import { inRoot } from './root.mjs'
import { say } from './say.mjs'

/**
 * Whether everything that is written or drawn in our own colours can be told from its ground (WCAG 2.2: 4.5:1 for words, 3:1 for marks), in all four themes.
 *
 * @typedef {readonly [red: number, green: number, blue: number, alpha: number]} Rgba
 * @typedef {{ readonly text: string, readonly on: string, readonly least: 4.5 | 3, readonly wash?: string }} Pair
 * @typedef {Readonly<Record<string, string>>} Tokens
 */

/** A stage of `npm run check`. @returns {Promise<import('./count.mjs').Count>} */
export async function checkContrast() {
  const { measured, failed } = measureContrast(readFileSync(inRoot('renderer', 'theme', 'tokens.css'), 'utf8'))
  failed.forEach(say)
  return { passed: measured - failed.length, failed: failed.length, skipped: 0 }
}

/** Measures every pair in every theme of a style sheet; names those that can't be told apart well enough.
 * @param {string} css @returns {{ measured: number, failed: string[] }} */
export function measureContrast(css) {
  /** @type {string[]} */
  const failed = []
  const themes = readThemes(css)
  for (const [theme, tokens] of Object.entries(themes)) {
    for (const pair of pairs) {
      const { text, on, least, wash } = pair
      const ground = wash === undefined ? colourOf(tokens, on) : over(colourOf(tokens, wash), colourOf(tokens, on))
      const ratio = contrastRatio(over(colourOf(tokens, text), ground), ground)
      if (ratio < least) failed.push(`${theme}: ${text} on ${wash === undefined ? '' : `${wash} over `}${on} is ${ratio.toFixed(2)}:1, less than ${least}:1`)
    }
  }
  return { measured: Object.keys(themes).length * pairs.length, failed }
}

/** The tokens of each theme, what all themes share beneath. @param {string} css @returns {Record<string, Tokens>} */
function readThemes(css) {
  const rules = [...css.replace(/\/\*[\s\S]*?\*\//g, '').matchAll(/([^{}]+)\{([^{}]*)\}/g)].map(([, selector = '', body = '']) => ({ selector: selector.trim(), tokens: tokensIn(body) }))
  /** @param {RegExp} selector */
  const under = (selector) => Object.assign({}, ...rules.filter((rule) => selector.test(rule.selector)).map(({ tokens }) => tokens))
  const base = under(/^:root$/)
  const light = { ...base, ...under(/^:root, \[data-theme='light'\]$/) }
  const dark = { ...base, ...light, ...under(/^\[data-theme='dark'\]$/) }
  /** @param {'light' | 'dark'} theme */
  const high = (theme) => under(new RegExp(`^\\[data-theme='${theme}'\\]\\[data-contrast='high'\\]$`))
  return { light, dark, 'light, high contrast': { ...light, ...high('light') }, 'dark, high contrast': { ...dark, ...high('dark') } }
}

/** @param {string} body @returns {Tokens} */
const tokensIn = (body) => Object.fromEntries([...body.matchAll(/--([\w-]+):\s*([^;]+)/g)].map(([, name, value]) => [name, value?.trim()]))

/** @param {Tokens} tokens @param {string} name @returns {Rgba} */
function colourOf(tokens, name) {
  let value = tokens[name]
  for (let depth = 0; value?.startsWith('var(--') && depth < 9; depth += 1) value = tokens[value.slice(6, -1)]
  const colour = value === undefined ? null : parseColour(value)
  if (colour === null) throw new Error(`tokens.css gives --${name} no colour: ${value}`)
  return colour
}

/** @param {string} text @returns {Rgba | null} */
function parseColour(text) {
  const hex = /^#(?:([0-9a-f]{3})|([0-9a-f]{6}))$/i.exec(text)
  const digits = hex?.[2] ?? hex?.[1]?.replace(/./g, '$&$&')
  if (digits !== undefined) return [parseInt(digits.slice(0, 2), 16), parseInt(digits.slice(2, 4), 16), parseInt(digits.slice(4), 16), 1]
  const rgb = /^rgb\((\d+) (\d+) (\d+) \/ ([.\d]+)\)$/.exec(text)
  return rgb === null ? null : [Number(rgb[1]), Number(rgb[2]), Number(rgb[3]), Number(rgb[4])]
}

/** From 1 to 21. @param {Rgba} a @param {Rgba} b */
function contrastRatio(a, b) {
  const [one, other] = [luminance(a), luminance(b)]
  return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05)
}

/** @param {Rgba} colour @param {Rgba} ground @returns {Rgba} */
const over = ([r, g, b, alpha], [gr, gg, gb]) => [r * alpha + gr * (1 - alpha), g * alpha + gg * (1 - alpha), b * alpha + gb * (1 - alpha), 1]
/** @param {Rgba} colour */
const luminance = ([r, g, b]) => 0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b)
/** @param {number} part */
const linear = (part) => (part / 255 <= 0.04045 ? part / 255 / 12.92 : ((part / 255 + 0.055) / 1.055) ** 2.4)

const inks = ['text', 'text-2', 'text-3', 'accent-text']
const surfaces = ['bg-app', 'bg-pane', 'bg-sunken', 'bg-raised', 'bg-overlay', 'bg-field', 'bg-user', 'bg-code']
const meanings = ['pinned', 'hidden', 'edited', 'summary', 'merge', 'conflict', 'proposal', 'warning', 'danger', 'success']
const lanes = [0, 1, 2, 3, 4, 5, 6, 7]
/** @param {string} text @param {string} on @param {string} [wash] @returns {Pair} */
const words = (text, on, wash) => ({ text, on, least: 4.5, ...(wash !== undefined && { wash }) })
/** @param {string} text @param {string} on @returns {Pair} */
const mark = (text, on) => ({ text, on, least: 3 })

/** Words on every ground they stand on, then marks: lanes, rings, borders, parts of the budget. @type {readonly Pair[]} */
export const pairs = [
  ...surfaces.flatMap((on) => inks.map((text) => words(text, on))),
  ...inks.flatMap((text) => [words(text, 'bg-pane', 'bg-selected'), words(text, 'bg-app', 'bg-hover'), words(text, 'bg-app', 'bg-active')]),
  ...['accent-text', 'text', 'text-2'].map((text) => words(text, 'accent-soft')),
  ...['accent-solid', 'accent-solid-hover', 'danger-solid-bg'].map((on) => words('text-on-solid', on)),
  words('text-inverse', 'bg-inverse'),
  ...['add', 'del'].flatMap((side) => [words(`${side}-text`, 'bg-pane', `${side}-bg`), words('text', 'bg-pane', `${side}-bg`)]),
  ...meanings.flatMap((meaning) => [
    ...[`${meaning}-soft`, 'bg-pane', 'bg-app', 'bg-raised', 'bg-user'].map((on) => words(`${meaning}-text`, on)),
    ...(meaning === 'hidden' ? [] : [words('text', `${meaning}-soft`), words('text-2', `${meaning}-soft`)]),
  ]),
  ...meanings.map((meaning) => mark(`${meaning}-solid`, 'bg-pane')),
  ...lanes.flatMap((lane) => [mark(`lane-${lane}`, 'bg-pane'), words(`lane-${lane}-on`, `lane-${lane}`), mark(`lane-${lane}`, 'bg-sunken')]),
  ...['focus-ring', 'border-field', 'accent'].flatMap((ring) => ['bg-app', 'bg-pane', 'bg-raised'].map((on) => mark(ring, on))),
  ...['seg-system', 'seg-pinned', 'seg-summary', 'seg-history'].map((part) => mark(part, 'bg-app')),
]
