import type { ReadDb } from './database.ts'
import type { TractKey } from './tracts.ts'

/** The newest move of HEAD from one place to another; the branch under it getting another name is none. */
export const lastHeadMove = `select "before" from journal where tract = ? and type = 'head_moved' and payload ->> '$.renamed' is null order by gseq desc limit 1`

/** Where HEAD was before its last move, as the journal writes it; undefined when it never moved. */
export function findPreviousHead(db: ReadDb, tract: TractKey): string | undefined {
  return db.get<{ before: string }>(lastHeadMove, tract)?.before
}
