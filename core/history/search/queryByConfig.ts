import { canonicalJson } from '../../model/canonicalJson.ts'
import type { Commit } from '../../model/commit.ts'
import { Fault } from '../../model/fault.ts'
import { configFrom, fields } from '../../model/llmConfig.ts'
import type { ConfigQuery } from '../../model/search.ts'
import type { TractHandle } from '../../journal/openWorkspace.ts'
import { listViews } from '../../store/commitViews.ts'
import { type ConfigField, type ConfigOperator, type ConfigTerm, listByConfig } from '../../store/configQueries.ts'
import type { ReadDb } from '../../store/database.ts'
import { listBranchRefs } from '../../store/refs.ts'
import { configOf } from '../configOf.ts'
import { toCommit } from '../commitView.ts'
import { similarTo } from '../refs/names.ts'
import { positionOf } from '../refs/position.ts'
import { type Reach, reaches, reachOf } from './reach.ts'

/**
 * Commits of any branch (and of where HEAD stands) whose settings match every field given, newest first. A whole config is a query too; an empty one
 * matches nothing. A commit that doesn't set a field never matches a condition on it, `ne` included. Fields go by their own names, not by those that
 * `LLMConfig.from` reads. Faults: `query/unknown-field`, `query/bad-operator`, `config/bad-value`.
 */
export function queryByConfig(tract: TractHandle, query: ConfigQuery): readonly Commit[] {
  const terms = termsOf(query)
  if (terms.length === 0) return []
  return tract.file.db.snapshot((db) => {
    const reach = reachOfTract(db, tract)
    const found = listByConfig(db, tract.key, terms).filter(([, segment, generation]) => reaches(reach, { segment, generation }))
    const { encoding } = configOf(tract)
    return listViews(db, found.map(([key]) => key), encoding).map((view) => toCommit(db, view, encoding))
  })
}

function reachOfTract(db: ReadDb, tract: TractHandle): Reach {
  const { tip } = positionOf(db, { ...tract, branch: null })
  return reachOf(db, [...listBranchRefs(db, tract.key).map(({ commit }) => commit), ...(tip === null ? [] : [tip])])
}

/** What isn't set in a config isn't asked for. */
function termsOf(query: ConfigQuery): readonly ConfigTerm[] {
  return Object.entries(query).filter(([, value]) => value !== undefined && value !== null).map(([name, condition]) => {
    const field = fields.find((known) => known === name)
    if (field === undefined) throw new Fault('query/unknown-field', { field: name, similar: similarTo(name, fields) })
    return termOf(field, condition)
  })
}

const operators: readonly ConfigOperator[] = ['ne', 'lt', 'lte', 'gt', 'gte', 'in']
/** Fields that have no order. */
const unordered: readonly ConfigField[] = ['model', 'stopSequences', 'extra']

function termOf(field: ConfigField, condition: unknown): ConfigTerm {
  const isPlain = field === 'extra' || typeof condition !== 'object' || Array.isArray(condition)
  if (isPlain) return { field, operator: 'eq', value: boundValue(field, condition) }
  const entries = Object.entries(condition ?? {})
  const [name = '', value] = entries[0] ?? []
  const operator = operators.find((known) => known === name)
  const isOrder = operator !== 'ne' && operator !== 'in'
  if (entries.length !== 1 || operator === undefined || (isOrder && unordered.includes(field)) || (operator === 'in' && !Array.isArray(value))) {
    throw new Fault('query/bad-operator', { field, operator: entries.map(([key]) => key).join(', ') })
  }
  if (operator === 'in') return { field, operator, value: JSON.stringify((value as unknown[]).map((one) => boundValue(field, one))) }
  return { field, operator, value: boundValue(field, value) }
}

/** The value as the settings of a commit are compared with it. Any finite number can be asked for. Faults: `config/bad-value`. */
function boundValue(field: ConfigField, value: unknown): string | number {
  if (typeof value === 'number' && Number.isFinite(value) && !unordered.includes(field)) return value
  const read = configFrom({ [field]: value })[field]
  if (read === undefined || (field === 'stopSequences' && !Array.isArray(value))) throw new Fault('config/bad-value', { field, found: String(value) })
  return typeof read === 'string' ? read : canonicalJson(read)
}
