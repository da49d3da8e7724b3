import { getAuthor } from '../store/authors.ts'
import { getHash } from '../store/commits.ts'
import type { ReadDb } from '../store/database.ts'
import { type JournalRow, listJournal } from '../store/journalRows.ts'
import { getTract } from '../store/tracts.ts'
import { entryHash } from './chain.ts'

export type VerifyReport =
  | { readonly kind: 'intact'; readonly entries: number; readonly head: string }
  | { readonly kind: 'broken'; readonly at: number; readonly expected: string; readonly actual: string }

/** Checks the journal from its first entry: numbers without gaps, and each entry's hash over its fields and the hash before it. */
export function verify(db: ReadDb): VerifyReport {
  let previous = ''
  let entries = 0
  for (const row of listJournal(db, 1, Number.MAX_SAFE_INTEGER)) {
    entries += 1
    const expected = row.gseq === entries ? rehash(db, previous, row) : `entry ${entries}`
    if (expected !== row.hash) return { kind: 'broken', at: entries, expected, actual: row.gseq === entries ? row.hash : `entry ${row.gseq}` }
    previous = row.hash
  }
  return { kind: 'intact', entries, head: previous }
}

function rehash(db: ReadDb, previous: string, row: JournalRow): string {
  const author = getAuthor(db, row.author)
  const hash = (key: number | null) => (key === null ? null : getHash(db, key))
  return entryHash(previous, row, getTract(db, row.tract).uuid, `${author.kind}:${author.id}`, hash(row.beforeCommit), hash(row.afterCommit))
}
