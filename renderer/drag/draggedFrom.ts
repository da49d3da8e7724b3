import { currentContext } from '../commands/context.ts'
import type { MessageId } from '../../core/model/ids.ts'
import { useSelection } from '../state/selection.ts'
import type { Dragged, DraggedStep } from './dragged.ts'
import type { DragFacts } from './dragFacts.ts'
import type { Handle } from './readPage.ts'

/** What goes along: all chosen steps where one of them is held, else the one. null: nothing can be done with it. */
export function draggedFrom(handle: Handle, facts: DragFacts): Dragged | null {
  switch (handle.kind) {
    case 'here':
      return { kind: 'here' }
    case 'branch':
      return handle.tract !== null && handle.tract !== facts.tract ? null : { kind: 'branch', name: handle.name }
    case 'step': {
      const { chosen } = useSelection.getState()
      const steps = inOrder(facts, chosen.has(handle.message) ? chosen : new Set([handle.message]))
      return steps.length === 0 ? null : { kind: 'steps', steps }
    }
  }
}

/** Steps in the order of the history, oldest first, whatever order they were chosen in. */
export function inOrder({ rows }: Pick<DragFacts, 'rows'>, wanted: ReadonlySet<MessageId>): readonly DraggedStep[] {
  const tokens = new Map<MessageId, number>()
  for (const { messageId, kind, tokens: count } of rows.toReversed()) {
    if (messageId !== null && wanted.has(messageId) && (kind === 'append' || kind === 'compress' || (kind === 'edit' && tokens.has(messageId)))) tokens.set(messageId, count)
  }
  const unread = currentContext().messages.filter(({ messageId }) => wanted.has(messageId) && !tokens.has(messageId)) // older than what the graph has read
  return [...unread.map(({ messageId, tokens: count }) => ({ messageId, tokens: count })), ...[...tokens].map(([messageId, count]) => ({ messageId, tokens: count }))]
}
