import { create } from 'zustand'
import type { DraftId } from '../../core/model/ids.ts'

/** What came of the summaries that this page saw being written: the draft, by job. */
export const useSummariesDone = create<{ readonly byJob: Readonly<Record<string, DraftId>> }>()(() => ({ byJob: {} }))
export const summaryDone = (job: string, draft: DraftId): void => useSummariesDone.setState(({ byJob }) => ({ byJob: { ...byJob, [job]: draft } }))
