import type { CommitHash } from '../model/ids.ts'
import { getAuthor } from '../store/authors.ts'
import { type CommitKey, listHashes } from '../store/commits.ts'
import type { ReadDb } from '../store/database.ts'
import { eachPortion, type JournalRow } from '../store/journalRows.ts'
import { getTract } from '../store/tracts.ts'
import { entryHash } from './chain.ts'

export type VerifyReport =
  | { readonly kind: 'intact'; readonly entries: number; readonly head: string }
  | { readonly kind: 'broken'; readonly at: number; readonly expected: string; readonly actual: string }

type Broken = Extract<VerifyReport, { kind: 'broken' }>
/** Where the check has come, and what it looked up on the way. */
type Walk = {
  entries: number
  head: string
  at: number
  readonly seqs: Map<number, number>
  readonly tracts: Map<number, string>
  readonly authors: Map<number, string>
}

/**
 * Checks the journal from its first entry: each entry's hash over its fields and the hash before it, numbers without gaps in the file and in
 * each tract, and times that only go forward.
 */
export function verify(db: ReadDb): VerifyReport {
  const walk: Walk = { entries: 0, head: '', at: -Infinity, seqs: new Map(), tracts: new Map(), authors: new Map() }
  for (const rows of eachPortion(db)) {
    const hashes = new Map(listHashes(db, rows.flatMap(({ beforeCommit, afterCommit }) => [beforeCommit, afterCommit].filter((key) => key !== null))))
    for (const row of rows) {
      const hash = row.gseq === walk.entries + 1 ? rehash(db, walk, row, (key) => (key === null ? null : (hashes.get(key) ?? null))) : ''
      const broken = problemAt(walk, row, hash)
      if (broken) return broken
      pass(walk, row)
    }
  }
  return { kind: 'intact', entries: walk.entries, head: walk.head }
}

function problemAt({ entries, at, seqs }: Walk, row: JournalRow, hash: string): Broken | null {
  const seq = (seqs.get(row.tract) ?? 0) + 1
  const broken = (expected: string, actual: string): Broken => ({ kind: 'broken', at: entries + 1, expected, actual })
  if (row.gseq !== entries + 1) return broken(`entry ${entries + 1}`, `entry ${row.gseq}`)
  if (row.hash !== hash) return broken(hash, row.hash)
  if (row.seq !== seq) return broken(`entry ${seq} of its tract`, `entry ${row.seq} of its tract`)
  if (row.at <= at) return broken(`a time after ${at}`, `${row.at}`)
  return null
}

function pass(walk: Walk, row: JournalRow): void {
  walk.entries = row.gseq
  walk.head = row.hash
  walk.at = row.at
  walk.seqs.set(row.tract, row.seq)
}

function rehash(db: ReadDb, walk: Walk, row: JournalRow, hashOf: (key: CommitKey | null) => CommitHash | null): string {
  const tract = known(walk.tracts, row.tract, () => getTract(db, row.tract).uuid)
  const author = known(walk.authors, row.author, () => {
    const { kind, id } = getAuthor(db, row.author)
    return `${kind}:${id}`
  })
  return entryHash(walk.head, row, tract, author, hashOf(row.beforeCommit), hashOf(row.afterCommit))
}

function known(map: Map<number, string>, key: number, find: () => string): string {
  const value = map.get(key) ?? find()
  map.set(key, value)
  return value
}
