import { eventIterator, type } from '@orpc/contract'
import { z } from 'zod'
import type { EpochMs, TractId, WorkspaceId } from '../../core/model/ids.ts'
import type { TractEvent } from '../../core/model/events.ts'
import { procedure } from './base.ts'
import type { SummaryJob } from './compress.ts'

/** One ordered stream drives the screen: what happened in the file, live replies, and the app's own changes. */
export type AppEvent =
  | TractEvent
  /** First on every subscription and after every `file.opened`: everything up to `seq` is already in what the page reads now. A `seq` means nothing in another `workspace`. */
  | { readonly type: 'hello'; readonly workspace: WorkspaceId; readonly seq: number; readonly at: EpochMs }
  /** How far a summary has come that a model writes; told once more when it has ended. */
  | { readonly type: 'summary.written'; readonly seq: null; readonly tract: TractId; readonly at: EpochMs; readonly job: SummaryJob }
  | { readonly type: 'settings.changed'; readonly at: EpochMs }
  /** Another workspace file is open now: nothing of the old one is valid. */
  | { readonly type: 'file.opened'; readonly name: string; readonly at: EpochMs }

export const events = {
  /** From now on, or after the journal position `since` (what was missed while the connection was down comes first). */
  subscribe: procedure.input(z.strictObject({ since: z.number().int().min(0).nullable() })).output(eventIterator(type<AppEvent>())),
}
