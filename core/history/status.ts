import { contextsOf } from '../context/contexts.ts'
import { compileState } from '../context/compile.ts'
import { contextTokens } from '../context/state.ts'
import { budgetStatus } from '../context/status.ts'
import { transcriptOf } from '../context/transcript.ts'
import type { CallFacts, CompiledContext, Status, Transcript } from '../model/context.ts'
import { Fault } from '../model/fault.ts'
import { asCallId, type EpochMs, type LLMCallId, type Ref } from '../model/ids.ts'
import { microsOf } from '../model/time.ts'
import type { CallRecord } from '../model/usage.ts'
import type { TractHandle } from '../journal/openWorkspace.ts'
import { listCallsOf } from '../store/calls.ts'
import { type CommitKey, findCommit, getCommit, hashOfCommit } from '../store/commits.ts'
import type { ReadDb } from '../store/database.ts'
import { findBranchAt } from '../store/journalRows.ts'
import { listPartials } from '../store/partials.ts'
import { configOf } from './configOf.ts'
import { contextTotals } from './contextTotals.ts'
import { measure } from './measured.ts'
import { headOf, positionOf } from './refs/position.ts'
import { findWaiting } from './merge/pendingRecord.ts'
import { checkThere, resolveRef } from './refs/resolveRef.ts'

/** Where the handle stands and how large its context is, as far as possible by a provider's count; without folding the history. */
export function status(tract: TractHandle): Status {
  return tract.file.db.snapshot((db) => {
    const { tip } = positionOf(db, tract)
    const { encoding, budget } = configOf(tract)
    const row = tip === null ? null : getCommit(db, tip)
    const { tokens, messages } = contextTotals(tract, row, encoding)
    const { tokenCount, tokenSource, reported } = measure(db, tract, row, tokens, encoding)
    return {
      head: headOf(db, tract),
      commitCount: row?.depth ?? 0,
      messageCount: messages,
      tokenCount,
      tokenSource,
      reported,
      budget: budgetStatus(tokenCount, budget),
      pending: { partials: listPartials(db, tract.key).length, merge: findWaiting(db, tract, positionOf(db, tract).branch)?.id ?? null },
    }
  })
}

/** The messages that a model would see, now or at a past commit, or where the branch pointed at a past time. Faults: `ref/not-found`, `ref/ambiguous`. */
export function compile(tract: TractHandle, options: { readonly at?: Ref | Date | EpochMs } = {}): CompiledContext {
  return tract.file.db.snapshot((db) => {
    const key = keyAt(db, tract, options.at)
    const { encoding } = configOf(tract)
    const { source, states } = contextsOf(tract.file, encoding)
    const state = states.at(key)
    const measured = measure(db, tract, key === null ? null : getCommit(db, key), contextTokens(state), encoding)
    return compileState(source, state, { head: key === null ? null : hashOfCommit(db, key), measured })
  })
}

export type TranscriptOptions = { readonly limit?: number; readonly at?: Ref | Date | EpochMs }

/** The newest `limit` messages as they happened, hidden ones too, oldest of them first; `at` as in `compile`. Default 200. Faults: `ref/not-found`, `ref/ambiguous`. */
export function transcript(tract: TractHandle, options: TranscriptOptions = {}): Transcript {
  return tract.file.db.snapshot((db) => {
    const key = keyAt(db, tract, options.at)
    const { source, states } = contextsOf(tract.file, configOf(tract).encoding)
    return transcriptOf(source, states.at(key), Math.max(1, options.limit ?? 200), (keys) => callFacts(db, keys))
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
  return then === undefined ? newestBefore(db, tip, micros) : then && checkThere(db, then)
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

/** Of the calls that wrote these commits; usage that was noted by hand wrote none. */
export function callFacts(db: ReadDb, keys: readonly CommitKey[]): ReadonlyMap<CommitKey, CallFacts> {
  return new Map(listCallsOf(db, keys).flatMap(({ id, commit, record }): readonly [CommitKey, CallFacts][] => {
    const facts = factsIn(asCallId(id), JSON.parse(record) as CallRecord)
    return facts ? [[commit, facts]] : []
  }))
}

function factsIn(id: LLMCallId, record: CallRecord): CallFacts | null {
  const { task, of = id, client, stopReason, usage, durationMs, firstTokenMs, costUsd = null, notSent = [], truncated = false } = record
  return task === null ? null : { call: of, client, stopReason, usage, durationMs, firstTokenMs, costUsd, notSent, truncated }
}
