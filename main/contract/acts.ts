import { type } from '@orpc/contract'
import { z } from 'zod'
import type { DryRun } from '../../core/model/effect.ts'
import type { UndoResult } from '../../core/model/operation.ts'
import type { Branch, Head } from '../../core/model/refs.ts'
import { branchName, messageId, operationId, procedure, ref, tractId, words } from './base.ts'

/** What an act did to the context of the branch it was made on. */
export type ActEffect = { readonly tokensBefore: number; readonly tokensAfter: number }

/** A way through the history of what was done: one act back or forth, back to how it was right after an act, or one older act alone taken back. */
export const jump = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.enum(['undo', 'redo']) }),
  z.strictObject({ kind: z.enum(['restore', 'revert']), operation: operationId }),
])
export type Jump = z.infer<typeof jump>

const onBranch = { tract: tractId, branch: branchName }
const annotation = z.strictObject({ ...onBranch, messages: z.array(messageId).min(1).max(10_000), priority: z.enum(['pinned', 'normal', 'skip']) })

export const acts = {
  /** Adds a message without asking for an answer. */
  append: procedure.input(z.strictObject({ ...onBranch, as: z.enum(['user', 'assistant', 'system', 'instruction']), text: words })).output(type<ActEffect>()),
  /** Keeps words among the steps of a branch, for people: the model never sees them unless they are brought back. */
  note: procedure.input(z.strictObject({ ...onBranch, text: words })).output(type<ActEffect>()),
  /** Corrects a message where it stands; the old version stays in history. */
  edit: procedure.input(z.strictObject({ ...onBranch, message: messageId, text: words })).output(type<ActEffect>()),
  /** Gives a message the content of one of its versions again, by a new correction. What went for good can't be given. */
  restoreVersion: procedure.input(z.strictObject({ ...onBranch, message: messageId, version: messageId })).output(type<ActEffect>()),
  annotate: procedure.input(annotation).output(type<ActEffect>()),
  /** What that would do, before it is done. */
  previewAnnotate: procedure.input(annotation).output(type<ActEffect>()),
  /** Takes a summary out of force: what it stood for is shown again. */
  expand: procedure.input(z.strictObject({ ...onBranch, summary: messageId })).output(type<ActEffect>()),
  /** Starts a branch at the end of this one, where a summary is out of force, and moves there; this one stays as it is. */
  expandOnBranch: procedure.input(z.strictObject({ ...onBranch, summary: messageId, name: branchName })).output(type<Branch>()),
  /** What expanding would do to the context, before it is done. */
  previewExpand: procedure.input(z.strictObject({ ...onBranch, summary: messageId })).output(type<ActEffect>()),
  /** Starts a branch that ends with a message, shown as it is on `branch` now, or without one as HEAD shows it, and moves there. */
  branchAfter: procedure.input(z.strictObject({ tract: tractId, branch: branchName.optional(), message: messageId, name: branchName })).output(type<Branch>()),
  /** Starts a branch, at the tip of `from` or at the commit it names, and moves there. */
  branch: procedure.input(z.strictObject({ tract: tractId, name: branchName, from: ref })).output(type<Branch>()),
  switch: procedure.input(z.strictObject(onBranch)).output(type<Branch>()),
  /** Goes to a step to look around; nothing can be written there. The name of a branch opens it. */
  goTo: procedure.input(z.strictObject({ tract: tractId, at: ref })).output(type<Head>()),
  /** From now on all acts are one for undo, until it is committed. False where a batch is open already. */
  openBatch: procedure.input(z.strictObject({ tract: tractId })).output(type<boolean>()),
  /** How many acts are in it; 0 where none was open. */
  commitBatch: procedure.input(z.strictObject({ tract: tractId })).output(type<number>()),
  /** Takes back what was done in it. */
  cancelBatch: procedure.input(z.strictObject({ tract: tractId })).output(type<UndoResult>()),
  undo: procedure.input(z.strictObject({ tract: tractId })).output(type<UndoResult>()),
  redo: procedure.input(z.strictObject({ tract: tractId })).output(type<UndoResult>()),
  /** Puts everything back as it was right after an act. */
  restore: procedure.input(z.strictObject({ tract: tractId, operation: operationId })).output(type<UndoResult>()),
  /** Takes back one older act alone; later work on the same things is a conflict, and nothing is written then. */
  revert: procedure.input(z.strictObject({ tract: tractId, operation: operationId })).output(type<UndoResult>()),
  /** What a jump would give and do. Nothing is written. */
  previewJump: procedure.input(z.strictObject({ tract: tractId, jump })).output(type<DryRun<UndoResult>>()),
}
