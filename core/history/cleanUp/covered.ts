import { contextsOf } from '../../context/contexts.ts'
import { kindOf } from '../../store/commitKinds.ts'
import { type Entry, eachEntry, findCovers, findEntry, isShown, type State } from '../../context/state.ts'
import type { TractHandle } from '../../journal/openWorkspace.ts'
import type { LinkRow } from '../../store/cleanUpRows.ts'
import { type CommitKey, getCommit } from '../../store/commits.ts'
import type { ReadDb } from '../../store/database.ts'
import { findPayload } from '../../store/payloads.ts'
import { configOf } from '../configOf.ts'

/**
 * The messages that no root shows, and for which at every root that has them a summary has stood since `before`. From one root to the next on its line
 * only what the commit between them names can have changed, so each message is looked at where it is first met and where it is named.
 */
export function coveredSince(tract: TractHandle, db: ReadDb, links: readonly LinkRow[], roots: ReadonlySet<CommitKey>, before: number): ReadonlySet<CommitKey> {
  const { states } = contextsOf(tract.file, configOf(tract).encoding)
  const [covered, others] = [new Set<CommitKey>(), new Set<CommitKey>()]
  const isOld = oldCommits(db, before)
  const look = (state: State, entry: Entry): void => {
    const isCovered = !isShown(state, entry) && findCovers(state, entry.message).some((summary) => summary.summary !== null && isOld(summary.summary.inForceAt))
    if (isCovered) covered.add(entry.message)
    else others.add(entry.message)
  }
  for (const link of links) {
    const [id, parent] = link
    if (!roots.has(id)) continue
    const state = states.at(id)
    const named = parent !== null && roots.has(parent) ? namedBy(db, link) : null
    if (named === null) eachEntry(state, (entry) => look(state, entry))
    else for (const message of named) {
      const entry = findEntry(state, message)
      if (entry) look(state, entry)
    }
  }
  return new Set([...covered].filter((message) => !others.has(message)))
}

/** The messages whose place in the context a commit can change; null where only looking at all of them tells. */
function namedBy(db: ReadDb, [id, , , , , kind]: LinkRow): readonly CommitKey[] | null {
  const { origin, target } = getCommit(db, id)
  switch (kindOf(kind)) {
    case 'append':
      return [origin ?? id]
    case 'edit':
    case 'annotate':
      return target === null ? [] : [target]
    case 'compress':
      return [origin ?? id, ...(findPayload(db, id)?.replaces ?? [])]
    default:
      return null
  }
}

function oldCommits(db: ReadDb, before: number): (commit: CommitKey) => boolean {
  const known = new Map<CommitKey, boolean>()
  return (commit) => {
    const isOld = known.get(commit) ?? getCommit(db, commit).createdAt <= before
    known.set(commit, isOld)
    return isOld
  }
}
