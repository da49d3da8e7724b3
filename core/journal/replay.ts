import type { Database, ReadDb, WriteDb } from '../store/database.ts'
import { eachPortion, getOperation, insertOperation, type JournalRow } from '../store/journalRows.ts'
import { openDatabase } from '../store/open.ts'
import { copyObjects } from '../store/copyObjects.ts'
import { type Projection, projections } from '../store/projections.ts'
import { getTract, setProgress, type TractKey } from '../store/tracts.ts'
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
        replayJournal(from, to)
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

/** An operation of a tract lasts until the tract's next one begins: those of several tracts may lie in each other. */
type Running = { readonly id: number; readonly act: Act; facts: string[]; last: JournalRow }

/** Makes every projection from the journal of `from`; those of `to` must be empty. */
export function replayJournal(from: ReadDb, to: WriteDb): void {
  const running = new Map<TractKey, Running>()
  for (const rows of eachPortion(from)) {
    for (const row of rows) {
      const known = running.get(row.tract)
      if (known && known.id !== row.operation) endOperation(to, row.tract, known)
      const one = known?.id === row.operation ? known : { id: row.operation, act: JSON.parse(row.act ?? '{}') as Act, facts: [], last: row }
      running.set(row.tract, one)
      one.last = row
      if (row.isNote === 1) continue
      one.facts.push(row.type)
      apply(to, row.tract, toFact(row), row.at)
    }
  }
  for (const [tract, one] of running) endOperation(to, tract, one)
}

function endOperation(db: WriteDb, key: TractKey, { id, act, facts, last }: Running): void {
  const tract = getTract(db, key)
  const undoable = isUndoable(act, facts)
  const before = { current: tract.currentOperation, redo: tract.redo }
  if (facts.length > 0) insertOperation(db, { id, tract: key, last: last.gseq, previous: before.current, isUndoable: undoable ? 1 : 0 })
  const after = facts.length > 0 ? progressAfter(before, id, act, undoable, (other) => getOperation(db, other).previous) : before
  setProgress(db, key, last.seq, after.current, after.redo, facts.length > 0 ? last.at : tract.lastUsedAt)
}
