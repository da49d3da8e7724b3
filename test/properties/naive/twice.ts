import { isShown, type NaiveContext } from './context.ts'
import type { NaiveHistory } from './history.ts'

/** Messages that a reader would get twice: shown, unpinned, and inside a summary in force, through any nesting, also through summaries that aren't here. */
export function shownTwice(history: NaiveHistory, context: NaiveContext): readonly number[] {
  const inside = new Set<number>()
  const enter = (summary: number): void => {
    for (const message of history.summarised(summary)) {
      if (inside.has(message)) continue
      inside.add(message)
      enter(message)
    }
  }
  for (const { id, isSummary, inForce } of context.messages) if (isSummary && inForce.value) enter(id)
  return context.messages.filter((message) => inside.has(message.id) && message.priority.value !== 'pinned' && isShown(context, message)).map(({ id }) => id)
}
