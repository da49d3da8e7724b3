import type { Tract } from '../../core/tract.ts'

/** What a model sees, in short: the texts in order, `!` in front of a pinned one. */
export const shown = (tract: Pick<Tract, 'compile'>): string => tract.compile().messages.map(({ content, priority }) => (priority === 'pinned' ? '!' : '') + content).join(' · ')

/** What is left out, and why: `text:reason`. */
export function leftOut(tract: Pick<Tract, 'compile' | 'show'>): string {
  return tract.compile().excluded.map(({ messageId, why }) => `${tract.show(messageId).commit.message.replace(/^[a-z]+: /, '')}:${why.kind}`).join(' · ')
}
