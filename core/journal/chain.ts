import { hashOf } from '../model/hash.ts'
import type { CommitHash } from '../model/ids.ts'
import type { JournalRow } from '../store/journalRows.ts'

/** Links an entry to the one before it: commits and tracts by their hash and id, so the chain holds wherever the rows are copied. */
export function entryHash(previous: string, row: Omit<JournalRow, 'hash'>, tract: string, author: string, before: CommitHash | null, after: CommitHash | null): string {
  const fields = [previous, row.gseq, tract, row.seq, row.operation, row.at, author, row.isNote, row.type, row.key, before, after, row.before, row.after, row.payload, row.act]
  return hashOf('tract:journal:1', JSON.stringify(fields))
}
