import { type } from '@orpc/contract'
import { z } from 'zod'
import type { EraseReport, GcReport, StorageFacts } from '../../core/model/cleanUp.ts'
import { branchName, messageId, procedure, tractId } from './base.ts'

const days = z.number().min(0).max(36_500)
const wish = z.strictObject({ tract: tractId, orphanRetentionDays: days, archiveRetentionDays: days.nullable(), trashRetentionDays: days })
const message = { tract: tractId, branch: branchName, message: messageId }

/** The room a file takes, and letting go of what is not needed. It is about the whole file; `tract` is where it is put on record, for undo. */
export const storage = {
  facts: procedure.output(type<StorageFacts>()),
  /** What a clean-up would do. Nothing is written. */
  preview: procedure.input(wish).output(type<GcReport>()),
  /** Puts what nothing leads to into the trash; undo takes it back. */
  moveToTrash: procedure.input(wish).output(type<GcReport>()),
  /** The same, and lets go for good what has been in the trash and under summaries long enough. Nothing takes that back. */
  cleanUp: procedure.input(wish).output(type<GcReport>()),
  /** What erasing a message would take away, place by place. Nothing is written. */
  previewErase: procedure.input(z.strictObject(message)).output(type<EraseReport>()),
  /** Takes a message's bytes away for good. */
  erase: procedure.input(z.strictObject({ ...message, reason: z.string().max(2000) })).output(type<EraseReport>()),
}
