import type { LLMConfig } from '../model/config.ts'
import type { CommitKey } from './commits.ts'
import type { ReadDb } from './database.ts'
import type { TractKey } from './tracts.ts'

export type ConfigOperator = 'eq' | 'ne' | 'lt' | 'lte' | 'gt' | 'gte' | 'in'
export type ConfigField = keyof LLMConfig
/** One field's condition. `value` is what is bound: a number, the model's name, else canonical JSON; for `in` a JSON list of such. */
export type ConfigTerm = { readonly field: ConfigField; readonly operator: ConfigOperator; readonly value: string | number }
/** A commit that matches, and where it lies. */
export type ConfigMatch = readonly [id: CommitKey, segment: number, generation: number]

/** A number may be written with more digits than an integer of SQLite keeps: as a real it is the number that was meant. */
const number = (field: string) => `cast(config ->> '$.values.${field}' as real)`
const json = (field: string) => `config -> '$.values.${field}'`
const columns: { readonly [Field in ConfigField]-?: string } = {
  model: `config ->> '$.values.model'`,
  temperature: number('temperature'),
  topP: number('topP'),
  maxTokens: number('maxTokens'),
  stopSequences: json('stopSequences'),
  frequencyPenalty: number('frequencyPenalty'),
  presencePenalty: number('presencePenalty'),
  topK: number('topK'),
  seed: number('seed'),
  extra: json('extra'),
}
const comparisons: { readonly [Operator in Exclude<ConfigOperator, 'in'>]: string } = { eq: '= ?', ne: '<> ?', lt: '< ?', lte: '<= ?', gt: '> ?', gte: '>= ?' }
const inTexts = 'in (select value from json_each(?))'
const inNumbers = 'in (select cast(value as real) from json_each(?))'

/** Commits of a tract whose settings meet every condition, newest first. A field that a commit doesn't set meets none. */
export function listByConfig(db: ReadDb, tract: TractKey, terms: readonly ConfigTerm[]): readonly ConfigMatch[] {
  const where = terms.map(({ field, operator }) => ` and ${columns[field]} ${operator === 'in' ? listOf(columns[field]) : comparisons[operator]}`).join('')
  return db.rows<ConfigMatch>(`select id, segment, generation from commits where tract = ? and config is not null${where} order by id desc`, tract, ...terms.map(({ value }) => value))
}

const listOf = (column: string): string => (column.startsWith('cast') ? inNumbers : inTexts)
