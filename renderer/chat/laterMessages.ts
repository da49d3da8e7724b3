import type { Transcript, TranscriptMessage } from '../../core/model/context.ts'

/**
 * The messages of a branch that are not in the view of one of its old steps. Where only the end of that view is loaded, what stands before it is
 * taken to be in it.
 */
export function laterMessages(then: Transcript, now: Transcript): readonly TranscriptMessage[] {
  const seen = new Set(then.items.map(({ messageId }) => messageId))
  const from = then.earlier === 0 ? 0 : Math.max(0, now.items.findIndex(({ messageId }) => seen.has(messageId)))
  return now.items.slice(from).filter(({ messageId }) => !seen.has(messageId))
}
