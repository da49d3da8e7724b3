import type { TranscriptMessage } from '../../core/model/context.ts'
import type { CommandContext } from './context.ts'

/** The message an answer was given to; the chosen message itself where a person said it. null: there is none. */
export function questionFor({ messages, target }: Pick<CommandContext, 'messages' | 'target'>): TranscriptMessage | null {
  if (target?.content.type !== 'dialogue') return null
  if (target.role === 'user') return target
  if (target.role !== 'assistant') return null
  return messages.slice(0, messages.indexOf(target)).findLast(({ role }) => role === 'user') ?? null
}
