import { Fault } from '../model/fault.ts'
import { asOperationId } from '../model/ids.ts'
import type { Json } from '../model/json.ts'
import { type CommitKey, findCommitKey } from '../store/commits.ts'
import type { ReadDb } from '../store/database.ts'
import { findGoneText, findPurge, findPurgeIn, type Purge } from '../store/purges.ts'
import type { Change } from './changes.ts'
import type { Ranges } from './facts.ts'

/** Faults: `undo/purged`, naming the clean-up, where a change would lead to steps or texts that went for good. */
export function checkNotPurged(db: ReadDb, changes: readonly (Pick<Change, 'kind' | 'after'> & { readonly before?: Json })[]): void {
  const commits = changes.flatMap(({ kind, after }) => commitsIn(db, kind, after))
  // What left the trash for good can be neither put back into it nor taken out.
  const trash = changes.flatMap(({ kind, before = null, after }) => (kind === 'trash' ? [before, after].flatMap((record) => (record as { readonly commits: Ranges } | null)?.commits ?? []) : []))
  const purge = findPurge(db, commits) ?? (trash.length === 0 ? undefined : findPurgeIn(db, trash)) ?? findGoneText(db, changes.flatMap(({ kind, after }) => textsIn(kind, after)))
  if (purge) throw undoPurged(purge)
}

export const undoPurged = ({ by, at }: Purge): Fault => new Fault('undo/purged', { by: asOperationId(`op_${by}`), at: at / 1000 })

/** The commits that a value of a place leads to. A waiting compression names messages, which other commits may have brought too. */
function commitsIn(db: ReadDb, kind: Change['kind'], value: Json): readonly CommitKey[] {
  if (value === null) return []
  if (kind === 'ref') return [value as CommitKey]
  const { commit, ours, theirs } = value as { readonly commit?: Json; readonly ours?: Json; readonly theirs?: Json }
  const named = kind === 'head' ? [commit] : kind === 'merge' ? [ours, theirs] : []
  return named.flatMap((hash) => (typeof hash === 'string' ? (findCommitKey(db, hash) ?? []) : []))
}

const worded: ReadonlySet<Change['kind']> = new Set<Change['kind']>(['draft', 'compression', 'proposal'])

/** The texts without which a waiting record says nothing. What a drafted summary saw isn't its own; a merge whose answer went asks again. */
function textsIn(kind: Change['kind'], value: Json): readonly string[] {
  if (value === null || !worded.has(kind)) return []
  return JSON.stringify(value, (name, inner: Json) => (name === 'seen' ? undefined : inner)).match(/\b[0-9a-f]{64}\b/g) ?? []
}
