import { compressRuns, tokensOf } from '../../history/compress/compress.ts'
import { type Run, type Runs, runsIn } from '../../history/compress/compressRuns.ts'
import { editCompression, getCompressionDraft, keepDraft, runOf, standing } from '../../history/compress/drafts.ts'
import { getDrafted } from '../../history/compress/draftRecord.ts'
import { mustKeepOf, viewRun, wishIn } from '../../history/compress/draftView.ts'
import { type Fact, isInAny, missedOf } from '../../history/compress/facts.ts'
import { compile } from '../../history/status.ts'
import type { TractHandle } from '../../journal/openWorkspace.ts'
import { transact } from '../../journal/transact.ts'
import type { CompressionDraft, CompressResult, LLMCompress } from '../../model/compress.ts'
import type { LLMConfig } from '../../model/config.ts'
import { textOf } from '../../model/contentTypes.ts'
import { Fault } from '../../model/fault.ts'
import { checkOptions, refused, shown } from '../../model/given.ts'
import type { DraftId } from '../../model/ids.ts'
import { type BlobKey, getBlob } from '../../store/blobs.ts'
import type { ReadDb } from '../../store/database.ts'
import { checkOutsideBatch } from '../asking.ts'
import { routeFor } from '../clients.ts'
import { type SummaryWriter, writeSummary, type WrittenSummary } from './writeSummary.ts'
import type { SummaryTask } from './summaryPrompt.ts'

type Nothing = Extract<CompressResult, { kind: 'nothing' }>
export type RegenerateOptions = LLMConfig & { readonly guidance?: string; readonly llmConfig?: LLMConfig; readonly signal?: AbortSignal; readonly onText?: LLMCompress['onText'] }

/**
 * Has summaries written, one a run, and puts them in force as one operation. Whatever fails changes nothing. Where the messages changed while the
 * model wrote, its words are kept as a draft. Rejects with the signal's reason when it is stopped. Faults: `compress/bad-range`, `compress/empty`, `compress/longer`, `draft/stale`, `head/detached`, `llm/incomplete`, those of `routeFor` and references.
 */
export async function compressByModel(tract: TractHandle, options: LLMCompress = {}): Promise<CompressResult> {
  const drafted = await writeAll(tract, options)
  if (drafted.kind === 'nothing') return drafted
  if (isCutShort(drafted)) throw stopReason(options)
  const { branch, runs, written } = drafted
  const made = transact({ ...tract, branch }, { verb: 'compress' }, (tx): CompressResult | { readonly kind: 'stale'; readonly id: DraftId } => {
    const now = standing({ ...tract, branch }, tx.db)
    const found = runsIn(tx.db, tract, now.state, branch, options)
    if (!isSame(found.runs, runs)) return { kind: 'stale', id: keepDraft(tract, tx, branch, drafted, written, options) }
    const texts = written.map(({ text }) => text)
    return { ...compressRuns({ ...tract, branch }, tx, found, texts), missing: missedOf(tx.db, runs, texts, options.mustKeep) }
  })
  if (made.kind === 'stale') throw new Fault('draft/stale', { id: made.id })
  return made
}

/** The same, kept as a draft to review; stopped, as one with what had come by then, if anything. Faults: `compress/nothing`, those of `compressByModel`. */
export async function draftByModel(tract: TractHandle, options: LLMCompress = {}): Promise<CompressionDraft> {
  const drafted = await writeAll(tract, options)
  if (drafted.kind === 'nothing') throw new Fault('compress/nothing', { holds: drafted.reason })
  const { branch, written } = drafted
  if (written.length === 0) throw stopReason(options)
  const id = transact(tract, { verb: 'draftCompression', detail: isCutShort(drafted) ? 'stopped' : null }, (tx) => keepDraft(tract, tx, branch, drafted, written, options))
  return getCompressionDraft(tract, id)
}

/** Has one run's summary written anew, as a version beside those before; stopped, what had come is one that isn't chosen. Faults: `draft/not-found`, `draft/closed`, those of `compressByModel`. */
export async function regenerateCompression(tract: TractHandle, id: DraftId, run: number, options: RegenerateOptions = {}): Promise<CompressionDraft> {
  const { read } = tract.file.db
  const { record } = getDrafted(read, tract, id)
  const { summary, originals, originalTokens } = viewRun(tract, read, runOf(record, run))
  const { targetTokens, instructions } = wishIn(read, record)
  const { guidance, ...call } = options
  const mustKeep = mustKeepOf(read, record).filter((fact) => isSaid(originals, fact))
  const task: SummaryTask = { originals, tokens: lengthFor(originalTokens, targetTokens === undefined ? undefined : targetTokens / record.runs.length), words: mustKeep.filter((fact) => typeof fact === 'string'), ...(summary === '' ? {} : { earlier: { text: summary, guidance: guidance ?? '' } }), ...(instructions === undefined ? {} : { instructions }) }
  const written = await writeSummary(openWriter({ ...tract, branch: record.branch }, call), run, originalTokens, task, mustKeep)
  if (written.text === '') throw stopReason(options)
  return editCompression(tract, id, run, { ...written, ...(guidance === undefined ? {} : { guidance }) })
}

type WrittenRuns = Pick<Runs, 'runs' | 'again'> & { readonly kind: 'written'; readonly branch: string; /** Of the first runs; all of them, unless it was stopped. */ readonly written: readonly WrittenSummary[] }

async function writeAll(tract: TractHandle, options: LLMCompress): Promise<WrittenRuns | Nothing> {
  checkWish(options)
  checkOutsideBatch(tract)
  const { read } = tract.file.db
  const { state, branch } = standing(tract, read)
  const found = runsIn(read, tract, state, branch, options)
  if (found.runs.length === 0) return { kind: 'nothing', reason: found.reason }
  const writer = openWriter({ ...tract, branch }, callOptions(options))
  const written: WrittenSummary[] = []
  for (const [nth, run] of found.runs.entries()) {
    if (options.signal?.aborted === true) break
    const originals = run.map(({ blob }) => originalIn(read, blob))
    const { targetTokens, instructions, mustKeep = [] } = options
    const share = targetTokens === undefined ? undefined : (targetTokens * tokensOf(run)) / found.runs.flat().reduce((sum, { tokens }) => sum + tokens, 0)
    const task: SummaryTask = { originals, tokens: lengthFor(tokensOf(run), share), words: mustKeep.filter((fact) => typeof fact === 'string' && isSaid(originals, fact)) as string[], ...(instructions === undefined ? {} : { instructions }) }
    written.push(await writeSummary(writer, nth, tokensOf(run), task, mustKeep.filter((fact) => isSaid(originals, fact))))
  }
  return { kind: 'written', branch, runs: found.runs, again: found.again, written: written.filter(({ text }) => text !== '') }
}

/** Stopped before every run had its summary. */
const isCutShort = ({ runs, written }: WrittenRuns): boolean => written.length < runs.length || written.some(({ isWhole }) => !isWhole)
const stopReason = ({ signal }: { readonly signal?: AbortSignal }): unknown => signal?.reason ?? new Error('BUG: stopped by nobody')

/** A message as it stands in the context, corrections and all. */
function originalIn(db: ReadDb, blob: BlobKey): SummaryTask['originals'][number] {
  const { role, content } = getBlob(db, blob)
  return { role, content: textOf(content, db.types) }
}

/** Faults: `input/invalid`. */
function checkWish(options: LLMCompress): void {
  const { targetTokens, instructions } = checkOptions(options, 'options: give them as { targetTokens: … }')
  const problems = [
    ...(targetTokens === undefined || (Number.isInteger(targetTokens) && targetTokens > 0) ? [] : [`targetTokens must be a whole number above 0, not ${shown(targetTokens)}`]),
    ...(instructions === undefined || typeof instructions === 'string' ? [] : [`instructions must be a text, not ${shown(instructions)}`]),
  ]
  if (problems.length > 0) throw refused(...problems)
}

type CallOptions = LLMConfig & { readonly llmConfig?: LLMConfig; readonly signal?: AbortSignal; readonly onText?: LLMCompress['onText'] }

/** What is left when everything that says what to compress is taken away: what isn't known is meant for the provider. */
function callOptions({ from: _f, to: _t, messages: _m, again: _w, preserve: _p, mustKeep: _k, targetTokens: _n, instructions: _i, autoCommit: _a, content: _c, ...call }: LLMCompress): CallOptions {
  return call
}

function openWriter(tract: TractHandle, { onText, ...options }: CallOptions): SummaryWriter {
  return { tract, route: routeFor(tract, 'compress', options), context: compile(tract), signal: options.signal, onText }
}

const least = 40
/** A fifth, unless something else is wished for; never so few that nothing can be said, never more than there is. */
const lengthFor = (originalTokens: number, target = originalTokens / 5): number => Math.min(originalTokens, Math.max(Math.min(least, Math.ceil(originalTokens / 2)), Math.ceil(target)))

const isSaid = (originals: readonly { readonly content: string }[], fact: Fact): boolean => isInAny(originals.map(({ content }) => content), fact)

const isSame = (a: readonly Run[], b: readonly Run[]): boolean =>
  a.length === b.length && a.every((run, nth) => run.length === b[nth]?.length && run.every(({ message, blob }, at) => message === b[nth]?.[at]?.message && blob === b[nth]?.[at]?.blob))
