import { Fault } from './fault.ts'

const maxDepth = 64

/**
 * Writes a value as canonical JSON: keys sorted by code unit, no blanks. The same value always gives the same text, so its hash names it.
 * Keys whose value is `undefined` are refused, like everything else that JSON would change silently. Faults: `value/not-json`.
 */
export function canonicalJson(value: unknown): string {
  return write(value, '$', 0)
}

function write(value: unknown, path: string, depth: number): string {
  switch (typeof value) {
    case 'string':
      return writeText(value, path)
    case 'number':
      return writeNumber(value, path)
    case 'boolean':
      return value ? 'true' : 'false'
    case 'object':
      if (value === null) return 'null'
      if (depth >= maxDepth) throw refuse(path, `nested deeper than ${maxDepth} levels`)
      return Array.isArray(value) ? writeArray(value, path, depth) : writeObject(value, path, depth)
    default:
      throw refuse(path, `a value of type ${typeof value}`)
  }
}

function writeText(text: string, path: string): string {
  if (!text.isWellFormed()) throw refuse(path, 'half of a surrogate pair, which is not a character')
  return JSON.stringify(text)
}

function writeNumber(number: number, path: string): string {
  if (!Number.isFinite(number)) throw refuse(path, String(number))
  if (Object.is(number, -0)) throw refuse(path, '−0')
  return String(number)
}

function writeArray(list: readonly unknown[], path: string, depth: number): string {
  if (Object.getPrototypeOf(list) !== Array.prototype) throw refuse(path, 'a list of a class')
  let text = '['
  for (let i = 0; i < list.length; i++) {
    if (!(i in list)) throw refuse(`${path}[${i}]`, 'a gap in a list')
    text += (i ? ',' : '') + write(list[i], `${path}[${i}]`, depth + 1)
  }
  if (Object.keys(list).length !== list.length) throw refuse(path, 'a list with a name in it')
  return `${text}]`
}

function writeObject(object: object, path: string, depth: number): string {
  const prototype: unknown = Object.getPrototypeOf(object)
  if (prototype !== Object.prototype && prototype !== null) throw refuse(path, 'an object of a class')
  if (Object.getOwnPropertySymbols(object).length > 0) throw refuse(path, 'a symbol as a key')
  let text = '{'
  for (const key of Object.keys(object).sort()) {
    const at = `${path}.${key}`
    text += (text.length > 1 ? ',' : '') + writeText(key, at) + ':' + write((object as Record<string, unknown>)[key], at, depth + 1)
  }
  return `${text}}`
}

const refuse = (path: string, found: string) => new Fault('value/not-json', { path, found })
