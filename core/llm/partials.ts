import { append } from '../history/append.ts'
import { viewCommit } from '../history/commitView.ts'
import type { AppendCommit } from '../model/commit.ts'
import type { CommitLabels } from '../model/content.ts'
import type { PartialId } from '../model/ids.ts'
import type { TractHandle } from '../journal/openWorkspace.ts'
import { transact } from '../journal/transact.ts'
import { findCommitKey } from '../store/commits.ts'
import { closePartial, getPartial, getPartialRow, recordOf } from './partialRecords.ts'

/** Commits what arrived, as a message on the branch it was asked on. Faults: `partial/not-found`, `branch/not-found`. */
export function keepAnswer(tract: TractHandle, id: PartialId, labels: CommitLabels = {}): AppendCommit {
  const key = transact(tract, { verb: 'keep' }, (tx) => {
    const { text, branch, respondsTo, cause } = getPartial(tract, id)
    const row = getPartialRow(tract, id)
    const question = respondsTo === null ? undefined : findCommitKey(tx.db, respondsTo)
    closePartial(tx, row)
    return append({ ...tract, branch }, { type: 'dialogue', role: 'assistant', text }, {
      ...labels, metadata: { ...labels.metadata, partial: cause }, config: recordOf(row).config, ...(question === undefined ? {} : { respondsTo: question }),
    })
  })
  return viewCommit(tract, key) as AppendCommit
}

/** Lets an unfinished answer go; undo brings it back. Faults: `partial/not-found`. */
export function discardAnswer(tract: TractHandle, id: PartialId): void {
  transact(tract, { verb: 'discard' }, (tx) => closePartial(tx, getPartialRow(tract, id)))
}
