import type { EraseReport } from '../../model/cleanUp.ts'
import { checkTextGiven, refused } from '../../model/given.ts'
import type { OperationId, Ref } from '../../model/ids.ts'
import type { TractHandle } from '../../journal/openWorkspace.ts'
import { operationId, operationUnderWay } from '../../journal/operations.ts'
import { transact, type Tx } from '../../journal/transact.ts'
import { emptyTexts } from '../../store/emptyTexts.ts'
import { partNote } from '../../store/eraseRows.ts'
import { deleteCopies } from '../../store/keptCopies.ts'
import { noteCleaned } from '../../store/purges.ts'
import { dropAside } from '../../store/quarantineRows.ts'
import { checkText } from '../../model/text.ts'
import { messageOf } from '../messageRef.ts'
import { putNoteOf } from '../writeCommit.ts'
import { type ErasePlan, planErase } from './erasePlan.ts'
import { toRanges } from './ranges.ts'
import { refold } from './refold.ts'
import { wipe } from './wipe.ts'

/** What `erase` would take away and leave. Reads only. Faults: `ref/not-found`, `ref/ambiguous`, `ref/not-a-message`. */
export function previewErase(tract: TractHandle, ref: Ref): EraseReport {
  return tract.file.db.snapshot((db) => toReport(planErase(tract, db, messageOf(db, tract, ref)), { wasPreview: true, isGone: false, operation: null }))
}

/**
 * Takes the bytes of a message away for good: all its texts on all branches of all tracts, what was noted about it, unfinished answers that became it,
 * its words in the search index, and copies of the file beside it; then writes the file anew, so that nothing of it is left in free room or in the log.
 * Faults: `ref/not-found`, `ref/ambiguous`, `ref/not-a-message`, `input/invalid`.
 */
export function erase(tract: TractHandle, ref: Ref, options: { readonly reason: string }): EraseReport {
  const { file } = tract
  if (file.writing !== null) throw refused('gc and erase stand alone: they can be no part of a batch or a dry run of other acts')
  const reason = checkText(checkTextGiven('reason', options.reason), 'reason')
  const { plan, operation } = transact(tract, { verb: 'erase' }, (tx) => {
    const planned = planErase(tract, tx.db, messageOf(tx.db, tract, ref))
    if (planned.words.some((word) => reason.includes(word))) throw refused('the reason says what is to be erased; it stays, so say it in other words')
    return { plan: planned, operation: empty(tract, tx, planned, reason) }
  })
  deleteCopies(file.db.path, plan.copies)
  return toReport(plan, { wasPreview: false, isGone: wipe(file), operation })
}

function empty(tract: TractHandle, tx: Tx, { message, texts, parted, aside }: ErasePlan, reason: string): OperationId | null {
  if (texts.length === 0 && parted.length === 0) return null
  const { db } = tx
  const by = operationUnderWay(tract)?.id ?? (tract.file.writing?.end.gseq ?? 0) + 1
  const own = parted.map((one) => partNote(db, one.commit, one.note, by))
  emptyTexts(db, texts, by)
  // After that: a step may have said the same, and this stays.
  const note = putNoteOf(db, { reason })
  tx.fact({ type: 'erased', key: message, payload: { texts: toRanges([...texts, ...own]), reason: { blob: note?.hash ?? '' } } })
  dropAside(db, aside)
  noteCleaned(db)
  refold(db)
  return operationId(by)
}

type Done = Pick<EraseReport, 'wasPreview' | 'isGone' | 'operation'>

function toReport({ message, bytes, places, mentions, isGuessable }: ErasePlan, done: Done): EraseReport {
  const mentionedIn = [...new Set(mentions.flatMap(({ messageId }) => messageId ?? []))]
  return { messageId: message, erasedBytes: bytes, mentionedIn, places, mentions, isGuessable, ...done }
}
