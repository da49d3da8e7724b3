import type { LLMConfig } from '../../model/config.ts'
import type { JsonObject } from '../../model/json.ts'
import type { ChatRequest } from '../client.ts'
import { modelFacts, shortName } from '../modelFacts.ts'
import { given, setOf, without } from './settings.ts'

export const anthropicAddress = 'https://api.anthropic.com'
/** Where no limit is set, the protocol demands one: room for a long answer, as far as the model is known to write so much. */
const roomyMaxTokens = 16_384
/** Every model keeps this one. */
const safeMaxTokens = 4096
/** The last version that takes sampling settings, and the one that compatible servers know. */
const samplingVersion = '2023-06-01'

/** The body of a message request, to the letter. Signed thoughts go back inside a tool loop where the model is asked to think: it demands them there. */
export function anthropicBody({ prompt, config, tools }: ChatRequest): JsonObject {
  const { extra, ...sent } = without(config, unsupportedByAnthropic(config))
  const settings = given({
    temperature: sent.temperature,
    top_p: sent.topP,
    top_k: sent.topK,
    stop_sequences: sent.stopSequences,
    tools: tools.length === 0 ? undefined : tools.map(({ name, description, parameters }) => ({ name, description, input_schema: parameters })),
  })
  const messages = prompt.toAnthropic({ thoughts: isThinking(config) })
  return { ...extra, ...settings, ...messages, model: sent.model ?? '', max_tokens: sent.maxTokens ?? defaultMaxTokens(config), stream: true } as JsonObject
}

/**
 * Settings that this protocol or the model has no place for. From Claude 4.7 on no model takes sampling settings; from 4.1 on it takes one of
 * temperature and topP; while it thinks neither temperature nor topK, and topP only near 1. Source: Anthropic, sampling parameters in the thinking guide.
 */
export function unsupportedByAnthropic(config: LLMConfig): readonly (keyof LLMConfig)[] {
  const version = claudeVersion(config.model ?? '') ?? 0
  const thinks = isThinking(config)
  const steersNothing = version >= 4.7 || thinks
  const takesTopP = version < 4.7 && (thinks ? (config.topP ?? 1) >= 0.95 : version < 4.1 || config.temperature === undefined)
  const left: { readonly [Field in keyof LLMConfig]?: boolean } = { temperature: steersNothing, topP: !takesTopP, topK: steersNothing, frequencyPenalty: true, presencePenalty: true, seed: true }
  return setOf(config, (Object.keys(left) as (keyof LLMConfig)[]).filter((field) => left[field]))
}

/** Whether the model is asked to think. */
export function isThinking({ extra }: LLMConfig): boolean {
  const thinking = extra?.['thinking']
  return typeof thinking === 'object' && thinking !== null && 'type' in thinking && (thinking.type === 'enabled' || thinking.type === 'adaptive')
}

/** The version a request names; none where the SDK's own will do. */
export function protocolVersion(body: JsonObject, baseUrl: string): { 'anthropic-version'?: string } {
  const samples = ['temperature', 'top_p', 'top_k'].some((name) => name in body)
  return samples || baseUrl !== anthropicAddress ? { 'anthropic-version': samplingVersion } : {}
}

/** What it may think comes on top of what it may say. */
export function defaultMaxTokens({ model, extra }: LLMConfig): number {
  const { maxOutputTokens } = modelFacts(model ?? '')
  const thinking = extra?.['thinking'] as { readonly budget_tokens?: unknown } | null | undefined
  const budget = typeof thinking?.budget_tokens === 'number' ? thinking.budget_tokens : 0
  return maxOutputTokens === null ? safeMaxTokens + budget : Math.min(maxOutputTokens, roomyMaxTokens + budget)
}

/** 4.7 of `claude-opus-4-7`, 3.5 of `claude-3-5-sonnet`; null where the name tells none. */
function claudeVersion(model: string): number | null {
  const [, major, minor] = /^claude-(?:[a-z]+-)?(\d{1,2})(?:-(\d))?(?!\d)/.exec(shortName(model)) ?? []
  return major === undefined ? null : Number(`${major}.${minor ?? 0}`)
}
