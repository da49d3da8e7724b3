import { ownStretches } from '../context/ancestry.ts'
import { inLinearOrder } from '../context/ownCommits.ts'
import type { TractHandle } from '../journal/openWorkspace.ts'
import type { CommitKind, OwnCommits } from '../model/commit.ts'
import type { Ref } from '../model/ids.ts'
import { kindOf } from '../store/commitKinds.ts'
import type { CommitKey } from '../store/commits.ts'
import { listRefs, origHead } from '../store/refs.ts'
import { viewCommits } from './commitView.ts'
import { configOf } from './configOf.ts'
import { pageSize } from './cursor.ts'
import { positionOf } from './refs/position.ts'
import { resolveRef } from './refs/resolveRef.ts'

export type OwnCommitsOptions = { readonly limit?: number; readonly kinds?: readonly CommitKind[] }

/** What this branch reaches and none of the others does: the newest `limit` of it (default 100), oldest of them first. Faults: `ref/not-found`, `ref/ambiguous`. */
export function ownCommits(tract: TractHandle, others: readonly Ref[], options: OwnCommitsOptions = {}): OwnCommits {
  return tract.file.db.snapshot((db) => reachedAlone(tract, others.map((other) => resolveRef(db, tract, other)), options))
}

/** What nothing would lead to any more if this branch ended at `to`: no branch, no tag. Otherwise as `ownCommits`. */
export function leftBehind(tract: TractHandle, to: Ref, options: OwnCommitsOptions = {}): OwnCommits {
  return tract.file.db.snapshot((db) => {
    const { branch } = positionOf(db, tract)
    const others = listRefs(db, tract.key).filter(({ name }) => name !== branch && name !== origHead)
    return reachedAlone(tract, [resolveRef(db, tract, to), ...others.map(({ commit }) => commit)], options)
  })
}

function reachedAlone(tract: TractHandle, others: readonly CommitKey[], { limit, kinds }: OwnCommitsOptions): OwnCommits {
  const db = tract.file.db.read
  const { tip } = positionOf(db, tract)
  if (tip === null || others.includes(tip)) return { count: 0, newest: [] }
  const rows = inLinearOrder(db, tip, ownStretches(db, [tip], [...new Set(others)]), configOf(tract).encoding)
  const wanted = kinds === undefined ? rows : rows.filter(([, kind]) => kinds.includes(kindOf(kind)))
  return { count: wanted.length, newest: viewCommits(tract, wanted.slice(-pageSize(limit, 100)).map(([key]) => key)) }
}
