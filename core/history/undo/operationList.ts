import type { Page, PageOptions } from '../../model/ids.ts'
import type { Operation } from '../../model/operation.ts'
import { describeOperations } from '../../journal/operations.ts'
import type { TractHandle } from '../../journal/openWorkspace.ts'
import { findOperation, listOperationsBack } from '../../store/journalRows.ts'
import { fromCursor, pageSize, toCursor } from '../cursor.ts'

/** Everything that was done to the tract, newest first, undone acts and what undid them too. Default limit 100. Faults: `cursor/bad`. */
export function operations(tract: TractHandle, options: PageOptions = {}): Page<Operation> {
  return tract.file.db.snapshot((db) => {
    const limit = pageSize(options.limit, 100)
    const isHere = (id: number) => findOperation(db, id)?.tract === tract.key
    const [from = Number.MAX_SAFE_INTEGER] = options.cursor ? fromCursor('operations', options.cursor, isHere) : []
    const rows = listOperationsBack(db, tract.key, from, limit + 1)
    const next = rows[limit]
    return { items: describeOperations(db, rows.slice(0, limit)), next: next ? toCursor('operations', [next.id]) : null }
  })
}
