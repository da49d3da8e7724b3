import { contextsOf } from '../context/contexts.ts'
import { contextTokens } from '../context/state.ts'
import { budgetStatus } from '../context/status.ts'
import type { Encoding, ResolvedConfig, TractConfig } from '../model/config.ts'
import type { CommitLabels, Content } from '../model/content.ts'
import { Fault } from '../model/fault.ts'
import type { TractHandle } from '../journal/openWorkspace.ts'
import { transact } from '../journal/transact.ts'
import type { CommitKey, CommitRow } from '../store/commits.ts'
import { configOf } from './configOf.ts'
import { noteOf } from './labels.ts'
import { writePosition } from './refs/position.ts'
import { type PreparedContent, prepareContent } from './prepareContent.ts'
import { writeCommit } from './writeCommit.ts'

export type AppendOptions = CommitLabels & {
  /** The settings a model wrote it with. */
  readonly config?: ResolvedConfig | null
  readonly respondsTo?: CommitKey
}

/**
 * Adds a message at the end of the branch. Reads nothing of the history but its last commit.
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
    checkBudget(configOf(tract), totals.tokens)
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

/** Tokens and messages of the context at a commit, without folding where they were counted in this encoding when it was written. */
export function contextTotals(tract: TractHandle, tip: CommitRow | null, encoding: Encoding): { readonly tokens: number; readonly messages: number } {
  if (tip === null) return { tokens: 0, messages: 0 }
  if (tip.encoding === encoding) return { tokens: tip.contextTokens, messages: tip.contextMessages }
  const state = contextsOf(tract.file, encoding).states.at(tip.id)
  return { tokens: contextTokens(state), messages: state.shown }
}

function checkBudget(config: Required<TractConfig>, used: number): void {
  const status = config.budget?.onExceed === 'reject' ? budgetStatus(used, config.budget) : null
  if (status?.over) throw new Fault('budget/exceeded', status)
}
