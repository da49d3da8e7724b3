import { Fault } from '../model/fault.ts'
import { asOperationId, type CommitHash, type OperationId } from '../model/ids.ts'
import type { Operation, OperationCause } from '../model/operation.ts'
import type { RefMove } from '../model/refs.ts'
import { getAuthor } from '../store/authors.ts'
import { type CommitKey, type CommitTotals, listTotals } from '../store/commits.ts'
import type { ReadDb } from '../store/database.ts'
import { listOperationEntries, listTurns, type OperationEntry } from '../store/journalPlaces.ts'
import { findOperation, getOperation, listOperations, type OperationRow } from '../store/journalRows.ts'
import { isBranch } from '../store/refs.ts'
import type { TractKey } from '../store/tracts.ts'
import type { TractHandle } from './openWorkspace.ts'
import { type Act, takenBack } from './progress.ts'

export const operationId = (id: number) => asOperationId(`op_${id}`)

/** An operation as a person reads it. */
export function describeOperation(db: ReadDb, operation: OperationRow): Operation {
  const [described] = describeOperations(db, [operation])
  if (!described) throw new Error(`BUG: operation ${operation.id} has no entries`)
  return described
}

/** The same of several, in their order: a few queries for all of them together. */
export function describeOperations(db: ReadDb, operations: readonly OperationRow[]): readonly Operation[] {
  const told = tell(db, operations)
  const targets = tell(db, listOperations(db, [...told.values()].flatMap(({ act }) => act.of ?? [])))
  const totals = totalsOf(db, [...told.values()].flatMap(({ moves }) => moves))
  return operations.map((operation) => {
    const one = told.get(operation.id)
    if (!one) throw new Error(`BUG: operation ${operation.id} has no entries`)
    const { act } = one
    const target = act.of === undefined ? undefined : targets.get(act.of)
    return {
      id: operationId(operation.id),
      seq: operation.last,
      verb: act.verb,
      detail: act.detail ?? target?.act.verb ?? null,
      author: getAuthor(db, one.author),
      cause: causeOf(act),
      at: one.at / 1000,
      refs: one.moves.map((move): RefMove => ({ ref: move.ref, before: hashIn(totals, move.before), after: hashIn(totals, move.after) })),
      commits: one.commits,
      tokenDelta: tokenDelta(one.moves, new Set([...one.grown, ...(target?.grown ?? [])]), totals),
      undoable: operation.isUndoable === 1,
      ...(act.batch !== undefined && { batch: operationId(act.batch) }),
    }
  })
}

/** Acts of a batch as the one they are to undo, given newest first: by its newest one, as of the person who made it. null where there are none. */
export function describeRun(db: ReadDb, newestFirst: readonly OperationRow[]): Operation | null {
  const told = describeOperations(db, newestFirst)
  const [newest] = told
  if (newest === undefined || told.length === 1) return newest ?? null
  const oldestFirst = told.toReversed()
  const author = oldestFirst.find(({ author: { kind } }) => kind === 'user')?.author ?? oldestFirst[0]?.author ?? newest.author
  const moves = new Map<string, RefMove>()
  for (const move of oldestFirst.flatMap(({ refs }) => refs)) moves.set(move.ref, { ...move, before: (moves.get(move.ref) ?? move).before })
  const refs = [...moves.values()].filter(({ before, after }) => before !== after)
  return { ...newest, verb: 'batch', detail: String(told.length), author, cause: { kind: 'direct' }, refs, tokenDelta: told.reduce((sum, { tokenDelta: one }) => sum + one, 0) }
}

/** The operation of this tract with this id. Faults: `operation/not-found`. */
export function getOperationOf(db: ReadDb, tract: TractKey, id: OperationId): OperationRow {
  const number = /^op_(\d{1,15})$/.exec(id)?.[1]
  const operation = number === undefined ? undefined : findOperation(db, Number(number))
  if (operation?.tract !== tract) throw new Fault('operation/not-found', { id: String(id) })
  return operation
}

/** The operation that the transaction under way will be on this tract, as far as it is. */
export function operationUnderWay({ file, key }: TractHandle): OperationRow | null {
  const entries = file.writing?.tracts.get(key)
  return entries ? { id: entries.operation, tract: key, last: entries.last, previous: entries.row.currentOperation, isUndoable: 1 } : null
}

/** What became of an act: the operation it was, or in a batch, the batch so far. */
export function operationDone(tract: TractHandle, id: number): Operation {
  const { read } = tract.file.db
  return describeOperation(read, operationUnderWay(tract) ?? getOperation(read, id))
}

/** The operations that are taken back, of those from `id` on. */
export const takenBackSince = (db: ReadDb, tract: TractKey, id: number): ReadonlySet<number> =>
  takenBack(listTurns(db, tract, id).map(({ operation, act }) => ({ operation, act: JSON.parse(act) as Act })))

type Told = { readonly act: Act; readonly author: number; readonly at: number; readonly moves: readonly Move[]; /** Refs that got commits. */ readonly grown: readonly string[]; readonly commits: number }
type Move = { readonly ref: string; readonly before: CommitKey | null; readonly after: CommitKey | null }

function tell(db: ReadDb, operations: readonly OperationRow[]): ReadonlyMap<number, Told> {
  const rows = new Map<number, OperationEntry[]>(operations.map(({ id }) => [id, []]))
  if (rows.size > 0) for (const entry of listOperationEntries(db, operations)) rows.get(entry.operation)?.push(entry)
  return new Map([...rows].flatMap(([id, entries]) => (entries[0] ? [[id, tellOne(entries[0], entries)]] : [])))
}

function tellOne(first: OperationEntry, entries: readonly OperationEntry[]): Told {
  const created = entries.filter(({ type }) => type === 'commit_created')
  const grown = created.flatMap(({ key }) => key ?? [])
  return { commits: created.length, act: JSON.parse(first.act ?? '{"verb":"unknown"}') as Act, author: first.author, at: first.at, moves: movesOf(entries), grown }
}

/** Each ref once, from where it was to where it came. */
function movesOf(rows: readonly OperationEntry[]): readonly Move[] {
  const moves = new Map<string, Move>()
  for (const { type, key, beforeCommit, afterCommit } of rows) {
    if (key === null || !refTypes.has(type)) continue
    moves.set(key, { ref: key, before: moves.has(key) ? (moves.get(key)?.before ?? null) : beforeCommit, after: afterCommit })
  }
  return [...moves.values()].filter(({ before, after }) => before !== after)
}
const refTypes: ReadonlySet<string> = new Set(['commit_created', 'ref_updated', 'ref_deleted'])

function causeOf({ verb, of, also }: Act): OperationCause {
  if (of === undefined) return { kind: 'direct' }
  return { kind: verb === 'redo' || verb === 'revert' || verb === 'restore' ? verb : 'undo', of: operationId(of), ...(also && { also: also.map(operationId) }) }
}

/** Of the branches it moved. A name that comes or goes changes no context, unless its commits came or went with it. */
function tokenDelta(moves: readonly Move[], grown: ReadonlySet<string>, totals: Totals): number {
  return moves.filter(({ ref }) => isBranch(ref)).reduce((sum, { ref, before, after }) => {
    const [a, b] = [before === null ? undefined : totals.get(before), after === null ? undefined : totals.get(after)]
    if (a && b) return sum + (a.encoding === b.encoding ? b.contextTokens - a.contextTokens : 0)
    return sum + (grown.has(ref) ? (b?.contextTokens ?? 0) - (a?.contextTokens ?? 0) : 0)
  }, 0)
}

type Totals = ReadonlyMap<CommitKey, CommitTotals>

function totalsOf(db: ReadDb, moves: readonly Move[]): Totals {
  const keys = moves.flatMap(({ before, after }) => [before, after]).filter((key) => key !== null)
  return new Map(keys.length === 0 ? [] : listTotals(db, keys).map((row) => [row.id, row]))
}

const hashIn = (totals: Totals, key: CommitKey | null): CommitHash | null => (key === null ? null : (totals.get(key)?.hash ?? null))
