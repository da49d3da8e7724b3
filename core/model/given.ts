import { Fault } from './fault.ts'

/** What is wrong with a value that was handed in. Not all programs are typed, and an unknown choice must never count as the usual one. */
export const refused = (...problems: readonly string[]): Fault => new Fault('input/invalid', { problems })

/** Refuses a value that is none of the choices. Faults: `input/invalid`. */
export function checkChoice(field: string, value: unknown, choices: readonly string[]): void {
  if (!choices.some((choice) => choice === value)) throw refused(`${field} must be one of ${choices.join(', ')}, not ${shown(value)}`)
}

/** Refuses what is no text where one must be. Faults: `input/invalid`. */
export function checkTextGiven(field: string, value: string): string {
  if (typeof value !== 'string') throw refused(`${field} must be a text, not ${shown(value)}`)
  return value
}

/** Refuses what is no object where options are meant. `like` shows how they are given. Faults: `input/invalid`. */
export function checkOptions<T>(options: T, like: string): T {
  if (!isObject(options)) throw refused(`${like}, not ${shown(options)}`)
  return options
}

export const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null && !Array.isArray(value)
export const isPromise = (value: unknown): boolean => isObject(value) && typeof (value as { readonly then?: unknown }).then === 'function'

/** A value in a few words, as a sentence can name it. */
export function shown(value: unknown): string {
  if (typeof value === 'string') return JSON.stringify(value.length > 40 ? `${value.slice(0, 40).toWellFormed()}…` : value)
  if (Array.isArray(value)) return 'a list'
  if (isPromise(value)) return 'a promise'
  if (typeof value === 'function') return 'a function'
  return typeof value === 'object' && value !== null ? 'an object' : String(value)
}
