import BetterSqlite3 from 'better-sqlite3'
import { entryHash } from '../../core/journal/chain.ts'
import type { CommitHash } from '../../core/model/ids.ts'
import type { JournalRow } from '../../core/store/journalRows.ts'
import { damagedFiles } from './damagedFiles.ts'

export type RawEntry = { readonly gseq: number; readonly tract: number; readonly seq: number; readonly operation: number; readonly at: number; readonly isNote: 0 | 1; readonly type: string; readonly key: string | null; readonly payload: string | null }

/** The journal of a file as it lies there, read past the library. */
export function journalOf(path: string): readonly RawEntry[] {
  const driver = new BetterSqlite3(path, { readonly: true })
  const rows = driver.prepare('select gseq, tract, seq, operation, at, is_note as isNote, type, key, payload from journal order by gseq').all()
  driver.close()
  return rows as RawEntry[]
}

/** Runs SQL past the library, as a stranger or a fault of the disk would. */
export function meddle(path: string, sql: string): void {
  damagedFiles.add(path)
  const driver = new BetterSqlite3(path)
  try {
    driver.exec(sql)
  } finally {
    driver.close()
  }
}

/** What is wrong with the numbers and times of a journal: gaps, repeats, times that stand or go back. */
export function journalProblems(entries: readonly RawEntry[]): readonly string[] {
  const seqs = new Map<number, number>()
  return entries.flatMap((entry, i) => {
    const seq = (seqs.get(entry.tract) ?? 0) + 1
    seqs.set(entry.tract, seq)
    return [
      ...(entry.gseq === i + 1 ? [] : [`entry ${i + 1} has the number ${entry.gseq}`]),
      ...(entry.seq === seq ? [] : [`entry ${entry.gseq} is ${entry.seq} of its tract, not ${seq}`]),
      ...(i === 0 || entry.at > (entries[i - 1]?.at ?? 0) ? [] : [`entry ${entry.gseq} is not later than the one before`]),
    ]
  })
}

/** Computes the hashes of a journal anew from what lies there, as a forger would who knows how. */
export function rechain(path: string): void {
  const driver = new BetterSqlite3(path)
  const rows = driver.prepare(`select j.gseq, j.seq, operation, at, is_note as isNote, type, key, "before", "after", payload, act, t.uuid, a.kind || ':' || a.name as who,
    lower(hex(b.hash)) as beforeHash, lower(hex(c.hash)) as afterHash from journal as j join tracts as t on t.id = j.tract join authors as a on a.id = j.author
    left join commits as b on b.id = before_commit left join commits as c on c.id = after_commit order by j.gseq`).all() as readonly ChainedRow[]
  let previous = ''
  for (const row of rows) {
    previous = entryHash(previous, row, row.uuid, row.who, row.beforeHash || null, row.afterHash || null)
    driver.prepare('update journal set hash = ? where gseq = ?').run(Buffer.from(previous, 'hex'), row.gseq)
  }
  driver.close()
}
type ChainedRow = JournalRow & { readonly uuid: string; readonly who: string; readonly beforeHash: CommitHash; readonly afterHash: CommitHash }
