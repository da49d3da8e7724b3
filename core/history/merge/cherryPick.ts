import { contextsOf } from '../../context/contexts.ts'
import { type Entry, findCover, findEntry, isShown, type State } from '../../context/state.ts'
import type { TractHandle } from '../../journal/openWorkspace.ts'
import { transact, type Tx } from '../../journal/transact.ts'
import type { Warning } from '../../model/effect.ts'
import { Fault } from '../../model/fault.ts'
import { checkOptions } from '../../model/given.ts'
import type { MessageId, Ref } from '../../model/ids.ts'
import type { IssueOptions, PickResult } from '../../model/merge.ts'
import { type BlobKey, getBlob } from '../../store/blobs.ts'
import { type CommitKey, type CommitRow, getCommit, hashOfCommit } from '../../store/commits.ts'
import type { ReadDb, WriteDb } from '../../store/database.ts'
import { findLiving } from '../../store/purges.ts'
import { viewCommits } from '../commitView.ts'
import { configOf } from '../configOf.ts'
import { writePosition } from '../refs/position.ts'
import { resolveRef } from '../refs/resolveRef.ts'
import { writeCommit } from '../writeCommit.ts'
import { copyCommit } from './copyCommit.ts'
import { holdsChange } from './heldChange.ts'
import { nestedIn } from './nestedSummaries.ts'
import { openIssues, type Issues, undecided } from './pickIssues.ts'
import { asShownAt } from './shownAt.ts'

export type PickOptions = IssueOptions & {
  /** Where messages are taken as they are shown: default the newest branch that holds them. */
  readonly from?: Ref
  /** Makes new messages of what is here already. */
  readonly asCopy?: boolean
}

/**
 * Copies commits onto the current branch. A message comes as it is shown at `from`; pins and skips stay behind. What can't be copied as it is comes
 * back as issues and nothing changes, unless `onIssue` says what to do.
 * Faults: `pick/already-here`, `pick/in-summary`, `pick/merge`, `expand/already`, `expand/inside-another`, `input/invalid`, `head/detached`, those of references.
 */
export function cherryPick(tract: TractHandle, refs: readonly Ref[], options: PickOptions = {}): PickResult {
  const issues = openIssues(checkOptions(options, "options: give them as { onIssue: 'skip' }"))
  try {
    return transact(tract, { verb: 'cherryPick' }, (tx) => {
      const pick: Pick = { tract, tx, options, issues, warnings: [] }
      const keys = transact(tract, { verb: 'cherryPick' }, () => refs.flatMap((ref) => pickOne(pick, getCommit(tx.db, resolveRef(tx.db, tract, ref)))))
      for (const warning of pick.warnings) tx.warn(warning)
      return { kind: 'picked', commits: viewCommits(tract, keys), skipped: issues.skipped, warnings: pick.warnings }
    })
  } catch (error) {
    if (error !== undecided) throw error
    return { kind: 'issues', issues: issues.open }
  }
}

type Pick = { readonly tract: TractHandle; readonly tx: Tx; readonly options: PickOptions; readonly issues: Issues; readonly warnings: Warning[] }

function pickOne(pick: Pick, commit: CommitRow): readonly CommitKey[] {
  switch (commit.kind) {
    case 'merge':
    case 'resolve':
      throw new Fault('pick/merge', { ref: commit.hash, kind: commit.kind })
    case 'append':
    case 'compress':
      return pickMessage(pick, commit)
    default:
      return pickChange(pick, commit)
  }
}

function pickMessage(pick: Pick, commit: CommitRow): readonly CommitKey[] {
  const { tract, tx, options } = pick
  const message = commit.origin ?? commit.id
  const state = stateHere(pick)
  const source = asShownAt(tract, tx.db, commit, options.from)
  if (!options.asCopy) checkAbsent(tx.db, state, message)
  checkText(tx.db, commit, source?.blob ?? commit.blob)
  if (options.asCopy) return [copyAsNew(pick, commit, source?.blob ?? commit.blob)]
  const nested = commit.kind === 'compress' ? nestedIn(tx.db, state, commit.id) : { bring: [], overlapping: [] }
  if (nested.overlapping.length > 0) return answerOverlap(pick, commit, nested.overlapping)
  const brought = nested.bring.map((summary) => copyCommit(tract, tx, findLiving(tx.db, summary) ?? summary, summary))
  const copy = copyCommit(tract, tx, commit.id, message)
  return [...brought, copy, ...bringText(pick, message, commit, source)]
}

/** Refuses to bring a message whose text went for good: it would be shown nowhere. Faults: `object/erased`. */
function checkText(db: ReadDb, { hash }: CommitRow, blob: BlobKey | null): void {
  const goneAt = blob === null ? null : getBlob(db, blob).goneAt
  if (goneAt !== null) throw new Fault('object/erased', { hash, at: goneAt / 1000 })
}

/** Where the text differs at `from`, one edit brings it; it is the same change as there, unless a merge decided it or it is here already. */
function bringText(pick: Pick, message: CommitKey, commit: CommitRow, source: Entry | undefined): readonly CommitKey[] {
  const { tract, tx } = pick
  if (source && source.priority !== (commit.priority ?? 'normal')) pick.warnings.push(leftBehind(tx.db, message, source))
  if (!source || source.blob === commit.blob) return []
  const { branch, tip } = writePosition(tx.db, tract)
  const writer = getCommit(tx.db, source.blobBy)
  const isSame = writer.kind === 'edit' && !holdsChange(tx.db, tip?.id ?? null, writer.id)
  const draft = { branch, tip, kind: 'edit', target: message, content: source.blob, encoding: configOf(tract).encoding } as const
  return [writeCommit(tract, tx, isSame ? { ...draft, origin: writer.id } : draft)]
}

function pickChange(pick: Pick, commit: CommitRow): readonly CommitKey[] {
  const { tract, tx, issues } = pick
  const state = stateHere(pick)
  const entry = commit.target === null ? undefined : findEntry(state, commit.target)
  if (!entry) {
    const issue = issues.targetMissing(tract, tx.db, commit)
    return issues.decide(issue) === 'asNewMessage' && commit.kind === 'edit' ? [copyAsNew(pick, commit, commit.blob)] : []
  }
  if (commit.kind === 'expand') checkExpandable(tx.db, state, entry)
  const change = commit.origin ?? commit.id
  const { tip } = writePosition(tx.db, tract)
  return [copyCommit(tract, tx, commit.id, holdsChange(tx.db, tip?.id ?? null, change) ? null : change)]
}

function answerOverlap(pick: Pick, commit: CommitRow, messages: readonly CommitKey[]): readonly CommitKey[] {
  const { tract, tx, issues } = pick
  return issues.decide(issues.overlap(tract, tx.db, commit, messages)) === 'asNewMessage' ? [copyAsNew(pick, commit, commit.blob)] : []
}

/** The same words as a message of its own. */
function copyAsNew({ tract, tx }: Pick, commit: CommitRow, blob: number | null): CommitKey {
  if (blob === null) throw new Error(`BUG: ${commit.kind} has no text to copy`)
  const { branch, tip } = writePosition(tx.db, tract)
  const note = commit.note === null || commit.kind !== 'append' ? {} : { note: commit.note }
  return writeCommit(tract, tx, { branch, tip, kind: 'append', content: blob, priority: commit.kind === 'append' ? (commit.priority ?? 'normal') : 'normal', ...note, encoding: configOf(tract).encoding })
}

function stateHere({ tract, tx }: Pick): State {
  return contextsOf(tract.file, configOf(tract).encoding).states.at(writePosition(tx.db, tract).tip?.id ?? null)
}

/** Faults: `pick/already-here`, `pick/in-summary`. */
function checkAbsent(db: WriteDb, state: State, message: CommitKey): void {
  const entry = findEntry(state, message)
  const id = (key: CommitKey) => hashOfCommit(db, key) as string as MessageId
  if (entry) throw new Fault('pick/already-here', { messages: [id(message)], how: howHere(state, entry) })
  const cover = findCover(state, message)
  if (cover) throw new Fault('pick/in-summary', { message: id(message), summary: id(cover.message) })
}

function howHere(state: State, entry: Entry): 'shown' | 'skipped' | 'covered' | 'expanded' {
  if (isShown(state, entry)) return 'shown'
  if (entry.summary && !entry.summary.inForce) return 'expanded'
  return entry.priority === 'skip' ? 'skipped' : 'covered'
}

function checkExpandable(db: WriteDb, state: State, entry: Entry): void {
  const id = (key: CommitKey) => hashOfCommit(db, key) as string as MessageId
  if (!entry.summary?.inForce) throw new Fault('expand/already', { summary: id(entry.message) })
  const cover = findCover(state, entry.message)
  if (cover) throw new Fault('expand/inside-another', { summary: id(entry.message), inside: [id(cover.message)] })
}

function leftBehind(db: WriteDb, message: CommitKey, { priority }: Entry): Warning {
  const was = priority === 'pinned' ? 'pinned' : priority === 'skip' ? 'hidden' : 'set back to normal'
  return { code: 'pick/left-behind', text: `The message was ${was} where it comes from; that stays there.`, messages: [hashOfCommit(db, message) as string as MessageId] }
}
