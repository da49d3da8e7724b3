import type { CompressionDraft } from '../../core/model/compress.ts'
import type { DraftId, TractId } from '../../core/model/ids.ts'
import type { CompressRangeInput, CompressState, CompressWish, SummaryJob, SummaryWriterChoice } from '../../main/contract/compress.ts'
import { keepPreviousData } from '@tanstack/react-query'
import { api } from '../connect.ts'
import { query, queryClient } from './client.ts'
import { refuseWhileLooking } from './refuseWhileLooking.ts'

/** Drafts that wait for a decision, and summaries being written. */
export const compressStateQuery = (tract: TractId) => query.compress.state.queryOptions({ input: { tract } })
/** What a range comes to, row by row. */
export const compressViewQuery = (tract: TractId, branch: string, range: CompressRangeInput) => query.compress.view.queryOptions({ input: { tract, branch, range }, placeholderData: keepPreviousData })
/** What words would do, before they do. */
export const compressEffectQuery = (tract: TractId, branch: string, range: CompressRangeInput, texts: readonly string[]) =>
  query.compress.effect.queryOptions({ input: { tract, branch, range, texts: [...texts] }, placeholderData: keepPreviousData })

/** Shows how far a summary has come, without asking for it. */
export function showJob(job: SummaryJob): void {
  queryClient.setQueryData<CompressState>(compressStateQuery(job.tract).queryKey, (state) => state && { ...state, jobs: [...state.jobs.filter(({ id }) => id !== job.id), job] })
}

export async function draftByHand(tract: TractId, branch: string, range: CompressRangeInput, texts: readonly string[], wish: CompressWish): Promise<CompressionDraft> {
  refuseWhileLooking(tract)
  return await api.compress.draft({ tract, branch, range, texts: [...texts], wish })
}
export async function writeDraft(tract: TractId, branch: string, range: CompressRangeInput, wish: CompressWish, writer: SummaryWriterChoice | null): Promise<SummaryJob> {
  refuseWhileLooking(tract)
  return await api.compress.write({ tract, branch, range, wish, ...(writer !== null && { writer }) })
}
/** Of one run; with null of those without a whole summary, else of all. */
export async function regenerate(tract: TractId, draft: DraftId, run: number | null, guidance: string, writer: SummaryWriterChoice | null): Promise<SummaryJob> {
  refuseWhileLooking(tract)
  return await api.compress.regenerate({ tract, draft, run, guidance, ...(writer !== null && { writer }) })
}
export const stopWriting = (job: string): Promise<void> => api.compress.stop({ job })
export const dismissWriting = (job: string): Promise<void> => api.compress.dismiss({ job })
export async function editSummary(tract: TractId, draft: DraftId, run: number, text: string): Promise<CompressionDraft> {
  refuseWhileLooking(tract)
  return await api.compress.edit({ tract, draft, run, text })
}
export async function chooseSummary(tract: TractId, draft: DraftId, run: number, version: number): Promise<CompressionDraft> {
  refuseWhileLooking(tract)
  return await api.compress.choose({ tract, draft, run, version })
}
export async function refreshCompression(tract: TractId, draft: DraftId): Promise<CompressionDraft> {
  refuseWhileLooking(tract)
  return await api.compress.refresh({ tract, draft })
}
export async function approveCompression(tract: TractId, draft: DraftId): Promise<{ readonly messages: number; readonly tokensBefore: number; readonly tokensAfter: number }> {
  refuseWhileLooking(tract)
  return await api.compress.approve({ tract, draft })
}
export async function rejectCompression(tract: TractId, draft: DraftId, reason: string): Promise<void> {
  refuseWhileLooking(tract)
  await api.compress.reject({ tract, draft, ...(reason.trim() !== '' && { reason: reason.trim() }) })
}
