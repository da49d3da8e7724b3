import { Fault } from './fault.ts'

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
