import type { Database, WriteDb } from '../store/database.ts'
import { getOperation, insertOperation, type JournalRow, listJournal } from '../store/journalRows.ts'
import { openDatabase } from '../store/open.ts'
import { copyObjects } from '../store/copyObjects.ts'
import { type Projection, projections } from '../store/projections.ts'
import { getTract, setProgress } from '../store/tracts.ts'
import { apply } from './apply.ts'
import { digestOf } from './digest.ts'
import { toFact } from './facts.ts'
import { type Act, isUndoable, progressAfter } from './progress.ts'

export type ReplayReport =
  | { readonly kind: 'same'; readonly digest: string }
  | { readonly kind: 'different'; readonly live: string; readonly replayed: string; readonly keys: readonly Projection[] }

/** Rebuilds every projection from the journal beside the live ones, and compares. Changes nothing. */
export function replay(live: Database): ReplayReport {
  const copy = openDatabase(':memory:')
  try {
    return live.snapshot((from) => {
      copy.write((to) => {
        copyObjects(from, to)
        for (const rows of byOperation(listJournal(from, 1, Number.MAX_SAFE_INTEGER))) replayOperation(to, rows)
      })
      const [a, b] = [digestOf(from), digestOf(copy.read)]
      const keys = projections.filter((name) => a[name] !== b[name])
      const [liveText, replayed] = [Object.values(a).join(), Object.values(b).join()]
      return keys.length === 0 ? { kind: 'same', digest: liveText } : { kind: 'different', live: liveText, replayed, keys }
    })
  } finally {
    copy.close()
  }
}

/** Entries of one transaction lie together; those of one operation carry its number. */
function byOperation(rows: readonly JournalRow[]): readonly (readonly JournalRow[])[] {
  const groups = new Map<number, JournalRow[]>()
  for (const row of rows) {
    const group = groups.get(row.operation)
    if (group) group.push(row)
    else groups.set(row.operation, [row])
  }
  return [...groups.values()]
}

function replayOperation(db: WriteDb, rows: readonly JournalRow[]): void {
  const first = rows[0]
  const last = rows.at(-1)
  if (!first || !last) return
  const facts = rows.filter((row) => row.isNote === 0)
  for (const row of facts) apply(db, row.tract, toFact(row), row.at)
  const act = JSON.parse(first.act ?? '{}') as Act
  const tract = getTract(db, first.tract)
  const undoable = isUndoable(act, facts.map((row) => row.type))
  const before = { current: tract.currentOperation, redo: tract.redo }
  if (facts.length > 0) insertOperation(db, { id: first.operation, tract: first.tract, last: last.gseq, previous: before.current, isUndoable: undoable ? 1 : 0 })
  const after = facts.length > 0 ? progressAfter(before, first.operation, act, undoable, (id) => getOperation(db, id).previous) : before
  setProgress(db, first.tract, last.seq, after.current, after.redo, facts.length > 0 ? last.at : tract.lastUsedAt)
}
