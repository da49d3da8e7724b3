import { contextsOf } from '../../context/contexts.ts'
import { type Entry, findCovers, findEntry, type State } from '../../context/state.ts'
import type { Priority } from '../../model/content.ts'
import type { Change } from '../../journal/changes.ts'
import type { TractHandle } from '../../journal/openWorkspace.ts'
import { checkNotPurged } from '../../journal/purged.ts'
import type { Tx } from '../../journal/transact.ts'
import type { BlobKey } from '../../store/blobs.ts'
import { type CommitKey, type CommitRow, getCommit } from '../../store/commits.ts'
import type { ReadDb } from '../../store/database.ts'
import { listOperationEntries } from '../../store/journalPlaces.ts'
import type { OperationRow } from '../../store/journalRows.ts'
import { stretchesTo } from '../../store/lines.ts'
import { findBranch } from '../../store/refs.ts'
import { configOf } from '../configOf.ts'
import { noteOf } from '../labels.ts'
import { messageOfCommit } from '../messageRef.ts'
import { writeCommit } from '../writeCommit.ts'

/** One commit that says the opposite of what an older one said. */
type OppositeCommit =
  | { readonly kind: 'edit'; readonly target: CommitKey; readonly content: BlobKey }
  | { readonly kind: 'annotate'; readonly target: CommitKey; readonly priority: Priority }
  | { readonly kind: 'expand'; readonly target: CommitKey }
/** What takes an operation's commits back on a branch on which others stand on top of them. */
export type Opposites = {
  readonly branch: string
  readonly commits: readonly OppositeCommit[]
  /** Commits that later changed the same thing: while there are any, nothing may be written. */
  readonly inTheWay: readonly CommitKey[]
}

/** null where there is no opposite: for merges, expansions and moves, and where the operation's commits are not on the branch any more. */
export function oppositesOf(tract: TractHandle, db: ReadDb, operation: OperationRow, change: Change): Opposites | null {
  const { key: branch, before, after } = change as Change & { readonly before: CommitKey | null; readonly after: CommitKey | null }
  const tip = findBranch(db, tract.key, branch)
  const made = after === null ? null : commitsMade(db, operation, branch)
  if (change.kind !== 'ref' || after === null || made === null || tip === undefined || !isOnLine(db, after, tip)) return null
  checkNotPurged(db, [before, after].map((commit) => ({ kind: 'ref', after: commit })))
  const { states } = contextsOf(tract.file, configOf(tract).encoding)
  const [then, left, now] = [states.at(before), states.at(after), states.at(tip)]
  const messages = [...new Set(made.toReversed().flatMap((commit) => messageOfCommit(commit) ?? []))]
  const found = messages.map((message) => oppositeOf(message, then, left, now))
  return { branch, commits: found.flatMap(({ commits }) => commits), inTheWay: found.flatMap(({ inTheWay }) => inTheWay) }
}

export function writeOpposites(tract: TractHandle, tx: Tx, { branch, commits }: Opposites): void {
  const { encoding } = configOf(tract)
  for (const commit of commits) {
    const tip = findBranch(tx.db, tract.key, branch)
    if (tip === undefined) throw new Error(`BUG: no branch ${branch}`)
    const note = commit.kind === 'annotate' ? { note: noteOf({ reason: 'reverted' }) } : {}
    writeCommit(tract, tx, { branch, tip: getCommit(tx.db, tip), ...commit, ...note, encoding })
  }
}

const withOpposite: ReadonlySet<string> = new Set(['append', 'edit', 'annotate', 'compress'])

/** The operation's commits on a branch, oldest first; null where it also moved the branch, or made one that has no opposite. */
function commitsMade(db: ReadDb, operation: OperationRow, branch: string): readonly CommitRow[] | null {
  const entries = listOperationEntries(db, [operation]).filter(({ key, type }) => key === branch && type !== 'config_changed')
  if (entries.some(({ type, afterCommit }) => type !== 'commit_created' || afterCommit === null)) return null
  const commits = entries.map(({ afterCommit }) => getCommit(db, afterCommit ?? 0))
  return commits.every(({ kind }) => withOpposite.has(kind)) ? commits : null
}

/** Whether the line of first parents to `tip` goes through a commit. */
function isOnLine(db: ReadDb, key: CommitKey, tip: CommitKey): boolean {
  const { segment, generation } = getCommit(db, key)
  return stretchesTo(db, tip).some((stretch) => stretch.segment === segment && generation >= stretch.from && generation <= stretch.to)
}

type Opposite = Pick<Opposites, 'commits' | 'inTheWay'>

/** A message before the operation, as the operation left it, and now. */
function oppositeOf(message: CommitKey, then: State, left: State, now: State): Opposite {
  const [a, b, c] = [findEntry(then, message), findEntry(left, message), findEntry(now, message)]
  if (!b || !c) return { commits: [], inTheWay: [] }
  if (a) return putBack(a, b, c)
  const covers = findCovers(now, message).filter((cover) => !findEntry(left, cover.message))
  return { commits: takeAway(b), inTheWay: [...changedSince(b, c), ...covers.map(({ introducedAt }) => introducedAt)] }
}

/** The registers that the operation wrote, as they were before it. */
function putBack(a: Entry, b: Entry, c: Entry): Opposite {
  const [text, priority] = [a.blobBy !== b.blobBy, a.priorityBy !== b.priorityBy]
  return {
    commits: [
      ...(text && a.blob !== b.blob ? [{ kind: 'edit', target: a.message, content: a.blob } as const] : []),
      ...(priority && a.priority !== b.priority ? [{ kind: 'annotate', target: a.message, priority: a.priority } as const] : []),
    ],
    inTheWay: [...(text && b.blobBy !== c.blobBy ? [c.blobAt] : []), ...(priority && b.priorityBy !== c.priorityBy ? [c.priorityAt] : [])],
  }
}

/** A message that others stand on can't go: it is hidden. A summary is taken out of force. */
function takeAway({ message, summary, priority }: Entry): readonly OppositeCommit[] {
  if (summary) return summary.inForce ? [{ kind: 'expand', target: message }] : []
  return priority === 'skip' ? [] : [{ kind: 'annotate', target: message, priority: 'skip' }]
}

function changedSince(b: Entry, c: Entry): readonly CommitKey[] {
  return [
    ...(b.blobBy === c.blobBy ? [] : [c.blobAt]), ...(b.priorityBy === c.priorityBy ? [] : [c.priorityAt]),
    ...(b.summary && c.summary && b.summary.inForceBy !== c.summary.inForceBy ? [c.summary.inForceAt] : []),
  ]
}
