import { create } from 'zustand'
import type { MessageId } from '../../core/model/ids.ts'

/** Summaries that show, in place of their words, how these differ from the steps they stand for. */
export const useSummaryDiffs = create<{ readonly shown: ReadonlySet<MessageId> }>()(() => ({ shown: new Set() }))

export function toggleSummaryDiff(summary: MessageId): void {
  useSummaryDiffs.setState(({ shown }) => ({ shown: shown.has(summary) ? new Set([...shown].filter((one) => one !== summary)) : new Set([...shown, summary]) }))
}
