import { contextHash } from '../context/compile.ts'
import { contextTokens, eachEntry, isShown, type State } from '../context/state.ts'
import type { OpenWorkspace, TractHandle, Writing } from '../journal/openWorkspace.ts'
import { rehearse } from '../journal/transact.ts'
import type { DryRun, Effect } from '../model/effect.ts'
import { Fault } from '../model/fault.ts'
import type { ContextHash, MessageId } from '../model/ids.ts'
import type { RefMove } from '../model/refs.ts'
import { listBlobHashes } from '../store/blobs.ts'
import { type CommitKey, getHash, listHashes } from '../store/commits.ts'
import type { ReadDb } from '../store/database.ts'
import { type JournalRow, listJournal } from '../store/journalRows.ts'
import { viewCommit } from './commitView.ts'
import { configOf } from './configOf.ts'
import { changesBetween } from './diff/diffChanges.ts'
import { statesAt } from './diff/diffSides.ts'
import { positionOf } from './refs/position.ts'
import { syncResult } from './syncResult.ts'

/**
 * Does what the body says and takes it back: gives its result and what it would have done. Nothing is written and nobody is told. Inside a batch or
 * another dry run it sees what was done there so far. Faults: those of the body, `batch/async`.
 */
export function dryRun<R>(tract: TractHandle, body: () => R): DryRun<R> {
  return rehearse(tract, { verb: 'dryRun' }, () => {
    const writing = writingOf(tract.file)
    const before: Mark = { gseq: writing.end.gseq, told: writing.warnings.length, tip: tipOf(tract) }
    const result = syncResult(body())
    readAll(result, new Set())
    return { result, effect: effectSince(tract, writing, before) }
  })
}

/** Where things stood. */
type Mark = { readonly gseq: number; readonly told: number; readonly tip: CommitKey | null }

function effectSince(tract: TractHandle, writing: Writing, before: Mark): Effect {
  const { db } = writing
  const rows = listJournal(db, before.gseq + 1, writing.end.gseq).filter((row) => row.tract === tract.key)
  const [from, to] = statesAt(tract.file, configOf(tract).encoding, before.tip, tipOf(tract))
  return {
    commits: rows.flatMap(({ type, afterCommit }) => (type === 'commit_created' && afterCommit !== null ? [viewCommit(tract, afterCommit)] : [])),
    refs: movesIn(db, rows),
    changes: changesBetween(db, from, to),
    tokensBefore: contextTokens(from),
    tokensAfter: contextTokens(to),
    contextHash: hashOf(db, to),
    warnings: writing.warnings.slice(before.told),
  }
}

/** Each ref that came to stand elsewhere, once. */
function movesIn(db: ReadDb, rows: readonly JournalRow[]): readonly RefMove[] {
  const moves = new Map<string, { readonly before: CommitKey | null; readonly after: CommitKey | null }>()
  for (const { type, key, beforeCommit, afterCommit } of rows) {
    if (key === null || !refTypes.has(type)) continue
    const known = moves.get(key)
    moves.set(key, { before: known ? known.before : beforeCommit, after: afterCommit })
  }
  const hash = (key: CommitKey | null) => (key === null ? null : getHash(db, key))
  return [...moves].filter(([, { before, after }]) => before !== after).map(([ref, { before, after }]) => ({ ref, before: hash(before), after: hash(after) }))
}
const refTypes: ReadonlySet<string> = new Set(['commit_created', 'ref_updated', 'ref_deleted'])

/** The hash that `compile` gives, without the texts. */
function hashOf(db: ReadDb, state: State): ContextHash {
  const shown: { readonly message: number; readonly blob: number }[] = []
  eachEntry(state, (entry) => {
    if (isShown(state, entry)) shown.push(entry)
  })
  const ids = new Map(listHashes(db, shown.map(({ message }) => message)))
  const blobs = listBlobHashes(db, shown.map(({ blob }) => blob))
  return contextHash(shown.map(({ message, blob }) => ({ messageId: found(ids, message) as string as MessageId, blob: found(blobs, blob) })))
}

/** Reads all of a result now: what is read on first asking would find nothing any more, or something else. */
function readAll(value: unknown, seen: Set<object>): void {
  if (typeof value !== 'object' || value === null || seen.has(value)) return
  seen.add(value)
  for (const inner of Object.values(value)) readAll(inner, seen)
}

/** null also where the handle's branch is gone. */
function tipOf(tract: TractHandle): CommitKey | null {
  try {
    return positionOf(tract.file.db.read, tract).tip
  } catch (error) {
    if (Fault.is(error) && error.code === 'branch/not-found') return null
    throw error
  }
}

function writingOf({ writing }: OpenWorkspace): Writing {
  if (!writing) throw new Error('BUG: nothing is being written')
  return writing
}

function found<T>(values: ReadonlyMap<number, T>, key: number): T {
  const value = values.get(key)
  if (value === undefined) throw new Error(`BUG: row ${key} is missing`)
  return value
}
