import type { OwnKeys } from './boundKeys.ts'
import { parse, pressesOf } from './keys.ts'

export type ReadKeys = { readonly kind: 'keys'; readonly keys: OwnKeys; /** Commands this version doesn't know; their keys are kept. */ readonly unknown: readonly string[] } | { readonly kind: 'problem'; readonly problem: string }

/** Chosen keys as a text to keep or hand on. */
export const keysAsJson = (own: OwnKeys): string => `${JSON.stringify({ keys: Object.fromEntries(Object.entries(own).toSorted(([a], [b]) => a.localeCompare(b))) }, null, 2)}\n`

/** Reads such a text. What is wrong is told with its place; nothing of a bad one is taken. */
export function readKeysJson(text: string, known: readonly string[]): ReadKeys {
  const given = parsed(text)
  if (given === undefined) return problem('This is no JSON')
  if (!isObject(given) || !isObject(given['keys'])) return problem('It should look like { "keys": { "step.hide": ["H"] } }')
  const entries = Object.entries(given['keys'])
  for (const [command, keys] of entries) {
    if (!Array.isArray(keys) || !keys.every((one): one is string => typeof one === 'string')) return problem(`“${command}” needs a list of keys such as ["H"], or [] for none`)
    const bad = keys.find((one) => !isCombination(one))
    if (bad !== undefined) return problem(`“${command}” can’t have “${bad}”: write keys as Mod+Shift+Z, F2, ? or G G`)
    if (keys.length > 6) return problem(`“${command}” has more than six keys`)
  }
  return { kind: 'keys', keys: Object.fromEntries(entries) as OwnKeys, unknown: entries.map(([command]) => command).filter((command) => !known.includes(command)) }
}

const problem = (text: string): ReadKeys => ({ kind: 'problem', problem: text })
const isObject = (value: unknown): value is { readonly [name: string]: unknown } => typeof value === 'object' && value !== null && !Array.isArray(value)

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

const isCombination = (keys: string): boolean => pressesOf(keys).length <= 2 && pressesOf(keys).every(isPress)

function isPress(press: string): boolean {
  const { key } = parse(press)
  const held = press.slice(0, press.length - key.length).split('+').filter(Boolean)
  return (key.length === 1 || namedKey.test(key)) && held.every((one) => modifiers.has(one)) && new Set(held).size === held.length
}

const modifiers = new Set(['Mod', 'Ctrl', 'Shift', 'Alt'])
const namedKey = /^(?:F\d{1,2}|Enter|Escape|Space|Delete|Insert|Home|End|PageUp|PageDown|Arrow(?:Up|Down|Left|Right)|Backspace|Media\w+|Audio\w+)$/
