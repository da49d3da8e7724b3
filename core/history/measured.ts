import type { TractHandle } from '../journal/openWorkspace.ts'
import type { Encoding } from '../model/config.ts'
import type { ReportedTokens, TokenSource } from '../model/context.ts'
import type { CallRecord } from '../model/usage.ts'
import { calledBack, listCallsOf } from '../store/calls.ts'
import { type CommitKey, type CommitRow, findCommitKey, getCommit } from '../store/commits.ts'
import type { ReadDb } from '../store/database.ts'
import { contextTotals } from './contextTotals.ts'

/** How far back a provider's count is looked for, in commits: after that many steps it says little of the context there is now. */
const lookBack = 256

export type Measured = { readonly tokenCount: number; readonly tokenSource: TokenSource; readonly reported: ReportedTokens | null }

/**
 * The tokens of a context: as the provider counted it, where it was sent just as it is; else that count and what we count of the steps since; else
 * what we count alone. `counted` is our count of it, or of what it is about to become. Reads a few rows, folds nothing.
 */
export function measure(db: ReadDb, tract: TractHandle, tip: CommitRow | null, counted: number, encoding: Encoding): Measured {
  const base = tip === null ? null : findBase(db, tip.id)
  if (tip === null || base === null) return { tokenCount: counted, tokenSource: 'estimate', reported: null }
  const estimated = contextTotals(tract, getCommit(db, base.head), encoding).tokens
  const reported = { inputTokens: base.inputTokens, estimated, at: base.at, model: base.model }
  if (counted === 0) return { tokenCount: 0, tokenSource: 'estimate', reported }
  return { tokenCount: Math.max(0, base.inputTokens + counted - estimated), tokenSource: base.head === tip.id ? 'provider' : 'mixed', reported }
}

type Base = { readonly head: CommitKey; readonly inputTokens: number; readonly at: number; readonly model: string | null }

/** The newest count of a provider that belongs to this line: of what was sent for an answer on it, or noted at a commit of it. */
function findBase(db: ReadDb, tip: CommitKey): Base | null {
  for (const commit of calledBack(db, tip, lookBack)) {
    for (const { record } of listCallsOf(db, [commit]).toReversed()) {
      const base = baseIn(db, JSON.parse(record) as CallRecord)
      if (base) return base
    }
  }
  return null
}

/** Only where the context was sent whole and nothing but it: not for other jobs, not to go on with half an answer, not cut by the provider. */
function baseIn(db: ReadDb, { task, usage, head, model, at, truncated, continues }: CallRecord): Base | null {
  const sentContext = (task === 'chat' || task === null) && truncated !== true && continues === undefined
  if (!sentContext || usage === null || head === null) return null
  const key = findCommitKey(db, head)
  return key === undefined ? null : { head: key, inputTokens: usage.inputTokens, at, model: model === '' ? null : model }
}
