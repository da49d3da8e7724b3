import type { LLMConfig } from '../../core/model/config.ts'
import type { TranscriptMessage } from '../../core/model/context.ts'

const fields = ['model', 'temperature', 'topP', 'maxTokens', 'stopSequences', 'frequencyPenalty', 'presencePenalty', 'topK', 'seed'] as const satisfies readonly (keyof LLMConfig)[]

/** The settings of the newest answers that are the same everywhere, with what they are; undefined: set nowhere. */
export function equalSettings(columns: readonly (readonly TranscriptMessage[])[]): readonly { readonly field: string; readonly value: unknown }[] {
  const configs = columns.map((items) => items.findLast(({ generationConfig }) => generationConfig !== null)?.generationConfig ?? null)
  const [first, ...others] = configs
  if (first === null || first === undefined) return []
  return fields.filter((field) => others.every((other) => other !== null && JSON.stringify(other[field]) === JSON.stringify(first[field]))).map((field) => ({ field, value: first[field] }))
}
