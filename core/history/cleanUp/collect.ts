import type { GcOptions, GcReport } from '../../model/cleanUp.ts'
import { refused, shown } from '../../model/given.ts'
import { hashOf } from '../../model/hash.ts'
import type { OperationId } from '../../model/ids.ts'
import type { JsonObject } from '../../model/json.ts'
import type { TractHandle } from '../../journal/openWorkspace.ts'
import { operationId, operationUnderWay } from '../../journal/operations.ts'
import { transact, type Tx } from '../../journal/transact.ts'
import type { ReadDb } from '../../store/database.ts'
import { emptyTexts } from '../../store/emptyTexts.ts'
import { emptyCommits, noteCleaned } from '../../store/purges.ts'
import { journalEnd } from '../../store/journalRows.ts'
import { type Batch, dayMicros, nowOf, type Plan, planCleanUp, type TrashRecord, type Wish, withTrash } from './plan.ts'
import { toRanges } from './ranges.ts'
import { refold } from './refold.ts'
import { tellPlan, type Told } from './report.ts'
import { wipe } from './wipe.ts'

/** What `gc` would do; on one unchanging view. Faults: `input/invalid`. */
export function previewCollect(tract: TractHandle, options: GcOptions): GcReport {
  return tract.file.db.snapshot((db) => {
    const wish = wishOf(tract, options, nowOf(tract, db))
    return { ...tellPlan(db, planCleanUp(tract, db, wish), wish), wasDryRun: true, isGone: false, fileBytes: { before: tract.file.db.sizeBytes(), after: null }, operations: [] }
  })
}

/** Puts into the trash what nothing leads to, and empties it of what has waited long enough: two operations, of which undo takes back the first. */
export function collect(tract: TractHandle, options: GcOptions): GcReport {
  const { db } = tract.file
  if (tract.file.writing !== null) throw refused('gc and erase stand alone: they can be no part of a batch or a dry run of other acts')
  const before = db.sizeBytes()
  const wish = wishOf(tract, options, nowOf(tract, db.read))
  const first = transact(tract, { verb: 'gc' }, (tx) => {
    const plan = planCleanUp(tract, tx.db, wish)
    const told = tellPlan(tx.db, plan, wish)
    const operation = moveToTrash(tract, tx, plan, wish)
    return { plan, told, operation, end: tract.file.writing?.end.gseq }
  })
  const isSame = (now: ReadDb): boolean => journalEnd(now).gseq === first.end
  const last = isDue(first.told) ? transact(tract, { verb: 'purge' }, (tx) => purge(tract, tx, isSame(tx.db) ? withTrash(tx.db, first.plan) : planCleanUp(tract, tx.db, wish))) : null
  const isGone = last === null || wipe(tract.file)
  const operations = [first.operation, last].filter((id): id is OperationId => id !== null)
  return { ...first.told, wasDryRun: false, isGone, fileBytes: { before, after: db.path === null ? null : db.sizeBytes() }, operations }
}

const isDue = ({ purged, archived }: Told): boolean => purged.commits > 0 || archived.commits > 0

function wishOf({ author }: TractHandle, { orphanRetentionDays = 30, archiveRetentionDays = null, trashRetentionDays = 30, purge: mayPurge = true }: GcOptions, now: number): Wish {
  const micros = (field: string, days: number): number => {
    if (typeof days !== 'number' || !(days >= 0)) throw refused(`${field} must be a number of days, not ${shown(days)}`)
    return Math.min(days, 1e6) * dayMicros
  }
  return {
    now, purges: mayPurge && author.kind === 'user', orphan: micros('orphanRetentionDays', orphanRetentionDays), trash: micros('trashRetentionDays', trashRetentionDays),
    archive: archiveRetentionDays === null ? null : micros('archiveRetentionDays', archiveRetentionDays),
  }
}

function moveToTrash(tract: TractHandle, tx: Tx, { batches, trashed, rescued }: Plan, { now }: Wish): OperationId | null {
  for (const batch of batches) {
    const left = without(batch, rescued)
    if (left !== batch.record) tx.fact({ type: 'trash_changed', key: batch.id, before: toJson(batch.record), after: left && toJson(left) })
  }
  if (trashed.size > 0) {
    const at = Math.max(now, tx.nextAt())
    tx.fact({ type: 'trash_changed', key: `trash_${hashOf('tract:trash:1', `${tract.id} ${at}`).slice(0, 24)}`, before: null, after: toJson({ at, commits: toRanges(trashed) }) })
  }
  const operation = operationUnderWay(tract)
  return operation && operationId(operation.id)
}

/** The record itself where nothing of it goes; null where nothing is left. */
function without({ record, commits }: Batch, gone: ReadonlySet<number>): TrashRecord | null {
  const left = commits.filter((id) => !gone.has(id))
  if (left.length === commits.length) return record
  return left.length === 0 ? null : { at: record.at, commits: toRanges(left) }
}

/** Takes away for good what is due. The plan is that of this very moment: where something was written since the first half, it was made anew. */
function purge(tract: TractHandle, tx: Tx, { purged, purgedTexts, archivedTexts, batches }: Plan): OperationId | null {
  const texts = [...purgedTexts.keys(), ...archivedTexts.keys()]
  if (purged.size === 0 && texts.length === 0) return null
  const changed = batches.map((batch) => [batch, without(batch, purged)] as const).filter(([batch, left]) => left !== batch.record)
  const trash = Object.fromEntries(changed.map(([{ id }, left]): [string, JsonObject | null] => [id, left && toJson(left)]))
  const at = tx.nextAt()
  tx.fact({ type: 'gc_pruned', key: `gc_${hashOf('tract:gc:1', `${tract.id} ${at}`).slice(0, 24)}`, payload: { commits: toRanges(purged), texts: toRanges(texts), trash } }, at)
  const by = operationUnderWay(tract)?.id ?? 0
  emptyTexts(tx.db, texts, by)
  emptyCommits(tx.db, [...purged], by)
  noteCleaned(tx.db)
  if (archivedTexts.size > 0) refold(tx.db)
  return operationId(by)
}

const toJson = ({ at, commits }: TrashRecord): JsonObject => ({ at, commits })
