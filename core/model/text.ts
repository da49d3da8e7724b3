import { Fault } from './fault.ts'
import type { Json } from './json.ts'

/** Refuses text that is not well-formed UTF-16: stored as UTF-8 it would become other text with the same looks. Faults: `value/not-json`. */
export function checkText(text: string, path: string): string {
  if (!text.isWellFormed()) throw new Fault('value/not-json', { path, found: 'half of a surrogate pair, which is not a character' })
  return text
}

/** The first `max` characters on one line, whole code points only. */
export function previewOf(text: string, max = 120): string {
  const line = text.slice(0, max * 4).replace(/\s{2,}|[^\S ]/g, ' ').trim() // a single blank needs no replacing
  if (line.length <= max) return line.toWellFormed()
  let end = 0
  for (let points = 0; points < max && end < line.length; points++) end += (line.codePointAt(end) ?? 0) > 0xffff ? 2 : 1
  return line.slice(0, end).toWellFormed()
}

/** What some server takes for a blank: the separators and U+0085 are none in JavaScript, and are in Python. */
const blank = /^[\s\u001c-\u001f\u0085]*$/

export const isBlank = (text: string): boolean => blank.test(text)

export function withoutBlanksAtEnd(text: string): string {
  let end = text.length
  while (end > 0 && isBlank(text.charAt(end - 1))) end -= 1
  return text.slice(0, end)
}

/** Code in a fence that none of its own lines can close. */
export function fenced(code: string, language: string): string {
  if (isBlank(code)) return code
  let longest = 2
  for (const [run] of code.matchAll(/`{3,}/g)) longest = Math.max(longest, run.length)
  const fence = '`'.repeat(longest + 1)
  return `${fence}${language}\n${code}\n${fence}`
}

/** Lines as a list under a small heading; nothing where there are none. */
export const listUnder = (heading: string, lines: readonly string[]): string => (lines.length === 0 ? '' : `### ${heading}\n${lines.map((line) => `- ${line}`).join('\n')}`)

/** Every word in a value, one a line: texts, numbers, and the names of fields. */
export function wordsIn(value: Json): string {
  const words: string[] = []
  collect(value, words)
  return words.join('\n')
}

function collect(value: Json, words: string[]): void {
  if (value === null || value === '') return
  if (typeof value !== 'object') return void words.push(String(value))
  if (Array.isArray(value)) return (value as readonly Json[]).forEach((inner) => collect(inner, words))
  for (const [key, inner] of Object.entries(value)) {
    collect(key, words)
    collect(inner, words)
  }
}
