import type { TractHandle } from '../../journal/openWorkspace.ts'
import type { ContextDiff } from '../../model/diff.ts'
import type { Ref } from '../../model/ids.ts'
import { contextTokens } from '../../context/state.ts'
import { type CommitKey, hashOfCommit, parentOf } from '../../store/commits.ts'
import type { ReadDb } from '../../store/database.ts'
import { configOf } from '../configOf.ts'
import { configChanges } from './diffConfig.ts'
import { changesBetween } from './diffChanges.ts'
import { statesAt } from './diffSides.ts'
import { resolveRef } from '../refs/resolveRef.ts'

/**
 * Compares two contexts message by message. One reference: it against HEAD. None: HEAD against its first parent; only `to`: that against its own.
 * Faults: `ref/not-found`, `ref/ambiguous`, `ref/no-commits`, `ref/other-tract`.
 */
export function diff(tract: TractHandle, from?: Ref, to?: Ref): ContextDiff {
  return tract.file.db.snapshot((db) => {
    const after = resolveRef(db, tract, to ?? 'HEAD')
    const before = from === undefined ? parentOf(db, after) : resolveRef(db, tract, from)
    return diffCommits(tract, db, before, after)
  })
}

function diffCommits(tract: TractHandle, db: ReadDb, from: CommitKey | null, to: CommitKey): ContextDiff {
  const { encoding } = configOf(tract)
  const [before, after] = statesAt(tract.file, encoding, from, to)
  return {
    from: from === null ? null : hashOfCommit(db, from),
    to: hashOfCommit(db, to),
    changes: changesBetween(db, before, after),
    config: configChanges(db, tract.key, encoding, from, to),
    tokenDelta: contextTokens(after) - contextTokens(before),
  }
}
