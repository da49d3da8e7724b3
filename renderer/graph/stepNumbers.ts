import type { RailRow } from './rows.ts'

/** Which step each row is, counted from the oldest, row by row as given, newest first; a run counts as many as it holds, a merge none. `older`: how many come before the rows. */
export function stepNumbers(rows: readonly RailRow[], older: number): readonly (number | null)[] {
  let number = older
  return rows
    .toReversed()
    .map(({ isMerge, fold }) => {
      if (!isMerge) number += fold?.count ?? 1
      return isMerge ? null : number
    })
    .toReversed()
}
