import type { LLMConfig } from '../../core/model/config.ts'
import type { Json } from '../../core/model/json.ts'
import { readSetting } from '../chat/readSetting.ts'

export type ValueRead = { readonly kind: 'value'; readonly value: Json } | { readonly kind: 'none' } | { readonly kind: 'problem'; readonly words: string }

/** Reads what was typed for a setting; blank means that it isn't set. Lists and a provider's own settings are written as JSON. */
export function readValue(field: keyof LLMConfig, typed: string): ValueRead {
  const text = typed.trim()
  if (text === '') return { kind: 'none' }
  if (field === 'model') return text.length > 200 ? { kind: 'problem', words: 'at most 200 letters' } : { kind: 'value', value: text }
  if (field === 'stopSequences') return readStops(text)
  if (field === 'extra') return { kind: 'value', value: jsonOf(text) ?? text }
  return readSetting(field, text)
}

/** As it is typed. */
export const typedValue = (value: Json | undefined): string => (value === undefined ? '' : typeof value === 'string' ? value : JSON.stringify(value))

/** `["END", "\n"]`; one alone may stand as it is. */
function readStops(text: string): ValueRead {
  const value = text.startsWith('[') ? jsonOf(text) : [text]
  if (!Array.isArray(value) || value.length === 0 || !value.every((stop) => typeof stop === 'string' && stop !== '')) return { kind: 'problem', words: 'a list of texts such as ["END"]' }
  return value.length > 16 ? { kind: 'problem', words: 'at most 16' } : { kind: 'value', value }
}

function jsonOf(text: string): Json | undefined {
  try {
    return JSON.parse(text) as Json
  } catch {
    return undefined
  }
}
