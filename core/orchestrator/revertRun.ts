import { revert } from '../history/undo/revert.ts'
import type { TractHandle } from '../journal/openWorkspace.ts'
import { describeOperations, getOperationOf, operationDone, operationUnderWay } from '../journal/operations.ts'
import { rehearse, transact } from '../journal/transact.ts'
import type { OperationId, RunId } from '../model/ids.ts'
import type { Operation, UndoResult } from '../model/operation.ts'
import { getRun } from './runs.ts'

export const isRunId = (id: string): id is RunId => id.startsWith('run_')

/**
 * Takes back all that a run of the orchestrator did, as one operation, or nothing of it. What people did since stays; where it touches the same it is
 * named as a conflict. Faults: `orchestrator/no-such-run`, those of `revert`.
 */
export function revertRun(tract: TractHandle, run: RunId): UndoResult {
  const { operations } = getRun(tract, run)
  const body = (): Taken => takeBackAll(tract, stillDone(tract, operations).toReversed())
  const act = { verb: 'revert', detail: 'run' }
  const tried = rehearse(tract, act, body)
  if (tried.kind === 'conflict' && tried.with.every(({ verb, detail }) => verb === act.verb && detail === act.detail)) return { kind: 'nothing' } // it was taken back like this before
  if (tried.kind !== 'done') return tried
  const done = transact(tract, act, () => ({ ...body(), id: operationUnderWay(tract)?.id ?? 0 }))
  return { kind: 'done', operation: operationDone(tract, done.id), reverted: tried.reverted }
}

/** Without what the run took back itself, and its taking back: together they come to nothing. */
function stillDone(tract: TractHandle, operations: readonly OperationId[]): readonly OperationId[] {
  const { read } = tract.file.db
  const undone = describeOperations(read, operations.map((id) => getOperationOf(read, tract.key, id))).flatMap(({ id, cause }) => (cause.kind === 'undo' && operations.includes(cause.of) ? [id, cause.of] : []))
  return operations.filter((id) => !undone.includes(id))
}

type Taken = { readonly kind: 'done'; readonly reverted: readonly Operation[] } | Exclude<UndoResult, { kind: 'done' }>

function takeBackAll(tract: TractHandle, operations: readonly OperationId[]): Taken {
  const reverted: Operation[] = []
  for (const id of operations) {
    const result = revert(tract, id)
    if (result.kind === 'conflict') return result
    if (result.kind === 'done') reverted.push(...result.reverted)
  }
  return reverted.length === 0 ? { kind: 'nothing' } : { kind: 'done', reverted }
}
