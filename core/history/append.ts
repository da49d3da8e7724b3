import { contextsOf } from '../context/contexts.ts'
import { contextTokens } from '../context/state.ts'
import { budgetStatus } from '../context/status.ts'
import { defaultTractConfig, type ResolvedConfig, type TractConfig } from '../model/config.ts'
import type { CommitLabels, Content } from '../model/content.ts'
import { Fault } from '../model/fault.ts'
import type { TractHandle } from '../journal/openWorkspace.ts'
import { transact, type Tx } from '../journal/transact.ts'
import { type CommitKey, findCommit } from '../store/commits.ts'
import type { ReadDb } from '../store/database.ts'
import { getTract } from '../store/tracts.ts'
import { writePosition } from './position.ts'
import { type PreparedContent, prepareContent } from './prepareContent.ts'
import { noteOf, startingPriority, writeCommit } from './writeCommit.ts'

export type AppendOptions = CommitLabels & {
  /** The settings a model wrote it with. */
  readonly config?: ResolvedConfig | null
  readonly respondsTo?: CommitKey
  /** Told in the same transaction, with the new commit. */
  readonly also?: (tx: Tx, commit: CommitKey) => void
}

/**
 * Adds a message at the end of the branch. Reads nothing of the history but its last commit.
 * Faults: `content/invalid`, `value/not-json`, `head/detached`, `budget/exceeded` (only where the budget says `reject`).
 */
export function append(tract: TractHandle, raw: Content, options: AppendOptions = {}): CommitKey {
  const config = configOf(tract)
  const prepared = prepareContent(tract.file.db.read, raw, config.encoding)
  return transact(tract, { verb: 'commit', detail: prepared.content.type === 'dialogue' ? prepared.role : prepared.content.type }, (tx) => {
    const { branch, tip } = writePosition(tx.db, tract)
    const priority = startingPriority(prepared.content)
    const totals = totalsAfter(tract, tx.db, tip, prepared)
    checkBudget(config, totals.tokens)
    const { respondsTo, also } = options
    const commit = writeCommit(tract, tx, {
      branch, tip, kind: 'append', content: prepared, priority, note: noteOf(options), config: options.config ?? null, totals,
      ...(respondsTo === undefined ? {} : { respondsTo }),
    })
    also?.(tx, commit)
    return commit
  })
}

/** A new message changes the totals by itself alone, so the last commit's totals are enough. */
function totalsAfter(tract: TractHandle, db: ReadDb, tip: CommitKey | null, added: PreparedContent): { readonly tokens: number; readonly messages: number } {
  const before = contextTotals(tract, db, tip, added.encoding)
  return { tokens: before.tokens + added.tokens + (before.messages === 0 ? 3 : 0), messages: before.messages + 1 }
}

/** Tokens and messages of the context at a commit, without folding where they were counted in this encoding when it was written. */
export function contextTotals(tract: TractHandle, db: ReadDb, tip: CommitKey | null, encoding: Required<TractConfig>['encoding']): { readonly tokens: number; readonly messages: number } {
  if (tip === null) return { tokens: 0, messages: 0 }
  const row = findCommit(db, tip)
  if (row?.encoding === encoding) return { tokens: row.contextTokens, messages: row.contextMessages }
  const state = contextsOf(tract.file, encoding).states.at(tip)
  return { tokens: contextTokens(state), messages: state.shown }
}

export function configOf(tract: TractHandle): Required<TractConfig> {
  return { ...defaultTractConfig, ...getTract(tract.file.db.read, tract.key).config }
}

function checkBudget(config: Required<TractConfig>, used: number): void {
  const status = config.budget?.onExceed === 'reject' ? budgetStatus(used, config.budget) : null
  if (status?.over) throw new Fault('budget/exceeded', status)
}
