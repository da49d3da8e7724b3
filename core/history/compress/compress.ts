import { contextsOf } from '../../context/contexts.ts'
import type { TractHandle } from '../../journal/openWorkspace.ts'
import { transact, type Tx } from '../../journal/transact.ts'
import type { CompressCommit } from '../../model/commit.ts'
import type { CompressResult, ManualCompress } from '../../model/compress.ts'
import { Fault } from '../../model/fault.ts'
import { isObject, refused } from '../../model/given.ts'
import type { MessageId } from '../../model/ids.ts'
import { type CommitKey, hashOfCommit } from '../../store/commits.ts'
import type { ReadDb } from '../../store/database.ts'
import { viewCommit } from '../commitView.ts'
import { writeExpand } from './again.ts'
import { type Run, type Runs, runsIn } from './compressRuns.ts'
import { configOf } from '../configOf.ts'
import { missedOf } from './facts.ts'
import { writePosition } from '../refs/position.ts'
import { type PreparedContent, prepareContent } from '../prepareContent.ts'
import { writeCommit } from '../writeCommit.ts'

/**
 * Puts summaries in your own words in place of messages: one `compress` commit a run, in one operation. Pinned messages stay and split the range;
 * skipped ones stay skipped. Faults: `compress/bad-range`, `compress/runs-mismatch`, `compress/empty`, `compress/longer`, `input/invalid`, `head/detached`, those of references.
 */
export function compress(tract: TractHandle, options: ManualCompress): CompressResult {
  checkGiven(options)
  return transact(tract, { verb: 'compress' }, (tx) => {
    const { branch, tip } = writePosition(tx.db, tract)
    const { encoding } = configOf(tract)
    const state = contextsOf(tract.file, encoding).states.at(tip?.id ?? null)
    const found = runsIn(tx.db, tract, state, branch, options)
    if (found.runs.length === 0) return { kind: 'nothing', reason: found.reason }
    const texts = textsFor(tx.db, found, options.content)
    return { ...compressRuns(tract, tx, found, texts), missing: missedOf(tx.db, found.runs, texts, options.mustKeep) }
  })
}

/** One commit a run, in the order given; before them, a summary that they take the place of goes. Faults: `compress/empty`, `compress/longer`. */
export function compressRuns(tract: TractHandle, tx: Tx, { runs, again }: Pick<Runs, 'runs' | 'again'>, texts: readonly string[]): Omit<Extract<CompressResult, { kind: 'compressed' }>, 'missing'> {
  const summaries = texts.map((text, run) => prepareSummary(tract, tx.db, text, run, tokensOf(runs[run] ?? [])))
  if (again !== null) writeExpand(tract, tx, again)
  const keys = summaries.map((summary, run) => compressRun(tract, tx, runs[run] ?? [], summary))
  return {
    kind: 'compressed',
    commits: keys.map((key) => viewCommit(tract, key) as CompressCommit),
    originalTokens: runs.reduce((sum, run) => sum + tokensOf(run), 0),
    summaryTokens: summaries.reduce((sum, { tokens }) => sum + tokens, 0),
  }
}

/** Without types anything may come in place of the words. Faults: `input/invalid`. */
export function checkGiven(options: ManualCompress): void {
  const content: unknown = isObject(options) ? options.content : undefined
  if (typeof content !== 'string' && !Array.isArray(content)) throw refused("content: give the summary's text, as { content: '…' }, or a list of texts")
}

export function textsFor(db: ReadDb, { runs, kept }: Runs, content: string | readonly string[]): readonly string[] {
  const texts = typeof content === 'string' ? [content] : content
  if (texts.length === runs.length) return texts
  const id = (key: CommitKey) => hashOfCommit(db, key) as string as MessageId
  throw new Fault('compress/runs-mismatch', { runs: runs.map((run) => run.map(({ message }) => id(message))), texts: texts.length, pinned: kept.map(id) })
}

/** Faults: `compress/empty`, `compress/longer`. */
export function prepareSummary(tract: TractHandle, db: ReadDb, text: string, run: number, originalTokens: number): PreparedContent {
  if (typeof text !== 'string' || text.trim() === '') throw new Fault('compress/empty', { run })
  const summary = prepareContent(db, { type: 'summary', text }, configOf(tract).encoding)
  if (summary.tokens > originalTokens) throw new Fault('compress/longer', { originalTokens, summaryTokens: summary.tokens })
  return summary
}

function compressRun(tract: TractHandle, tx: Tx, run: Run, content: PreparedContent): CommitKey {
  const { branch, tip } = writePosition(tx.db, tract)
  const replaces = { messages: run.map(({ message }) => message), originalTokens: tokensOf(run) }
  return writeCommit(tract, tx, { branch, tip, kind: 'compress', content, priority: 'normal', replaces, encoding: content.encoding })
}

export const tokensOf = (run: Run): number => run.reduce((sum, { tokens }) => sum + tokens, 0)
