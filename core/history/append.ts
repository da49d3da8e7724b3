import { budgetStatus } from '../context/status.ts'
import type { ResolvedConfig } from '../model/config.ts'
import type { CommitLabels, Content } from '../model/content.ts'
import { Fault } from '../model/fault.ts'
import type { TractHandle } from '../journal/openWorkspace.ts'
import { transact, type Tx } from '../journal/transact.ts'
import type { CommitKey, CommitRow } from '../store/commits.ts'
import { configOf } from './configOf.ts'
import { contextTotals } from './contextTotals.ts'
import { noteOf } from './labels.ts'
import { measure } from './measured.ts'
import { writePosition } from './refs/position.ts'
import { type PreparedContent, prepareContent } from './prepareContent.ts'
import { writeCommit } from './writeCommit.ts'

export type AppendOptions = CommitLabels & {
  /** The settings a model wrote it with. */
  readonly config?: ResolvedConfig | null
  readonly respondsTo?: CommitKey
}

/**
 * Adds a message at the end of the branch. Of the history it reads the last commit, and with a budget that rejects, what a provider counted last.
 * Faults: `content/invalid`, `value/not-json`, `head/detached`, `budget/exceeded` (only where the budget says `reject`).
 */
export function append(tract: TractHandle, raw: Content, options: AppendOptions = {}): CommitKey {
  return appendPrepared(tract, prepareContent(tract.file.db.read, raw, configOf(tract).encoding), options)
}

/** `append` of a content that was checked and counted before: what is left is the write. */
export function appendPrepared(tract: TractHandle, prepared: PreparedContent, options: AppendOptions = {}): CommitKey {
  return transact(tract, { verb: 'commit', detail: prepared.content.type === 'dialogue' ? prepared.role : prepared.content.type }, (tx) => {
    const { branch, tip } = writePosition(tx.db, tract)
    const totals = totalsAfter(tract, tip, prepared)
    checkBudget(tract, tx, tip, totals.tokens)
    const { respondsTo } = options
    return writeCommit(tract, tx, {
      branch, tip, kind: 'append', content: prepared, priority: prepared.priority, note: noteOf(options), config: options.config ?? null, totals, encoding: prepared.encoding,
      ...(respondsTo === undefined ? {} : { respondsTo }),
    })
  })
}

/** A new message changes the totals by itself alone, so the last commit's totals are enough. */
function totalsAfter(tract: TractHandle, tip: CommitRow | null, added: PreparedContent): { readonly tokens: number; readonly messages: number } {
  const before = contextTotals(tract, tip, added.encoding)
  return { tokens: before.tokens + added.tokens + (before.messages === 0 ? 3 : 0), messages: before.messages + 1 }
}

function checkBudget(tract: TractHandle, { db }: Tx, tip: CommitRow | null, counted: number): void {
  const { budget, encoding } = configOf(tract)
  if (budget?.onExceed !== 'reject') return
  const status = budgetStatus(measure(db, tract, tip, counted, encoding).tokenCount, budget)
  if (status?.over) throw new Fault('budget/exceeded', status)
}
