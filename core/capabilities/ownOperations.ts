import { describeOperations } from '../journal/operations.ts'
import type { TractHandle } from '../journal/openWorkspace.ts'
import type { OperationId } from '../model/ids.ts'
import { journalEnd, listOperationsBack } from '../store/journalRows.ts'

const most = 200

/** Begins to look: called later, it tells which operations the same author has made since, oldest first. Others may act meanwhile. */
export function operationsOf(tract: TractHandle): () => readonly OperationId[] {
  const { read } = tract.file.db
  const { gseq } = journalEnd(read)
  const { kind, id } = tract.author
  return () => {
    const rows = listOperationsBack(read, tract.key, Number.MAX_SAFE_INTEGER, most).filter((row) => row.id > gseq).toReversed()
    // Calls that were paid are on record for good; what was undone or brought again can be taken back like any other act.
    const isAct = (undoable: boolean, cause: string) => undoable || cause !== 'direct'
    return describeOperations(read, rows).filter(({ author, undoable, cause }) => author.kind === kind && author.id === id && isAct(undoable, cause.kind)).map((operation) => operation.id)
  }
}
