import type { CallFacts, TranscriptMessage } from '../../core/model/context.ts'

/** What is known of the call that wrote the newest answer; null when no model wrote any. */
export const lastCallOf = (items: readonly TranscriptMessage[]): CallFacts | null => items.findLast(({ call }) => call !== null)?.call ?? null
