import { assertNever } from '../model/assertNever.ts'
import { canonicalJson } from '../model/canonicalJson.ts'
import type { Json, JsonObject } from '../model/json.ts'
import { type Fact, type HeadValue, toFact } from '../journal/facts.ts'
import { type Act, isUndoable, progressAfter } from '../journal/progress.ts'
import type { JournalRow } from '../store/journalRows.ts'
import type { RawEntry } from '../store/fsckRows.ts'
import { isRecord, jsonOf } from './jsonText.ts'

/** What the projections must be, by the journal alone; and what in the journal doesn't fit what it says before. Made without the database's help. */
export type Replayed = {
  readonly tracts: ReadonlyMap<number, ReplayedTract>
  /** By tract and name. */
  readonly refs: ReadonlyMap<string, { readonly tract: number; readonly name: string; readonly commit: number; readonly updatedAt: number }>
  readonly operations: ReadonlyMap<number, ReplayedOperation>
  readonly records: { readonly [Table in 'calls' | 'partials' | 'merges' | 'compressions' | 'proposals' | 'trash']: ReadonlyMap<string, ReplayedRecord> }
  readonly problems: readonly ReplayProblem[]
  /** The encoding that a tract's settings named when each commit was made. */
  readonly encodings: ReadonlyMap<number, string>
}
export type ReplayedTract = {
  readonly uuid: string; readonly createdAt: number
  name: string; config: JsonObject; head: HeadValue; seq: number; lastUsedAt: number; currentOperation: number | null; redo: readonly number[]
}
export type ReplayedOperation = { readonly tract: number; readonly last: number; readonly previous: number | null; readonly isUndoable: boolean }
export type ReplayedRecord = { readonly tract: number; readonly record: string; readonly commit?: number | null }
export type ReplayProblem = { readonly code: 'I-46' | 'I-48'; readonly gseq: number; readonly tract: number; readonly text: string }

type Building = {
  readonly tracts: Map<number, ReplayedTract>
  readonly refs: Map<string, { readonly tract: number; readonly name: string; readonly commit: number; readonly updatedAt: number }>
  readonly operations: Map<number, ReplayedOperation>
  readonly records: { readonly [Table in 'calls' | 'partials' | 'merges' | 'compressions' | 'proposals' | 'trash']: Map<string, ReplayedRecord> }
  readonly problems: ReplayProblem[]
  readonly encodings: Map<number, string>
}

export function replayEntries(entries: readonly RawEntry[]): Replayed {
  const made: Building = {
    tracts: new Map(), refs: new Map(), operations: new Map(), problems: [], encodings: new Map(), records: { calls: new Map(), partials: new Map(), merges: new Map(), compressions: new Map(), proposals: new Map(), trash: new Map() },
  }
  for (const entry of entries) if (entry.isNote === 0) applyEntry(made, entry)
  for (const group of Map.groupBy(entries, ({ operation }) => operation).values()) endOperation(made, group)
  return made
}

export const refName = (tract: number, name: string): string => `${tract} ${name}`

function applyEntry(made: Building, entry: RawEntry): void {
  const fact = factOf(entry)
  if (!fact) return
  if (fact.type === 'tract_created') return createTract(made, entry, fact)
  const tract = made.tracts.get(entry.tract)
  if (!tract) return
  const wanted = valueBefore(fact)
  if (wanted !== undefined && !isSame(wanted, valueNow(made, entry.tract, tract, fact))) made.problems.push({ code: 'I-46', gseq: entry.gseq, tract: entry.tract, text: 'says that it changed what was not so before it' })
  change(made, entry, tract, fact)
}

/** undefined where the entry is no fact that there is: then the chain or the JSON tells of it. */
function factOf(entry: RawEntry): Fact | undefined {
  const texts = [entry.before, entry.after, entry.payload]
  const isSound = texts.every((text) => text === null || jsonOf(text) !== undefined) && (entry.key === null || typeof entry.key === 'string')
  return isSound && types.has(entry.type) ? toFact(entry as JournalRow) : undefined
}

const types: ReadonlySet<string> = new Set<Fact['type']>(['tract_created', 'commit_created', 'ref_updated', 'ref_deleted', 'head_moved', 'config_changed', 'draft_created', 'draft_closed', 'merge_changed', 'compression_changed', 'proposal_changed', 'trash_changed', 'gc_pruned', 'erased', 'usage_noted', 'usage_recorded'])
export const isFactType = (type: string): boolean => types.has(type)

function createTract(made: Building, { tract, at }: RawEntry, { payload }: Extract<Fact, { type: 'tract_created' }>): void {
  if (!isRecord(payload)) return
  made.tracts.set(tract, {
    uuid: payload.id, createdAt: at, name: payload.name, config: payload.config, head: { branch: payload.branch }, seq: 0, lastUsedAt: at, currentOperation: null, redo: [],
  })
}

/** What a fact says was there before; undefined where it says nothing of that. */
function valueBefore(fact: Exclude<Fact, { type: 'tract_created' }>): Json | undefined {
  switch (fact.type) {
    case 'commit_created':
    case 'ref_updated':
    case 'ref_deleted':
      return fact.beforeCommit
    case 'head_moved':
    case 'config_changed':
    case 'draft_closed':
    case 'merge_changed':
    case 'compression_changed':
    case 'trash_changed':
    case 'proposal_changed':
    case 'usage_noted':
      return fact.before
    case 'draft_created':
      return null
    case 'usage_recorded':
    case 'gc_pruned':
    case 'erased':
      return undefined
    default:
      return assertNever(fact)
  }
}

function valueNow(made: Building, key: number, tract: ReplayedTract, fact: Exclude<Fact, { type: 'tract_created' }>): Json {
  switch (fact.type) {
    case 'commit_created':
    case 'ref_updated':
    case 'ref_deleted':
      return made.refs.get(refName(key, fact.key))?.commit ?? null
    case 'head_moved':
      return tract.head
    case 'config_changed':
      return fact.key === 'name' ? tract.name : (tract.config[fact.key] ?? null)
    case 'draft_created':
    case 'draft_closed':
      return recordNow(made.records.partials, fact.key)
    case 'merge_changed':
      return recordNow(made.records.merges, fact.key)
    case 'compression_changed':
      return recordNow(made.records.compressions, fact.key)
    case 'proposal_changed':
      return recordNow(made.records.proposals, fact.key)
    case 'usage_noted':
      return recordNow(made.records.calls, fact.key)
    case 'trash_changed':
      return recordNow(made.records.trash, fact.key)
    case 'usage_recorded':
    case 'gc_pruned':
    case 'erased':
      return null
    default:
      return assertNever(fact)
  }
}

const recordNow = (records: ReadonlyMap<string, ReplayedRecord>, key: string): Json => JSON.parse(records.get(key)?.record ?? 'null') as Json
const isSame = (a: Json, b: Json): boolean => a === b || canonicalJson(a) === canonicalJson(b)

function change({ refs, records, encodings }: Building, { tract: key, at }: RawEntry, tract: ReplayedTract, fact: Exclude<Fact, { type: 'tract_created' }>): void {
  switch (fact.type) {
    case 'commit_created':
      encodings.set(fact.afterCommit, typeof tract.config['encoding'] === 'string' ? tract.config['encoding'] : 'o200k_base')
      refs.set(refName(key, fact.key), { tract: key, name: fact.key, commit: fact.afterCommit, updatedAt: at })
      return
    case 'ref_updated':
      refs.set(refName(key, fact.key), { tract: key, name: fact.key, commit: fact.afterCommit, updatedAt: at })
      return
    case 'ref_deleted':
      refs.delete(refName(key, fact.key))
      return
    case 'head_moved':
      tract.head = fact.after
      return
    case 'config_changed':
      return configure(tract, fact)
    case 'draft_created':
      records.partials.set(fact.key, { tract: key, record: JSON.stringify(fact.after) })
      return
    case 'draft_closed':
      records.partials.delete(fact.key)
      return
    case 'merge_changed':
      return setRecord(records.merges, fact.key, key, fact.after)
    case 'compression_changed':
      return setRecord(records.compressions, fact.key, key, fact.after)
    case 'proposal_changed':
      return setRecord(records.proposals, fact.key, key, fact.after)
    case 'trash_changed':
      return setRecord(records.trash, fact.key, key, fact.after)
    case 'gc_pruned':
      return Object.entries(fact.payload.trash).forEach(([id, record]) => setRecord(records.trash, id, key, record))
    case 'erased':
      return
    case 'usage_noted':
      if (fact.after === null) records.calls.delete(fact.key)
      else records.calls.set(fact.key, { tract: key, record: JSON.stringify(fact.after), commit: fact.afterCommit })
      return
    case 'usage_recorded':
      records.calls.set(fact.key, { tract: key, record: JSON.stringify(fact.payload), commit: fact.afterCommit })
      return
    default:
      assertNever(fact)
  }
}

function setRecord(records: Map<string, ReplayedRecord>, id: string, tract: number, record: JsonObject | null): void {
  if (record === null) records.delete(id)
  else records.set(id, { tract: records.get(id)?.tract ?? tract, record: JSON.stringify(record) })
}

function configure(tract: ReplayedTract, { key, after }: Extract<Fact, { type: 'config_changed' }>): void {
  if (key === 'name') tract.name = after as string
  else {
    const { [key]: _, ...rest } = tract.config
    tract.config = after === null ? rest : { ...rest, [key]: after }
  }
}

/** Where an operation leaves its tract's journal, and undo and redo. */
function endOperation({ tracts, operations, problems }: Building, group: readonly RawEntry[]): void {
  const [first, last] = [group[0], group.at(-1)]
  const tract = first && tracts.get(first.tract)
  if (!first || !last || !tract) return
  const facts = group.filter(({ isNote }) => isNote === 0)
  tract.seq = last.seq
  if (facts.length === 0) return
  tract.lastUsedAt = last.at
  const act = actOf(first)
  const before = { current: tract.currentOperation, redo: tract.redo }
  const undoable = isUndoable(act, facts.map(({ type }) => type))
  const target = act.of === undefined ? undefined : operations.get(act.of)
  if (act.of !== undefined && (target?.tract !== first.tract || act.of >= first.operation || (act.verb === 'undo' && !target.isUndoable))) {
    problems.push({ code: 'I-48', gseq: first.gseq, tract: first.tract, text: `is a ${act.verb} of operation ${act.of}, which can't be` })
  }
  operations.set(first.operation, { tract: first.tract, last: last.gseq, previous: before.current, isUndoable: undoable })
  const after = progressAfter(before, first.operation, act, undoable, (id) => operations.get(id)?.previous ?? null)
  tract.currentOperation = after.current
  tract.redo = after.redo
}

export function actOf({ act }: RawEntry): Act {
  const value = jsonOf(act)
  return isRecord(value) && typeof value['verb'] === 'string' ? (value as Act) : { verb: '' }
}
