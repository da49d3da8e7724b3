import { approveCompression, rejectCompression } from '../history/compress/drafts.ts'
import { operate } from '../journal/lastOperation.ts'
import type { TractHandle } from '../journal/openWorkspace.ts'
import { transact, type Tx } from '../journal/transact.ts'
import type { CompressResult } from '../model/compress.ts'
import type { DraftId } from '../model/ids.ts'
import type { Operation } from '../model/operation.ts'
import { putWords } from './notes.ts'
import { changeProposal, listProposed, type StoredState } from './proposalRecord.ts'

/** Puts a draft's summaries in force; the proposal that it came from, if any, is executed with it. Faults: those of `approveCompression`. */
export function approveDraft(tract: TractHandle, id: DraftId): CompressResult {
  return transact(tract, { verb: 'compress' }, (tx) => {
    const result = approveCompression(tract, id)
    settle(tract, tx, id, (approved) => ({ kind: 'executed', by: tract.author, at: tx.nextAt(), args: approved.args }))
    return result
  })
}

/** Takes a draft off the list; the proposal that it came from, if any, is rejected with it. Faults: `draft/not-found`, `draft/closed`. */
export function rejectDraft(tract: TractHandle, id: DraftId, options: { readonly reason?: string } = {}): Operation {
  return operate(tract, { verb: 'rejectCompression', detail: options.reason ?? null }, (tx) => {
    rejectCompression(tract, id, options)
    settle(tract, tx, id, () => ({ kind: 'rejected', by: tract.author, at: tx.nextAt(), reason: putWords(tx, { reason: options.reason ?? '' }) }))
  })
}

function settle(tract: TractHandle, tx: Tx, draft: DraftId, next: (approved: Extract<StoredState, { kind: 'approved' }>) => StoredState): void {
  for (const { id, record } of listProposed(tx.db, tract)) {
    if (record.state.kind === 'approved' && record.state.draft === draft) changeProposal(tx, id, record, { ...record, state: next(record.state) })
  }
}
