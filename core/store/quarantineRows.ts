import type { ReadDb, WriteDb } from './database.ts'
import type { TractKey } from './tracts.ts'

/** A row that a repair set aside and that holds a text: what a running answer had brought. Other rows name texts by hash. */
export type AsideRow = { readonly id: number; readonly tract: TractKey; readonly text: string; readonly bytes: number }

const columns = `select id, "row" ->> '$.columns.tract' as tract, "row" ->> '$.columns.text' as text, length(cast("row" ->> '$.columns.text' as blob)) as bytes from quarantine`

/** Those whose text is one of these. */
export const listAside = (db: ReadDb, words: readonly string[]): readonly AsideRow[] =>
  db.all(`${columns} where ("row" ->> '$.columns.text') in (select value from json_each(?)) order by id`, JSON.stringify(words))

/** Those whose text contains one of these and says more. */
export const listAsideContaining = (db: ReadDb, words: readonly string[]): readonly AsideRow[] =>
  db.all(
    `${columns} where exists (select 1 from json_each(?) as w where instr("row" ->> '$.columns.text', w.value) > 0) and ("row" ->> '$.columns.text') not in (select value from json_each(?)) order by id`,
    JSON.stringify(words), JSON.stringify(words),
  )

export const dropAside = (db: WriteDb, rows: readonly number[]): void => void db.run('delete from quarantine where id in (select value from json_each(?))', JSON.stringify(rows))
