import type { Change } from '../../core/model/diff.ts'
import type { Effect } from '../../core/model/effect.ts'
import type { MessageId } from '../../core/model/ids.ts'
import { branchesMoved } from './branchesMoved.ts'

/**
 * Where what a jump does is to be seen: the first message it changes or brings, else the last one it leaves of those shown before. Null where it
 * changes none, as when only HEAD goes elsewhere.
 */
export function touchedBy({ refs, changes }: Pick<Effect, 'refs' | 'changes'>, shown: readonly MessageId[]): MessageId | null {
  if (branchesMoved(refs).length === 0 || changes.length === 0) return null
  const gone = new Set(changes.flatMap((change) => (change.kind === 'removed' ? [change.messageId] : [])))
  return changes.map(placeOf).find((place) => place !== null) ?? shown.findLast((id) => !gone.has(id)) ?? null
}

function placeOf(change: Change): MessageId | null {
  if (change.kind === 'removed') return null
  if (change.kind === 'compressed') return change.summary
  return change.kind === 'expanded' ? (change.messages[0] ?? null) : change.messageId
}
