import { Fault } from '../core/model/fault.ts'
import type { LLMConfig } from '../core/model/config.ts'
import { configFrom, fields } from '../core/model/llmConfig.ts'
import type { ReadConfig } from './contract/settings.ts'
import { nameOf } from './resolution.ts'

/**
 * Reads settings as they stand in a program or a request, and tells what became of each key: `stop` is mapped, `messages` and keys are dropped,
 * what no provider here shares is kept under its own name. Faults: `settings/bad-value`, `config/bad-value`.
 */
export function readConfig(json: string): ReadConfig {
  const given = parse(json)
  const config = configFrom(given)
  return { config, keys: Object.entries(given).map(([key, value]) => becameOf(key, value, config)) }
}

function becameOf(key: string, value: unknown, config: LLMConfig): ReadConfig['keys'][number] {
  const alone = configFrom({ [key]: value })
  const field = fields.find((name) => name !== 'extra' && name in alone)
  if (field === undefined) return 'extra' in alone ? { key, became: 'extra', name: key } : { key, became: 'dropped', name: null }
  const name = nameOf(field)
  if (JSON.stringify(alone[field]) !== JSON.stringify(config[field])) return { key, became: 'overruled', name }
  return { key, became: key === name || key === field ? 'same' : 'renamed', name }
}

function parse(json: string): { readonly [key: string]: unknown } {
  const value = parsed(json)
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as { readonly [key: string]: unknown }
  throw new Fault('settings/bad-value', { field: 'JSON', found: 'anything but an object such as { "temperature": 0.2 }' })
}

/** The fault says nothing of the text: a key may be in it. */
function parsed(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch {
    throw new Fault('settings/bad-value', { field: 'JSON', found: 'read: it is not JSON' })
  }
}
