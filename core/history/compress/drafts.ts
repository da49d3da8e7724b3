import { contextsOf } from '../../context/contexts.ts'
import type { State } from '../../context/state.ts'
import { operate } from '../../journal/lastOperation.ts'
import type { TractHandle } from '../../journal/openWorkspace.ts'
import { transact, type Tx } from '../../journal/transact.ts'
import type { CompressionDraft, CompressResult, ManualCompress, SummaryWish } from '../../model/compress.ts'
import { Fault } from '../../model/fault.ts'
import { refused } from '../../model/given.ts'
import type { DraftId, LLMCallId, MessageId } from '../../model/ids.ts'
import type { JsonObject } from '../../model/json.ts'
import type { Operation } from '../../model/operation.ts'
import { listBlobHashes } from '../../store/blobs.ts'
import { type CommitKey, hashOfCommit } from '../../store/commits.ts'
import type { ReadDb } from '../../store/database.ts'
import { configOf } from '../configOf.ts'
import { prepareContent, putPrepared } from '../prepareContent.ts'
import { writePosition } from '../refs/position.ts'
import { putNoteOf } from '../writeCommit.ts'
import { checkGiven, compressRuns, textsFor } from './compress.ts'
import type { Run, Runs } from './compressRuns.ts'
import { runsIn } from './compressRuns.ts'
import { changeDraft, type CompressionRecord, type Drafted, draftIdOf, getDrafted, listDrafted, type RunRecord, type VersionRecord, withRun } from './draftRecord.ts'
import { chosenTexts, freshRuns, mustKeepOf, standingRuns, viewDraft, wholeRun } from './draftView.ts'
import { type Fact, missedOf } from './facts.ts'

/** What was written for one run, before it is a version. `isWhole` false: it was stopped before its end. */
export type Written = { readonly text: string; readonly isWhole?: boolean; readonly call?: LLMCallId; readonly guidance?: string }
export type Wish = SummaryWish & { readonly mustKeep?: readonly Fact[] }

/** Keeps a compression in your own words to look at first. Faults: `compress/nothing`, those of `compress`. */
export function draftByHand(tract: TractHandle, options: ManualCompress): CompressionDraft {
  checkGiven(options)
  const id = transact(tract, { verb: 'draftCompression' }, (tx) => {
    const { state, branch } = standing(tract, tx.db)
    const found = runsIn(tx.db, tract, state, branch, options)
    if (found.runs.length === 0) throw new Fault('compress/nothing', { holds: found.reason })
    const texts = textsFor(tx.db, found, options.content)
    return keepDraft(tract, tx, branch, found, texts.map((text) => ({ text })), options)
  })
  return getCompressionDraft(tract, id)
}

/** Puts a draft on record; a run that nothing was written for waits without a summary. Faults: `compress/empty`. */
export function keepDraft(tract: TractHandle, tx: Tx, branch: string, { runs, again }: Pick<Runs, 'runs' | 'again'>, written: readonly Written[], wish: Wish): DraftId {
  const at = tx.nextAt()
  const id = draftIdOf(branch, at)
  const wished = putNoteOf(tx.db, wishNote(wish))
  const record: CompressionRecord = { branch, at, by: tract.author, wish: wished?.hash ?? null, ...(again === null ? {} : { again: idOf(tx.db, again) }), runs: runs.map((run, nth) => ({ ...seenRun(tx, run), versions: written.slice(nth, nth + 1).map((words) => putVersion(tract, tx, words, nth)), chosen: 0 })) }
  changeDraft(tx, id, null, record)
  return id
}

/** Oldest first. */
export function listCompressionDrafts(tract: TractHandle): readonly CompressionDraft[] {
  return tract.file.db.snapshot((db) => listDrafted(db, tract).map((drafted) => viewDraft(tract, db, drafted)))
}

/** Faults: `draft/not-found`, `draft/closed`. */
export function getCompressionDraft(tract: TractHandle, id: DraftId): CompressionDraft {
  return tract.file.db.snapshot((db) => viewDraft(tract, db, getDrafted(db, tract, id)))
}

/** Writes one run's summary anew, as a version beside those before, and chooses it where it is whole. Faults: `draft/not-found`, `draft/closed`, `compress/empty`, `input/invalid`. */
export function editCompression(tract: TractHandle, id: DraftId, run: number, written: Written): CompressionDraft {
  change(tract, id, 'editCompression', (tx, { record }) => {
    const { versions, chosen, ...rest } = runOf(record, run)
    return withRun(record, run, { ...rest, versions: [...versions, putVersion(tract, tx, written, run)], chosen: written.isWhole === false ? chosen : versions.length })
  })
  return getCompressionDraft(tract, id)
}

/** Chooses which version of a run counts. Faults: `draft/not-found`, `draft/closed`, `input/invalid`. */
export function chooseCompression(tract: TractHandle, id: DraftId, run: number, version: number): CompressionDraft {
  change(tract, id, 'editCompression', (_, { record }) => {
    const now = runOf(record, run)
    if (now.versions[version] === undefined) throw refused(`version: there is none ${version} of run ${run}`)
    return now.chosen === version ? record : withRun(record, run, { ...now, chosen: version })
  })
  return getCompressionDraft(tract, id)
}

/** Takes what is now in the place of what was seen; the summaries stay. Faults: `draft/not-found`, `draft/closed`, `draft/stale` where nothing of a run can be compressed any more, or something came between. */
export function refreshCompression(tract: TractHandle, id: DraftId): CompressionDraft {
  change(tract, id, 'refreshCompression', (tx, { record }) => {
    const now = standingRuns(tract, tx.db, record).runs.map(wholeRun)
    return { ...record, runs: record.runs.map((run, nth) => ({ ...run, ...seenRun(tx, now[nth] ?? stale(id)) })) }
  })
  return getCompressionDraft(tract, id)
}

/** Puts the chosen summaries in force on the draft's branch, as one operation. Faults: `draft/not-found`, `draft/closed`, `draft/stale`, `compress/empty`, `compress/longer`, `compress/unfinished`. */
export function approveCompression(tract: TractHandle, id: DraftId): CompressResult {
  return transact(tract, { verb: 'compress' }, (tx) => {
    const { record } = getDrafted(tx.db, tract, id)
    const fresh = freshRuns(tract, tx.db, record) ?? stale(id)
    checkWhole(record)
    const texts = chosenTexts(tract, tx.db, record)
    const made = compressRuns({ ...tract, branch: record.branch }, tx, fresh, texts)
    changeDraft(tx, id, record, null)
    return { ...made, missing: missedOf(tx.db, fresh.runs, texts, mustKeepOf(tx.db, record)) }
  })
}

/** Takes a draft off the list; undo brings it back. Faults: `draft/not-found`, `draft/closed`. */
export function rejectCompression(tract: TractHandle, id: DraftId, { reason }: { readonly reason?: string } = {}): Operation {
  return operate(tract, { verb: 'rejectCompression', detail: reason ?? null }, (tx) => changeDraft(tx, id, getDrafted(tx.db, tract, id).record, null))
}

/** Faults: `compress/unfinished`. */
function checkWhole({ runs }: CompressionRecord): void {
  const run = runs.findIndex(({ versions, chosen }) => versions[chosen]?.stopped === true)
  if (run >= 0) throw new Fault('compress/unfinished', { run })
}

function stale(id: DraftId): never {
  throw new Fault('draft/stale', { id })
}

function change(tract: TractHandle, id: DraftId, verb: string, next: (tx: Tx, drafted: Drafted) => CompressionRecord): void {
  transact(tract, { verb }, (tx) => {
    const drafted = getDrafted(tx.db, tract, id)
    const after = next(tx, drafted)
    if (after !== drafted.record) changeDraft(tx, id, drafted.record, after)
  })
}

/** Faults: `input/invalid`. */
export function runOf({ runs }: CompressionRecord, at: number): RunRecord {
  const run = runs[at]
  if (run === undefined) throw refused(`run: there is none ${at}, the draft has ${runs.length}`)
  return run
}

/** The branch that is compressed, and its context. Faults: `head/detached`. */
export function standing(tract: TractHandle, db: ReadDb): { readonly state: State; readonly branch: string } {
  const { branch, tip } = writePosition(db, tract)
  return { branch, state: contextsOf(tract.file, configOf(tract).encoding).states.at(tip?.id ?? null) }
}

const idOf = (db: ReadDb, message: CommitKey): MessageId => hashOfCommit(db, message) as string as MessageId

/** The messages of a run, and what each says now. */
function seenRun(tx: Tx, run: Run): Pick<RunRecord, 'messages' | 'seen'> {
  const hashes = listBlobHashes(tx.db, run.map(({ blob }) => blob))
  return {
    messages: run.map(({ message }) => idOf(tx.db, message)),
    seen: run.map(({ blob }) => hashes.get(blob) ?? fail(`no blob ${blob}`)),
  }
}

/** Faults: `compress/empty`. */
function putVersion(tract: TractHandle, tx: Tx, { text, isWhole = true, call, guidance }: Written, run: number): VersionRecord {
  if (typeof text !== 'string' || text.trim() === '') throw new Fault('compress/empty', { run })
  const prepared = prepareContent(tx.db, { type: 'summary', text }, configOf(tract).encoding)
  putPrepared(tx.db, prepared)
  return { blob: prepared.hash, ...(isWhole ? {} : { stopped: true }), by: tract.author, at: tx.nextAt(), call: call ?? null, guidance: guidance === undefined ? null : (putNoteOf(tx.db, { guidance })?.hash ?? null) }
}

function wishNote({ targetTokens, instructions, mustKeep = [] }: Wish): JsonObject {
  return {
    ...(targetTokens === undefined ? {} : { targetTokens }), ...(instructions === undefined ? {} : { instructions }),
    ...(mustKeep.length === 0 ? {} : { mustKeep: mustKeep.map((fact) => (typeof fact === 'string' ? fact : { source: fact.source, flags: fact.flags })) }),
  }
}

function fail(what: string): never {
  throw new Error(`BUG: ${what}`)
}
