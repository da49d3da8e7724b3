import { type Ancestry, ancestryOf } from '../../context/ancestry.ts'
import { contextsOf } from '../../context/contexts.ts'
import { foldCommits } from '../../context/foldCommit.ts'
import { inLinearOrder } from '../../context/ownCommits.ts'
import type { FoldCommit, MessageKey } from '../../context/source.ts'
import type { State } from '../../context/state.ts'
import type { OpenWorkspace } from '../../journal/openWorkspace.ts'
import type { Encoding } from '../../model/config.ts'
import type { CommitKey } from '../../store/commits.ts'

/** One side of a merge. */
export type Side = {
  readonly tip: CommitKey
  readonly state: State
  /** The commits that only this side has, in linear order. */
  readonly own: readonly FoldCommit[]
  /** The changes that those commits are or copy. */
  readonly changes: ReadonlySet<MessageKey>
}
export type Sides = {
  readonly ours: Side
  readonly theirs: Side
  /** All maximal common ancestors, and the states there. */
  readonly bases: readonly CommitKey[]
  readonly baseStates: readonly State[]
}

/** Both sides of a merge of two commits. */
export function sidesOf(file: OpenWorkspace, encoding: Encoding, ours: CommitKey, theirs: CommitKey): Sides {
  const { states } = contextsOf(file, encoding)
  const ancestry = ancestryOf(file.db.read, [ours], [theirs])
  const side = (tip: CommitKey, stretches: Ancestry['ours']): Side => {
    const own = foldCommits(file.db.read, inLinearOrder(file.db.read, tip, stretches, encoding), encoding)
    return sideWith(tip, states.at(tip), own)
  }
  return {
    ours: side(ours, ancestry.ours), theirs: side(theirs, ancestry.theirs),
    bases: ancestry.bases, baseStates: ancestry.bases.map((base) => states.at(base)),
  }
}

export const sideWith = (tip: CommitKey, state: State, own: readonly FoldCommit[]): Side => ({ tip, state, own, changes: changesOf(own) })

/** What its commits are known by: copies share the change of their original. */
export const changesOf = (own: readonly FoldCommit[]): ReadonlySet<MessageKey> => new Set(own.map(({ change }) => change))
