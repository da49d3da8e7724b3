import type { TranscriptMessage } from '../../core/model/context.ts'
import { quotedParts } from './quotes.ts'

/** What the person has said on the branch, the newest first, each text once, without what was quoted. */
export function ownMessages(messages: readonly TranscriptMessage[]): readonly string[] {
  const texts = messages.flatMap(({ role, author, content }) => (role === 'user' && author.kind === 'user' && content.type === 'dialogue' ? [quotedParts(content.text).rest] : []))
  return [...new Set(texts.toReversed())].filter((text) => text !== '')
}

/** The text before (`1`) or after (`-1`) what stands in the composer; null where an arrow means only to move the caret. Behind the newest it is empty again. */
export function recalled(own: readonly string[], written: string, by: 1 | -1): string | null {
  const at = written === '' ? -1 : own.indexOf(written)
  if (written !== '' && at < 0) return null
  const next = at + by
  return next < -1 ? null : next === -1 ? '' : (own[next] ?? null)
}
