import { canonicalJson } from '../model/canonicalJson.ts'
import { type Encoding, type LLMConfig, llmTasks, type TractConfig } from '../model/config.ts'
import { resolveConfig } from '../model/llmConfig.ts'
import { autonomies } from '../model/autonomy.ts'
import { Fault } from '../model/fault.ts'
import { areKeptPolicies } from './checkPolicies.ts'

const encodings: readonly Encoding[] = ['o200k_base', 'cl100k_base']
const isObject = (value: unknown): boolean => typeof value === 'object' && value !== null && !Array.isArray(value)

/** What each setting of a tract may be: what is kept in the file must never make it unusable. */
const checks: { readonly [Field in keyof TractConfig]-?: (value: unknown) => boolean } = {
  budget: (value) => value === null || isBudget(value),
  defaultConfig: isLLMConfig,
  operations: (value) => isObject(value) && Object.entries(value as object).every(([job, config]) => llmTasks.some((task) => task === job) && isLLMConfig(config)),
  encoding: (value) => encodings.includes(value as Encoding),
  autonomy: (value) => value === null || autonomies.some((one) => one === value),
  policies: areKeptPolicies,
}

/** Settings that a call could be made with. Faults: `config/bad-value`, which names the field. */
function isLLMConfig(value: unknown): boolean {
  if (!isObject(value)) return false
  resolveConfig({ default: value as LLMConfig })
  return true
}

/** Faults: `config/bad-value`, `value/not-json`. */
export function checkConfig(config: TractConfig): void {
  for (const [field, value] of Object.entries(config)) {
    if (!Object.hasOwn(checks, field)) throw new Fault('config/bad-value', { field, found: 'set: there is no such setting' })
    const text = canonicalJson(value)
    if (!checks[field as keyof TractConfig](value)) throw new Fault('config/bad-value', { field, found: text.slice(0, 60) })
  }
}

function isBudget(value: unknown): boolean {
  if (!isObject(value)) return false
  const { maxTokens, onExceed, ...rest } = value as { readonly [key: string]: unknown }
  const isKnown = onExceed === undefined || onExceed === 'warn' || onExceed === 'reject'
  return Number.isSafeInteger(maxTokens) && (maxTokens as number) > 0 && isKnown && Object.keys(rest).length === 0
}
