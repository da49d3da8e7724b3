import BetterSqlite3 from 'better-sqlite3'

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
