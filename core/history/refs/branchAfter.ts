import { contextsOf } from '../../context/contexts.ts'
import { eachEntry, type Entry, findEntry, type State } from '../../context/state.ts'
import type { Ref } from '../../model/ids.ts'
import type { Branch } from '../../model/refs.ts'
import type { TractHandle } from '../../journal/openWorkspace.ts'
import { transact } from '../../journal/transact.ts'
import { getBlob } from '../../store/blobs.ts'
import { type CommitKey, hashOfCommit } from '../../store/commits.ts'
import { annotate } from '../annotate.ts'
import { createBranch, getBranch } from './branches.ts'
import { configOf } from '../configOf.ts'
import { edit } from '../edit.ts'
import { entryOnBranch } from '../messageRef.ts'
import { positionOf } from './position.ts'

/**
 * Starts a branch that ends with a message, and moves to it. What this branch shows up to there stands on the new one as it stands here now:
 * corrections, pins and hidden messages that were made later are made again there, in the same operation.
 * Faults: `edit/target-missing`, `ref/not-found`, `ref/bad-name`, `branch/exists`.
 */
export function branchAfter(tract: TractHandle, name: string, message: Ref): Branch {
  const made = transact(tract, { verb: 'branch', detail: name }, (tx) => {
    const { branch, tip } = positionOf(tx.db, tract)
    const { state, entry } = entryOnBranch(tx.db, tract, message, branch ?? 'HEAD', tip)
    const isLast = lastEntry(state) === entry.message
    const { name: kept } = createBranch(tract, name, { from: hashOfCommit(tx.db, isLast && tip !== null ? tip : entry.introducedAt) })
    if (!isLast) repeatChanges(tract, kept, state, entry)
    return kept
  })
  return getBranch(tract, made)
}

function lastEntry(state: State): CommitKey | null {
  let last: CommitKey | null = null
  eachEntry(state, ({ message }) => (last = message))
  return last
}

/** Makes the new branch show its messages as the old one does. */
function repeatChanges(tract: TractHandle, branch: string, state: State, until: Entry): void {
  const { db } = tract.file
  const there: TractHandle = { ...tract, branch }
  const { states } = contextsOf(tract.file, configOf(tract).encoding)
  const start = states.at(positionOf(db.read, there).tip)
  eachEntry(state, (entry) => {
    const before = findEntry(start, entry.message)
    if (!before || entry.introducedAt > until.introducedAt) return
    const target = hashOfCommit(db.read, entry.message)
    if (before.blob !== entry.blob) edit(there, target, getBlob(db.read, entry.blob).content)
    if (before.priority !== entry.priority) annotate(there, [target], entry.priority)
  })
}
