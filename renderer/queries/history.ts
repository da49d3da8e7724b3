import { keepPreviousData } from '@tanstack/react-query'
import type { LLMTask } from '../../core/model/config.ts'
import type { CommitHash, EpochMs, MessageId, Ref, TractId } from '../../core/model/ids.ts'
import type { OnceSettings } from '../../main/contract/chat.ts'
import type { RequestForm } from '../../main/contract/history.ts'
import { query } from './client.ts'

/** Rows for the rail and the canvas, all branches, newest first, page by page (`useInfiniteQuery`). */
export const graphQuery = (tract: TractId) =>
  query.history.graph.infiniteOptions({
    input: (cursor: string | null) => ({ tract, limit: cursor === null ? graphPage : olderPage, cursor }),
    initialPageParam: null as string | null,
    getNextPageParam: (page): string | null => page.next,
  })
export const graphPage = 500
/** What is further back comes in larger portions: whoever asks for it goes far. */
const olderPage = 2000

/** A moment of the past: a step, or a time. Empty: now. */
export type Moment = { readonly at?: CommitHash; readonly asOf?: EpochMs }
const now: Moment = {}

/** What happened on a branch: its newest `limit` messages, hidden ones too; now, or as they were. Raise `limit` for more. */
export const transcriptQuery = (tract: TractId, branch: string, limit = transcriptPage, moment = now) =>
  query.history.transcript.queryOptions({ input: { tract, branch, limit, ...moment }, placeholderData: keepPreviousData })
export const transcriptPage = 200
/** As far back as the page reads by itself, to show a step or to act on it. */
export const transcriptReach = 20_000

/** What the model would see on a branch, now or at a moment, and what is left out and why. */
export const xrayQuery = (tract: TractId, branch: string, moment = now) => query.history.xray.queryOptions({ input: { tract, branch, ...moment }, placeholderData: keepPreviousData })

/** Any commit, and its message as `branch` has it; null: as the old step that is looked at has it. */
export const stepQuery = (tract: TractId, branch: string | null, at: Ref) => query.history.step.queryOptions({ input: { tract, at, ...(branch !== null && { branch }) } })

/** All versions of one message, oldest first. */
export const versionsQuery = (tract: TractId, branch: string, message: MessageId) => query.history.versions.queryOptions({ input: { tract, branch, message } })

/** The request that would be sent now; without `form` as the chosen provider gets it; for another `task` than chat as its provider gets the context. */
export const requestQuery = (tract: TractId, branch: string, once: OnceSettings, form?: RequestForm, moment = now, task: LLMTask = 'chat') =>
  query.history.request.queryOptions({
    input: { tract, branch, ...moment, ...(task !== 'chat' && { task }), ...(form !== undefined && { form }), ...(Object.keys(once).length > 0 && { settings: once }) },
    placeholderData: keepPreviousData,
  })

/** What was sent for an answer, and whether its context still gives the same. */
export const receiptQuery = (tract: TractId, branch: string, message: MessageId) => query.history.receipt.queryOptions({ input: { tract, branch, message } })
