import type { TranscriptMessage } from '../../core/model/context.ts'
import type { AttachedFile } from '../state/attachments.ts'
import type { Draft } from '../state/drafts.ts'
import { roughTokens } from './answerFacts.ts'
import { withQuotes } from './quotes.ts'

/** Roughly how many tokens a draft would add: its words, the steps it quotes, and its files. */
export function draftTokens({ text, as }: Draft, files: readonly AttachedFile[], messages: readonly TranscriptMessage[]): number {
  const written = as === 'instruction' ? text : withQuotes(text, messages)
  return roughTokens(written) + files.reduce((sum, file) => sum + attachedTokens(file), 0)
}

const counted = new WeakMap<AttachedFile, number>()

/** Counted once a file: it may be a million letters long. */
export function attachedTokens(file: AttachedFile): number {
  const known = counted.get(file)
  if (known !== undefined) return known
  const tokens = roughTokens(file.content)
  counted.set(file, tokens)
  return tokens
}
