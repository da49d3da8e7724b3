import type { ReadDb } from './database.ts'
import type { TractKey } from './tracts.ts'

/** One time a policy acted or was held back: `payload` is its JSON. */
export type PolicyNote = { readonly gseq: number; readonly at: number; readonly payload: string }

const columns = `select gseq, at, payload from journal where tract = ? and type = 'policy_evaluated'`

/** Those after an entry, oldest first. */
export const listPolicyNotesAfter = (db: ReadDb, tract: TractKey, gseq: number): readonly PolicyNote[] => db.all(`${columns} and gseq > ? order by gseq`, tract, gseq)

/** Those up to an entry, newest first; of one policy, where it is named. */
export function listPolicyNotesBack(db: ReadDb, tract: TractKey, from: number, policy: string | null, limit: number): readonly PolicyNote[] {
  return db.all(`${columns} and gseq <= ? and (? is null or payload ->> '$.policy' = ?) order by gseq desc limit ?`, tract, from, policy, policy, limit)
}
