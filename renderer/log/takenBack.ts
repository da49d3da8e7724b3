import type { OperationId } from '../../core/model/ids.ts'
import type { Operation } from '../../core/model/operation.ts'

/**
 * Which acts are not in effect, of a list that begins with the newest. Undo and revert take back what they are about; redo takes back the last undo of
 * it; and what is itself taken back takes back nothing. The same rule as the core's.
 */
export function takenBack(newestFirst: readonly Pick<Operation, 'id' | 'cause'>[]): ReadonlySet<OperationId> {
  const taken = new Set<OperationId>()
  const redone = new Set<OperationId>()
  for (const { id, cause } of newestFirst) {
    if (cause.kind === 'direct' || cause.kind === 'restore') continue
    if (cause.kind === 'undo' && redone.delete(cause.of)) taken.add(id)
    if (taken.has(id)) continue
    if (cause.kind === 'redo') redone.add(cause.of)
    else for (const one of [cause.of, ...(cause.also ?? [])]) taken.add(one)
  }
  return taken
}

/** The same with what went when the tract was put back to how it was: all between that act and the one gone back to. */
export function notInEffect(newestFirst: readonly Pick<Operation, 'id' | 'cause'>[]): ReadonlySet<OperationId> {
  const taken = new Set(takenBack(newestFirst))
  newestFirst.forEach(({ id, cause }, at) => {
    if (cause.kind !== 'restore' || taken.has(id)) return
    const end = newestFirst.findIndex(({ id: own }) => own === cause.of)
    for (const left of newestFirst.slice(at + 1, end < 0 ? undefined : end)) taken.add(left.id)
  })
  return taken
}
