import type { ReadDb } from './database.ts'
import type { TractKey } from './tracts.ts'

/** What a record says, as JSON that names texts by hash. */
export type RecordRow = readonly [tract: TractKey, record: string]

/** All that records of every kind ever said: waiting merges, compressions, proposals, unfinished answers, notes of policies and runs, reasons; the latest first. */
export const readRecords = (db: ReadDb): readonly RecordRow[] =>
  db.rows<RecordRow>(
    `select tract, coalesce("before", '') || coalesce("after", '') || coalesce(payload, '') from journal
     where ("before" is not null or "after" is not null or payload is not null) and type not in ('head_moved', 'config_changed', 'trash_changed', 'gc_pruned') order by gseq desc`,
  )

export type RunningText = { readonly tract: TractKey; readonly text: string }

/** What running answers have brought so far that contains one of these words. */
export const listRunning = (db: ReadDb, words: readonly string[]): readonly RunningText[] =>
  db.all('select tract, text from reply_buffers where exists (select 1 from json_each(?) as w where instr(text, w.value) > 0) order by rowid', JSON.stringify(words))
