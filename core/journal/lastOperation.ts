import type { Operation } from '../model/operation.ts'
import type { TractHandle } from './openWorkspace.ts'
import { listOperationsBack } from '../store/journalRows.ts'
import { describeOperations, operationDone, operationUnderWay } from './operations.ts'
import type { Act } from './progress.ts'
import { transact, type Tx } from './transact.ts'

/** Runs one act that changes something, and gives the operation it made: inside a batch, the batch as far as it has come. */
export function operate(tract: TractHandle, act: Act, body: (tx: Tx) => void): Operation {
  const made = operateIfNeeded(tract, act, body)
  if (!made) throw new Error(`BUG: ${act.verb} changed nothing`)
  return made
}

/** The same of an act that may find all as it should be: null then. */
export function operateIfNeeded(tract: TractHandle, act: Act, body: (tx: Tx) => void): Operation | null {
  const made = transact(tract, act, (tx) => {
    const before = operationUnderWay(tract)?.last
    body(tx)
    const now = operationUnderWay(tract)
    return now?.last === before ? null : now
  })
  return made && operationDone(tract, made.id)
}

/** The row of the latest operation that the handle's author made. */
export function lastOperationBy({ file, key, author }: TractHandle): number {
  const rows = listOperationsBack(file.db.read, key, Number.MAX_SAFE_INTEGER, 50)
  const made = describeOperations(file.db.read, rows).findIndex((one) => one.author.kind === author.kind && one.author.id === author.id)
  return rows[made]?.id ?? 0
}
