import { contextsOf } from '../context/contexts.ts'
import { compileState } from '../context/compile.ts'
import { budgetStatus } from '../context/status.ts'
import { transcriptOf } from '../context/transcript.ts'
import type { CallFacts, CompiledContext, Status, Transcript } from '../model/context.ts'
import { Fault } from '../model/fault.ts'
import type { EpochMs, Ref } from '../model/ids.ts'
import { microsOf } from '../model/time.ts'
import type { CallRecord } from '../model/usage.ts'
import type { TractHandle } from '../journal/openWorkspace.ts'
import { listCallsOf } from '../store/calls.ts'
import { type CommitKey, findCommit, getCommit, hashOfCommit } from '../store/commits.ts'
import type { ReadDb } from '../store/database.ts'
import { findBranchAt } from '../store/journalRows.ts'
import { listPartials } from '../store/partials.ts'
import { contextTotals } from './append.ts'
import { configOf } from './configOf.ts'
import { headOf, positionOf } from './refs/position.ts'
import { findWaiting } from './merge/pendingRecord.ts'
import { resolveRef } from './refs/resolveRef.ts'

/** Where the handle stands and how large its context is; without folding the history. */
export function status(tract: TractHandle): Status {
  return tract.file.db.snapshot((db) => {
    const { tip } = positionOf(db, tract)
    const { encoding, budget } = configOf(tract)
    const row = tip === null ? null : getCommit(db, tip)
    const { tokens, messages } = contextTotals(tract, row, encoding)
    return {
      head: headOf(db, tract),
      commitCount: row?.depth ?? 0,
      messageCount: messages,
      tokenCount: tokens,
      tokenSource: 'estimate',
      budget: budgetStatus(tokens, budget),
      pending: { partials: listPartials(db, tract.key).length, merge: findWaiting(db, tract, positionOf(db, tract).branch)?.id ?? null },
    }
  })
}

/** The messages that a model would see, now or at a past commit, or where the branch pointed at a past time. Faults: `ref/not-found`, `ref/ambiguous`. */
export function compile(tract: TractHandle, options: { readonly at?: Ref | Date | EpochMs } = {}): CompiledContext {
  return tract.file.db.snapshot((db) => {
    const key = keyAt(db, tract, options.at)
    const { source, states } = contextsOf(tract.file, configOf(tract).encoding)
    return compileState(source, states.at(key), { head: key === null ? null : hashOfCommit(db, key) })
  })
}

/** The newest `limit` messages of the branch as they happened, hidden ones too, oldest of them first. Default 200. */
export function transcript(tract: TractHandle, options: { readonly limit?: number } = {}): Transcript {
  return tract.file.db.snapshot((db) => {
    const { tip } = positionOf(db, tract)
    const { source, states } = contextsOf(tract.file, configOf(tract).encoding)
    return transcriptOf(source, states.at(tip), Math.max(1, options.limit ?? 200), (keys) => callFacts(db, keys))
  })
}

function keyAt(db: ReadDb, tract: TractHandle, at: Ref | Date | EpochMs | undefined): CommitKey | null {
  if (at === undefined) return positionOf(db, tract).tip
  if (typeof at === 'string') return resolveRef(db, tract, at)
  const time = at instanceof Date ? at.getTime() : at
  if (!Number.isFinite(time)) throw new Fault('ref/not-found', { ref: String(at), similar: [] })
  const micros = at instanceof Date ? endOf(time) : microsOf(time)
  const { branch, tip } = positionOf(db, tract)
  const then = branch === null ? undefined : findBranchAt(db, tract.key, branch, micros)
  return then === undefined ? newestBefore(db, tip, micros) : then
}

/** A date means its whole millisecond: it knows nothing smaller, and commits are made faster than that. */
const endOf = (time: EpochMs): number => microsOf(time) + 999

/** Before the journal knew the branch: the newest commit of its line that was made by then. */
function newestBefore(db: ReadDb, tip: CommitKey | null, micros: number): CommitKey | null {
  for (let key = tip; key !== null; ) {
    const row = findCommit(db, key)
    if (!row || row.createdAt <= micros) return row?.id ?? null
    key = row.parent
  }
  return null
}

function callFacts(db: ReadDb, keys: readonly CommitKey[]): ReadonlyMap<CommitKey, CallFacts> {
  return new Map(
    listCallsOf(db, keys).map(({ commit, record }) => {
      const { client, stopReason, usage, durationMs, firstTokenMs } = JSON.parse(record) as CallRecord
      return [commit, { client, stopReason, usage, durationMs, firstTokenMs }]
    }),
  )
}
