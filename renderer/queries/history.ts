import { keepPreviousData } from '@tanstack/react-query'
import type { TractId, MessageId } from '../../core/model/ids.ts'
import type { OnceSettings } from '../../main/contract/chat.ts'
import type { RequestForm } from '../../main/contract/history.ts'
import { query } from './client.ts'

/** Rows for the rail and the canvas, all branches, newest first, page by page (`useInfiniteQuery`). */
export const graphQuery = (tract: TractId) =>
  query.history.graph.infiniteOptions({
    input: (cursor: string | null) => ({ tract, limit: graphPage, cursor }),
    initialPageParam: null as string | null,
    getNextPageParam: (page): string | null => page.next,
  })
export const graphPage = 500

/** What happened on a branch: its newest `limit` messages, hidden ones too. Raise `limit` for more. */
export const transcriptQuery = (tract: TractId, branch: string, limit = transcriptPage) =>
  query.history.transcript.queryOptions({ input: { tract, branch, limit }, placeholderData: keepPreviousData })
export const transcriptPage = 200

/** What the model would see on a branch now, and what is left out and why. */
export const xrayQuery = (tract: TractId, branch: string) => query.history.xray.queryOptions({ input: { tract, branch }, placeholderData: keepPreviousData })

/** All versions of one message, oldest first. */
export const versionsQuery = (tract: TractId, branch: string, message: MessageId) => query.history.versions.queryOptions({ input: { tract, branch, message } })

/** The request that would be sent now; without `form` as the chosen provider gets it. */
export const requestQuery = (tract: TractId, branch: string, once: OnceSettings, form?: RequestForm) =>
  query.history.request.queryOptions({
    input: { tract, branch, ...(form !== undefined && { form }), ...(Object.keys(once).length > 0 && { settings: once }) },
    placeholderData: keepPreviousData,
  })

/** What was sent for an answer, and whether its context still gives the same. */
export const receiptQuery = (tract: TractId, branch: string, message: MessageId) => query.history.receipt.queryOptions({ input: { tract, branch, message } })
