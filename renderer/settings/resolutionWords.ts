import type { ConfigLevel, LLMTask } from '../../core/model/config.ts'
import type { Json } from '../../core/model/json.ts'

/** The levels that stand in the table, from the one that counts most. */
export const levels = ['sugar', 'llmConfig', 'operation', 'default'] as const satisfies readonly ConfigLevel[]
export type ShownLevel = (typeof levels)[number]

export const taskNames: { readonly [Task in LLMTask]: string } = { chat: 'Chat', compress: 'Compress', merge: 'Merge', orchestrate: 'Orchestrator', plan: 'Plan', title: 'Title' }

export function levelName(level: ShownLevel, task: LLMTask): string {
  const names = { sugar: 'This call', llmConfig: 'llm_config', operation: `Operation, ${taskNames[task].toLowerCase()}`, default: 'Tract default' }
  return names[level]
}

/** After "from". */
export const fromWords: { readonly [Level in ConfigLevel]: string } = {
  sugar: 'this call',
  llmConfig: 'llm_config',
  operation: 'operation',
  default: 'tract default',
  client: 'the provider',
}

/** A value as it stands in JSON, without the quotes of a plain text. */
export const valueText = (value: Json): string => (typeof value === 'string' ? value : JSON.stringify(value))
