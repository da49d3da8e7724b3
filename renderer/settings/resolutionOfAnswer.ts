import type { LLMConfig } from '../../core/model/config.ts'
import type { TranscriptMessage } from '../../core/model/context.ts'
import type { Json } from '../../core/model/json.ts'
import type { ResolutionRow } from '../../main/contract/settings.ts'

type Answer = Pick<TranscriptMessage, 'generationConfig' | 'configLevels' | 'call'>

/** The settings an answer was made with. Only what won was recorded, so the levels that lost stay empty. */
export function resolutionOfAnswer({ generationConfig, configLevels, call }: Answer): readonly ResolutionRow[] {
  if (generationConfig === null) return []
  const { extra = {}, ...config } = generationConfig
  const unsent = new Set(call?.notSent ?? [])
  const own = usualFields.map((field) => {
    const name = nameOf(field)
    return rowOf(name, field, config[field], configLevels, unsent.has(field) ? `${call?.client ?? 'The provider'} has no ${name}` : null)
  })
  return [...own, ...Object.entries(extra).map(([name, value]) => rowOf(name, 'extra', value, configLevels, null))]
}

/** In the order of the table. */
const usualFields = ['model', 'temperature', 'maxTokens', 'stopSequences', 'topP', 'seed', 'topK', 'frequencyPenalty', 'presencePenalty'] as const satisfies readonly (keyof LLMConfig)[]

const nameOf = (field: string): string => field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)

function rowOf(name: string, field: keyof LLMConfig, value: Json | undefined, levels: Answer['configLevels'], notSent: string | null): ResolutionRow {
  const from = levels[field]
  if (value === undefined || from === undefined) return { name, field, set: {}, used: null, sentAs: null, notSent: null }
  return { name, field, set: { [from]: value }, used: { value, from }, sentAs: null, notSent }
}
