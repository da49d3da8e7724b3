import type { LLMConfig } from '../../model/config.ts'
import type { JsonObject } from '../../model/json.ts'
import type { ChatRequest } from '../client.ts'
import { shortName } from '../modelFacts.ts'
import { hostOf } from '../models.ts'
import { given, setOf, without } from './settings.ts'

/** The body of a chat completion, to the letter. What the model wrote of its thoughts is not sent back: the protocol has no place for it. */
export function openaiBody({ prompt, config, tools }: ChatRequest, baseUrl: string): JsonObject {
  const { extra, ...sent } = without(config, unsupportedByOpenAI(config))
  const settings = given({
    temperature: sent.temperature,
    top_p: sent.topP,
    stop: sent.stopSequences,
    frequency_penalty: sent.frequencyPenalty,
    presence_penalty: sent.presencePenalty,
    seed: sent.seed,
    [maxTokensName(sent.model ?? '', baseUrl)]: sent.maxTokens,
    tools: tools.length === 0 ? undefined : tools.map(({ name, description, parameters }) => ({ type: 'function', function: { name, description, parameters } })),
  })
  return { ...extra, ...settings, model: sent.model ?? '', messages: prompt.toOpenAI(), stream: true, stream_options: { include_usage: true } }
}

/**
 * Settings that this protocol or the model has no place for. Models that think refuse what steers the choice of words; from gpt-5.1 on they take
 * temperature and topP where they are told not to think. Source: OpenAI, reasoning guide and the parameter compatibility of each model.
 */
export function unsupportedByOpenAI(config: LLMConfig): readonly (keyof LLMConfig)[] {
  const name = shortName(config.model ?? '')
  if (!/^(o\d|gpt-([5-9]|\d{2}))(\D|$)/.test(name) || name.startsWith('gpt-5-chat')) return setOf(config, ['topK'])
  const isTold = config.extra?.['reasoning_effort'] === 'none' && !/^(o\d|gpt-5(-|$))/.test(name)
  const takesStop = /^(o1|o3-mini)(-|$)/.test(name)
  return setOf(config, [...(isTold ? [] : ['temperature', 'topP'] as const), 'topK', 'frequencyPenalty', 'presencePenalty', ...(takesStop ? [] : ['stopSequences'] as const)])
}

/** OpenAI's newer models know only the new name, most compatible servers only the old one. */
function maxTokensName(model: string, baseUrl: string): 'max_tokens' | 'max_completion_tokens' {
  const isOwn = /(^|\.)openai\.(com|azure\.com)$/.test(hostOf(baseUrl))
  return isOwn || /(^|\/)(o\d|gpt-[5-9])/.test(model) ? 'max_completion_tokens' : 'max_tokens'
}
