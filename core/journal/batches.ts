import { getEntry, getOperation, type OperationRow } from '../store/journalRows.ts'
import type { ReadDb } from '../store/database.ts'
import { getTract, type TractKey } from '../store/tracts.ts'
import type { OpenWorkspace, TractHandle } from './openWorkspace.ts'
import type { Act } from './progress.ts'

/** A batch that is open in this process: its first act, null before there is one. */
export type OpenBatch = { readonly first: number | null }

/**
 * From now on every act of the tract belongs to one batch, until it is committed: each is in the file at once, as an act of its own, and undo takes
 * all of them back together afterwards. False where one is open already. It is open in this process alone: one that is closed, or dies, leaves
 * what was done as a batch that was committed.
 */
export function openBatch({ file, key }: TractHandle): boolean {
  if (file.batches.has(key)) return false
  file.batches.set(key, { first: null })
  return true
}

/** Ends the batch and gives how many of its acts are in effect; null where none is open. */
export function commitBatch(tract: TractHandle): number | null {
  const count = countInBatch(tract)
  tract.file.batches.delete(tract.key)
  return count
}

/** How many acts of the open batch are in effect; null where none is open. */
export function countInBatch({ file, key }: TractHandle): number | null {
  const open = file.batches.get(key)
  if (!open) return null
  const { currentOperation: current } = getTract(file.db.read, key)
  return current === null || open.first === null || batchOf(file.db.read, current) !== open.first ? 0 : runBack(file.db.read, current).length
}

/** The act as it is recorded while a batch is open. */
export function asPartOf(file: OpenWorkspace, tract: TractKey, act: Act, operation: number): Act {
  const open = file.batches.get(tract)
  return open ? { ...act, batch: open.first ?? operation } : act
}

/** An operation that can be taken back was recorded: if it is the first of the open batch, the batch goes by its number. */
export function joinBatch(file: OpenWorkspace, tract: TractKey, operation: number): void {
  if (file.batches.get(tract)?.first === null) file.batches.set(tract, { first: operation })
}

/** Whether the open batch, if there is one, leaves this act alone to be undone: what came before it has to wait. */
export function isBeforeBatch({ file, key }: TractHandle, operation: number): boolean {
  const open = file.batches.get(key)
  return open !== undefined && (open.first === null || batchOf(file.db.read, operation) !== open.first)
}

/** The operations that undo takes back with this one, newest first, itself the first of them: all of its batch, once that is committed. */
export function undoneWith({ file, key }: TractHandle, operation: number): readonly OperationRow[] {
  return file.batches.has(key) ? [getOperation(file.db.read, operation)] : runBack(file.db.read, operation)
}

/** The operations that redo brings with this one, newest first: back to where undo stands now. */
export function redoneWith({ file }: TractHandle, operation: number, current: number | null): readonly OperationRow[] {
  const rows: OperationRow[] = []
  for (let id: number | null = operation; id !== null && id !== current; id = rows.at(-1)?.previous ?? null) rows.push(getOperation(file.db.read, id))
  return rows
}

/** Those of one batch that were in effect when it was the newest, itself first. */
function runBack(db: ReadDb, operation: number): readonly OperationRow[] {
  const batch = batchOf(db, operation)
  const rows = [getOperation(db, operation)]
  if (batch === null) return rows
  for (let id = rows[0]?.previous ?? null; id !== null && batchOf(db, id) === batch; id = rows.at(-1)?.previous ?? null) rows.push(getOperation(db, id))
  return rows
}

const batchOf = (db: ReadDb, operation: number): number | null => (JSON.parse(getEntry(db, operation).act ?? '{}') as Partial<Act>).batch ?? null
