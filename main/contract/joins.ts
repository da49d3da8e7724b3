import { type } from '@orpc/contract'
import { z } from 'zod'
import type { DryRun } from '../../core/model/effect.ts'
import type { Commit, CommitKind } from '../../core/model/commit.ts'
import type { MergeResult, PendingMerge, PickResult, RebaseResult, SuggestedResolution } from '../../core/model/merge.ts'
import type { Priority, Role } from '../../core/model/content.ts'
import type { CommitHash, MessageId } from '../../core/model/ids.ts'
import type { Head } from '../../core/model/refs.ts'
import { branchName, procedure, ref, tractId, words } from './base.ts'

const onBranch = { tract: tractId, branch: branchName }
const conflict = z.string().min(1).max(200)
const strategy = z.enum(['auto', 'ours', 'theirs'])
const onIssue = z.enum(['skip', 'asNewMessage'])

const merge = { from: branchName, strategy: strategy.optional(), noFf: z.boolean().optional(), deleteBranch: z.boolean().optional(), message: z.string().max(10_000).optional() }
const pick = { refs: z.array(ref).min(1).max(1000), from: ref.optional(), asCopy: z.boolean().optional(), onIssue: onIssue.optional() }
const rebase = { onto: ref, drop: z.array(ref).max(10_000).optional(), strategy: strategy.optional() }

/** One of the acts that bring branches together or move their ends, as it is shown before it is done. */
export const joinAct = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('merge'), ...merge }),
  z.strictObject({ kind: z.literal('pick'), ...pick }),
  z.strictObject({ kind: z.literal('rebase'), ...rebase }),
  z.strictObject({ kind: z.literal('reset'), to: ref, keep: branchName.optional() }),
])
export type JoinAct = z.infer<typeof joinAct>

/** What the act would give, and what it would do to the context of the branch. Nothing is written. */
export type JoinPreview =
  | ({ readonly kind: 'merge' } & DryRun<MergeResult>)
  | ({ readonly kind: 'pick' } & DryRun<PickResult>)
  | ({ readonly kind: 'rebase'; readonly own: OwnSteps } & DryRun<RebaseResult>)
  | ({ readonly kind: 'reset'; readonly left: LeftBehind } & DryRun<Head>)

/** The branch's own steps, which a rebase writes anew: how many, and the newest of them, oldest first. The same whatever is dropped. */
export type OwnSteps = { readonly count: number; readonly newest: readonly OwnStep[] }
export type OwnStep = {
  readonly commit: CommitHash
  readonly kind: CommitKind
  /** The message that it brings or changes; null where it is about none. */
  readonly messageId: MessageId | null
  readonly role: Role | null
  /** The first words of that message. */
  readonly preview: string
  /** What it was set to, where that is what the step does. */
  readonly priority: Priority | null
  readonly tokens: number
}

/** Messages that no branch and no bookmark would lead to: how many, and the newest of them, oldest first. They stay in the file, and undo brings them back. */
export type LeftBehind = { readonly count: number; readonly newest: readonly { readonly messageId: MessageId; readonly role: Role; readonly preview: string; readonly tokens: number }[] }

const resolution = z.union([
  z.strictObject({ take: z.enum(['ours', 'theirs', 'base', 'both']) }),
  z.strictObject({ take: z.literal('text'), text: words, priority: z.enum(['pinned', 'normal', 'skip']).optional() }),
])

/** Bringing branches together. Everything happens on `branch`, wherever HEAD is. */
export const joins = {
  preview: procedure.input(z.strictObject({ ...onBranch, act: joinAct })).output(type<JoinPreview>()),
  /** Brings `from` into `branch`; conflicts come back as a merge that waits. */
  merge: procedure.input(z.strictObject({ ...onBranch, ...merge })).output(type<MergeResult>()),
  /** Copies steps to the end of `branch`, in this order. */
  pick: procedure.input(z.strictObject({ ...onBranch, ...pick })).output(type<PickResult>()),
  /** Writes the branch's own steps anew on top of `onto`. */
  rebase: procedure.input(z.strictObject({ ...onBranch, ...rebase })).output(type<RebaseResult>()),
  /** The merge into `branch` that waits for decisions; null when none does. */
  pending: procedure.input(z.strictObject(onBranch)).output(type<PendingMerge | null>()),
  /** The merges of a tract that wait for decisions, into whatever branch. */
  waiting: procedure.input(z.strictObject({ tract: tractId })).output(type<readonly PendingMerge[]>()),
  resolve: procedure.input(z.strictObject({ ...onBranch, conflict, resolution })).output(type<PendingMerge>()),
  /** Asks the model of merges for the words of a conflict about a text; nothing is decided by it. Ends when the call is left. */
  suggest: procedure.input(z.strictObject({ ...onBranch, conflict })).output(type<SuggestedResolution>()),
  /** Writes the waiting merge as one commit. */
  commit: procedure.input(z.strictObject({ ...onBranch, message: z.string().max(10_000).optional() })).output(type<Commit>()),
  /** Prepares it anew for where both branches are now; null when nothing is left to decide or bring in. */
  refresh: procedure.input(z.strictObject(onBranch)).output(type<PendingMerge | null>()),
  abort: procedure.input(z.strictObject(onBranch)).output(type<void>()),
}
