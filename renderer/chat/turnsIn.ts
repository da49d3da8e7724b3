import type { ChatItem } from './chatItems.ts'

const most = 36

/** Where a person speaks, as places in the list; of very many only some, evenly apart, the first and the last among them. */
export function turnsIn(items: readonly ChatItem[]): readonly number[] {
  const turns = items.flatMap((item, at) => (item.kind === 'message' && item.message.role === 'user' && item.message.content.type === 'dialogue' ? [at] : []))
  if (turns.length <= most) return turns
  return Array.from({ length: most }, (_, nth) => turns[Math.round((nth * (turns.length - 1)) / (most - 1))] ?? 0)
}
