import type { CommitKey } from './commits.ts'
import type { ReadDb } from './database.ts'
import { countStretch, getPlace, getSegment } from './segments.ts'

/** The n-th first parent of a commit; undefined where its line is shorter. Reads a few rows a segment, not one a step. */
export function findAncestor(db: ReadDb, key: CommitKey, steps: number): CommitKey | undefined {
  let [from, left] = [key, steps]
  for (;;) {
    const { segment, generation } = getPlace(db, from)
    const found = db.get<{ id: CommitKey }>(
      // generations may have gaps behind a merge: only their order counts
      'select id from commits where segment = ? and generation <= ? order by generation desc limit 1 offset ?', segment, generation, left,
    )
    if (found) return found.id
    const { parent } = getSegment(db, segment)
    if (parent === null) return undefined
    left -= countStretch(db, { segment, from: 0, to: generation })
    from = parent
  }
}
