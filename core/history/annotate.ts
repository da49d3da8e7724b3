import type { Priority } from '../model/content.ts'
import { checkChoice } from '../model/given.ts'
import type { MessageId, Ref } from '../model/ids.ts'
import type { TractHandle } from '../journal/openWorkspace.ts'
import { transact, type Tx } from '../journal/transact.ts'
import { priorities } from '../store/commitKinds.ts'
import { type CommitKey, hashOfCommit } from '../store/commits.ts'
import { configOf } from './configOf.ts'
import { noteOf } from './labels.ts'
import { entryOnBranch } from './messageRef.ts'
import { writePosition } from './refs/position.ts'
import { writeCommit } from './writeCommit.ts'

/**
 * Pins messages (always in), skips them (hidden from the model, kept in history) or sets them back to normal; on this branch, as one operation.
 * Faults: `input/invalid`, `edit/target-missing`, `ref/not-found`, `ref/ambiguous`, `head/detached`.
 */
export function annotate(tract: TractHandle, targets: readonly Ref[], priority: Priority, options: { readonly reason?: string } = {}): readonly CommitKey[] {
  // A program without types may hand in anything, and what is written stays.
  checkChoice('priority', priority, priorities)
  return transact(tract, { verb: 'annotate', detail: priority }, (tx) => targets.map((target) => annotateOne(tract, tx, target, priority, options)))
}

function annotateOne(tract: TractHandle, tx: Tx, target: Ref, priority: Priority, options: { readonly reason?: string }): CommitKey {
  const { branch, tip } = writePosition(tx.db, tract)
  const { entry } = entryOnBranch(tx.db, tract, target, branch, tip?.id ?? null)
  if (priority === 'skip' && entry.summary?.inForce) {
    tx.warn({ code: 'annotate/summary-hidden', text: 'The summary is hidden, and what it stands for stays hidden too.', messages: [hashOfCommit(tx.db, entry.message) as string as MessageId] })
  }
  return writeCommit(tract, tx, { branch, tip, kind: 'annotate', target: entry.message, priority, note: noteOf(options), encoding: configOf(tract).encoding })
}
