import { findCover, findEntry, type State } from '../../context/state.ts'
import { type CommitKey, findCommit } from '../../store/commits.ts'
import type { ReadDb } from '../../store/database.ts'
import { findPayload } from '../../store/payloads.ts'
import { findLiving } from '../../store/purges.ts'

export type Nested = {
  /** Summaries inside the picked one that aren't here, inner ones first: without them, what they stand for could be shown beside it. */
  readonly bring: readonly CommitKey[]
  /** Messages of the summary that are here, but expanded, skipped or inside another summary. */
  readonly overlapping: readonly CommitKey[]
}

/** What a summary's commit has to bring along onto a state. */
export function nestedIn(db: ReadDb, state: State, summary: CommitKey): Nested {
  const bring: CommitKey[] = []
  const overlapping: CommitKey[] = []
  const look = (commit: CommitKey): void => {
    for (const message of findPayload(db, findLiving(db, commit) ?? commit)?.replaces ?? []) {
      const entry = findEntry(state, message)
      if (entry && ((entry.summary && !entry.summary.inForce) || entry.priority === 'skip' || findCover(state, message))) overlapping.push(message)
      if (entry || bring.includes(message) || findCommit(db, message)?.kind !== 'compress' || findLiving(db, message) === undefined) continue
      look(message)
      bring.push(message)
    }
  }
  // Of a nested one whose own commit went for good a copy tells the same.
  look(summary)
  return { bring, overlapping }
}
