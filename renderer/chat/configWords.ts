import type { ConfigLevel, LLMConfig } from '../../core/model/config.ts'

/** The settings a person can see and set one by one, in the order they are shown. */
export type SettingField = 'temperature' | 'maxTokens' | 'topP' | 'stopSequences' | 'seed' | 'topK' | 'frequencyPenalty' | 'presencePenalty'

export const settingNames: { readonly [Field in keyof Required<LLMConfig>]: string } = {
  model: 'Model',
  temperature: 'Temperature',
  maxTokens: 'Max tokens',
  topP: 'Top p',
  stopSequences: 'Stop sequences',
  seed: 'Seed',
  topK: 'Top k',
  frequencyPenalty: 'Frequency penalty',
  presencePenalty: 'Presence penalty',
  extra: 'Other',
}
export const settingFields: readonly SettingField[] = ['temperature', 'maxTokens', 'topP', 'stopSequences', 'seed', 'topK', 'frequencyPenalty', 'presencePenalty']

/** Who set a value, after "from". */
export const levelWords: { readonly [Level in ConfigLevel]: string } = {
  sugar: 'this message alone',
  llmConfig: 'the composer',
  operation: 'this tract’s chat settings',
  default: 'this tract’s default',
  client: 'the provider’s first model',
}

/** A value as a person reads it. */
export function valueWords(value: LLMConfig[keyof LLMConfig]): string {
  if (Array.isArray(value)) return value.map((one) => JSON.stringify(one)).join(', ')
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}
