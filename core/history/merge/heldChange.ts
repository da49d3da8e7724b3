import { isAncestor } from '../../context/ancestry.ts'
import { type CommitKey, listCopies } from '../../store/commits.ts'
import type { ReadDb } from '../../store/database.ts'

/** Whether a history holds a change: its own commit, or a copy of it. */
export function holdsChange(db: ReadDb, tip: CommitKey | null, change: CommitKey): boolean {
  return tip !== null && [change, ...listCopies(db, change)].some((commit) => isAncestor(db, commit, tip))
}

/** The same for a commit that is known not to lie in that history itself: nearly always nothing else has to be looked at. */
export function holdsCopyOf(db: ReadDb, tip: CommitKey, commit: CommitKey, change: CommitKey): boolean {
  const others = [...(change === commit ? [] : [change]), ...listCopies(db, change)].filter((other) => other !== commit)
  return others.some((other) => isAncestor(db, other, tip))
}
