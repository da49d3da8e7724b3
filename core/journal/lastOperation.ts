import type { Operation } from '../model/operation.ts'
import type { TractHandle } from './openWorkspace.ts'
import { operationDone, operationUnderWay } from './operations.ts'
import type { Act } from './progress.ts'
import { transact, type Tx } from './transact.ts'

/** Runs one act that changes something, and gives the operation it made: inside a batch, the batch as far as it has come. */
export function operate(tract: TractHandle, act: Act, body: (tx: Tx) => void): Operation {
  const made = transact(tract, act, (tx) => {
    body(tx)
    return operationUnderWay(tract)
  })
  if (!made) throw new Error(`BUG: ${act.verb} changed nothing`)
  return operationDone(tract, made.id)
}
