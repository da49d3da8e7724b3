import { asOperationId } from '../model/ids.ts'
import type { Operation, OperationCause } from '../model/operation.ts'
import type { RefMove } from '../model/refs.ts'
import { getAuthor } from '../store/authors.ts'
import { getHash } from '../store/commits.ts'
import type { ReadDb } from '../store/database.ts'
import { getOperation, type JournalRow, listJournal, type OperationRow } from '../store/journalRows.ts'
import type { Act } from './progress.ts'

export const operationId = (id: number) => asOperationId(`op_${id}`)

/** An operation as a person reads it, from its journal entries. */
export function describeOperation(db: ReadDb, operation: OperationRow): Operation {
  const rows = listJournal(db, operation.id, operation.last).filter((row) => row.operation === operation.id)
  const first = rows[0]
  if (!first) throw new Error(`BUG: operation ${operation.id} has no entries`)
  const act = JSON.parse(first.act ?? '{"verb":"unknown"}') as Act
  return {
    id: operationId(operation.id),
    seq: operation.last,
    verb: act.verb,
    detail: act.detail ?? undoneVerb(db, act),
    author: getAuthor(db, first.author),
    cause: causeOf(act),
    at: first.at / 1000,
    refs: rows.filter((row) => row.afterCommit !== null || row.beforeCommit !== null).flatMap((row) => moveOf(db, row)),
    tokenDelta: 0,
    undoable: operation.isUndoable === 1,
  }
}

function undoneVerb(db: ReadDb, act: Act): string | null {
  return act.of === undefined ? null : describeOperation(db, getOperation(db, act.of)).verb
}

function causeOf(act: Act): OperationCause {
  if (act.of === undefined) return { kind: 'direct' }
  return { kind: act.verb === 'redo' ? 'redo' : 'undo', of: operationId(act.of) }
}

function moveOf(db: ReadDb, row: JournalRow): readonly RefMove[] {
  if (row.key === null || !['commit_created', 'ref_updated', 'ref_deleted'].includes(row.type)) return []
  const hash = (key: number | null) => (key === null ? null : getHash(db, key))
  return [{ ref: row.key, before: hash(row.beforeCommit), after: row.type === 'ref_deleted' ? null : hash(row.afterCommit) }]
}
