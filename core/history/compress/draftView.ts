import { contextsOf } from '../../context/contexts.ts'
import { contextTokens, type State } from '../../context/state.ts'
import type { TractHandle } from '../../journal/openWorkspace.ts'
import type { CompressionDraft, DraftOriginal, DraftRun, DraftVersion } from '../../model/compress.ts'
import { textOf } from '../../model/contentTypes.ts'
import { Fault } from '../../model/fault.ts'
import type { BlobHash, LLMCallId } from '../../model/ids.ts'
import type { CallRecord } from '../../model/usage.ts'
import { findBlobKey, getBlob, getNote, listBlobHashes } from '../../store/blobs.ts'
import { findCall } from '../../store/calls.ts'
import { type CommitKey, hashOfCommit } from '../../store/commits.ts'
import type { ReadDb } from '../../store/database.ts'
import { findBranch } from '../../store/refs.ts'
import { configOf } from '../configOf.ts'
import { prepareContent } from '../prepareContent.ts'
import { summaryInForce, without } from './again.ts'
import { type Run, type Runs, runsIn } from './compressRuns.ts'
import type { CompressionRecord, Drafted, RunRecord, VersionRecord } from './draftRecord.ts'
import { type Fact, missedFacts } from './facts.ts'

/** A draft as a person looks at it: every text, and what it would come to now. */
export function viewDraft(tract: TractHandle, db: ReadDb, { id, record }: Drafted): CompressionDraft {
  const runs = record.runs.map((run) => viewRun(tract, db, run))
  const state = stateOf(tract, db, record.branch)
  const now = standingRuns(tract, db, record)
  const gone = now.runs.flatMap((found) => found?.flat() ?? []).reduce((sum, { tokens }) => sum + tokens, 0)
  const { mustKeep: _, ...wish } = wishIn(db, record)
  const mustKeep = mustKeepOf(db, record)
  return {
    id, branch: record.branch, createdAt: record.at / 1000, by: record.by,
    wish: { ...wish, mustKeep: mustKeep.map(String) },
    into: { kind: 'history' },
    runs, again: record.again ?? null,
    tokensBefore: state ? contextTokens(state) : 0,
    tokensAfter: (now.base ? contextTokens(now.base) : 0) - gone + runs.reduce((sum, { summaryTokens }) => sum + summaryTokens, 0),
    missing: missedFacts(runs.map(({ originals, summary }) => ({ said: originals.map(({ content }) => content), summary })), mustKeep),
    isStale: freshRuns(tract, db, record, now) === null,
  }
}

/** The runs as they stand now, where each is just what was seen; null where the draft is stale. */
export function freshRuns(tract: TractHandle, db: ReadDb, record: CompressionRecord, { runs: now, again } = standingRuns(tract, db, record)): Pick<Runs, 'runs' | 'again'> | null {
  const runs = now.map(wholeRun)
  return runs.every((run, nth): run is Run => run !== null && isAsSeen(db, record.runs[nth] as RunRecord, run)) ? { runs, again } : null
}

/** `base`: the branch's context, without the summary `again`; null where either isn't there any more. */
type Standing = { readonly base: State | null; readonly again: CommitKey | null; readonly runs: readonly (readonly Run[] | null)[] }

/** What the messages of each run come to on the branch now, in runs; null where they aren't there any more. */
export function standingRuns(tract: TractHandle, db: ReadDb, record: CompressionRecord): Standing {
  const { base, again } = baseOf(tract, db, record)
  const runs = record.runs.map(({ messages }) => {
    try {
      return base && runsIn(db, tract, base, record.branch, { messages }).runs
    } catch (fault) {
      if (fault instanceof Fault && fault.code === 'edit/target-missing') return null // the branch was moved to before them
      throw fault
    }
  })
  return { base, again, runs }
}

/** null where nothing of it is left, or something came between. */
export const wholeRun = (found: readonly Run[] | null): Run | null => (found?.length === 1 ? (found[0] ?? null) : null)

function isAsSeen(db: ReadDb, { messages, seen }: RunRecord, run: Run): boolean {
  if (run.length !== messages.length) return false
  const hashes = listBlobHashes(db, run.map(({ blob }) => blob))
  return run.every(({ message, blob }, nth) => hashOfCommit(db, message) === (messages[nth] as string) && hashes.get(blob) === seen[nth])
}

function baseOf(tract: TractHandle, db: ReadDb, { branch, again }: CompressionRecord): Pick<Standing, 'base' | 'again'> {
  const state = stateOf(tract, db, branch)
  if (state === null || again === undefined) return { base: state, again: null }
  try {
    const summary = summaryInForce(db, tract, state, again, branch)
    return { base: without(state, summary).state, again: summary.message }
  } catch (fault) {
    if (fault instanceof Fault && (fault.code === 'edit/target-missing' || fault.code.startsWith('expand/'))) return { base: null, again: null }
    throw fault
  }
}

function stateOf(tract: TractHandle, db: ReadDb, branch: string): State | null {
  const tip = findBranch(db, tract.key, branch)
  return tip === undefined ? null : contextsOf(tract.file, configOf(tract).encoding).states.at(tip)
}

/** A run with the messages as they were seen and every version of its summary. */
export function viewRun(tract: TractHandle, db: ReadDb, { messages, seen, versions, chosen }: RunRecord): DraftRun {
  const originals = messages.map((messageId, nth): DraftOriginal => ({ messageId, ...originalOf(tract, db, seen[nth] as BlobHash) }))
  const shown = versions.map((version) => viewVersion(tract, db, version))
  const { text: summary, tokens: summaryTokens } = shown[chosen] ?? { text: '', tokens: 0 }
  return { originals, summary, summaryTokens, originalTokens: originals.reduce((sum, { tokens }) => sum + tokens, 0), versions: shown, chosen }
}

function originalOf(tract: TractHandle, db: ReadDb, hash: BlobHash): Omit<DraftOriginal, 'messageId'> {
  const { content } = getBlob(db, blobKey(db, hash))
  const { role, tokens } = prepareContent(db, content, configOf(tract).encoding)
  return { role, tokens, contentType: content.type, content: textOf(content, db.types) }
}

function viewVersion(tract: TractHandle, db: ReadDb, { blob, stopped, by, at, call, guidance }: VersionRecord): DraftVersion {
  const { content, tokens } = originalOf(tract, db, blob)
  return { text: content, tokens, isWhole: stopped !== true, by, at: at / 1000, call, writer: call === null ? null : writerOf(db, tract, call), guidance: guidance === null ? null : (getNote(db, blobKey(db, guidance)) as { readonly guidance: string }).guidance }
}

function writerOf(db: ReadDb, tract: TractHandle, call: LLMCallId): DraftVersion['writer'] {
  const row = findCall(db, tract.key, call)
  if (row === undefined) return null
  const { client, model, costUsd = null } = JSON.parse(row.record) as CallRecord
  return { client, model, costUsd }
}

export function chosenTexts(tract: TractHandle, db: ReadDb, { runs }: CompressionRecord): readonly string[] {
  return runs.map(({ versions, chosen }) => (versions[chosen] === undefined ? '' : originalOf(tract, db, versions[chosen].blob).content))
}

type WishNote = { readonly targetTokens?: number; readonly instructions?: string; readonly mustKeep?: readonly (string | { readonly source: string; readonly flags: string })[] }
export const wishIn = (db: ReadDb, { wish }: CompressionRecord): WishNote => (wish === null ? {} : getNote(db, blobKey(db, wish)))
export const mustKeepOf = (db: ReadDb, record: CompressionRecord): readonly Fact[] =>
  (wishIn(db, record).mustKeep ?? []).map((fact) => (typeof fact === 'string' ? fact : new RegExp(fact.source, fact.flags)))

function blobKey(db: ReadDb, hash: BlobHash): number {
  const key = findBlobKey(db, hash)
  if (key === undefined) throw new Error(`BUG: a compression names the text ${hash}, which is not here`)
  return key
}
