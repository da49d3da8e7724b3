import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { inspect } from 'node:util'

/** Every spelling in which a key could lie around. Its halves, as they are and backwards, show one that was torn or turned. */
export function spellings(key: string): readonly string[] {
  const bytes = Buffer.from(key)
  const middle = Math.ceil(key.length / 2)
  const halves = [key.slice(0, middle), key.slice(middle)]
  const backwards = (text: string) => text.split('').toReversed().join('')
  const json = JSON.stringify(key).slice(1, -1)
  const base64 = [0, 1, 2].map((before) => Buffer.concat([Buffer.alloc(before), bytes]).toString('base64').slice(before + 1, -4))
  return [key, json, json.replaceAll('/', '\\/'), encodeURIComponent(key), bytes.toString('hex'), ...base64, ...halves, ...halves.map(backwards)]
}

/** The spellings of a key that are in any of these values, whatever they are, or in any of these files, as they lie there. */
export function traces(key: string, values: readonly unknown[], files: readonly string[] = []): readonly string[] {
  const texts = [...values.map(everything), ...files.map((path) => readFileSync(path).toString('latin1'))]
  return spellings(key).filter((form) => texts.some((text) => text.includes(form)))
}

/** A value with all that it holds: also what JSON leaves out, such as the stack and the cause of an error. */
function everything(value: unknown): string {
  if (typeof value === 'string') return value
  return `${inspect(value, { depth: Infinity, showHidden: true, maxStringLength: Infinity, maxArrayLength: Infinity })}\n${JSON.stringify(value) ?? ''}`
}

/** Every file of a folder: also the log beside a database. */
export const filesIn = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true }).flatMap((entry) => (entry.isFile() ? [join(entry.parentPath, entry.name)] : []))
