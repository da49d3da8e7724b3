import type { DraftId } from '../../core/model/ids.ts'
import type { CompressWish, SummaryWriterChoice } from '../../main/contract/compress.ts'
import { offerUndo } from '../commands/undoLast.ts'
import { attempt } from '../faults/attempt.ts'
import { approveCompression, chooseSummary, dismissWriting, draftByHand, editSummary, refreshCompression, regenerate, rejectCompression, writeDraft } from '../queries/compress.ts'
import { dropChosen } from '../state/selection.ts'
import { forgetSummaries, typeSummary } from '../state/summaryWords.ts'
import { closeDialog } from '../state/view.ts'
import { counted, signed } from '../words/numbers.ts'
import { words } from '../words/words.ts'
import { inputOf } from './rangeRows.ts'
import type { Compressing } from './useCompress.ts'

/** How a summary is asked for. */
export type Asking = { readonly wish: CompressWish; readonly writer: SummaryWriterChoice | null }

/** Puts what was typed into the file: as versions of the draft, or as a draft of its own. null: it couldn't be. */
export async function save(at: Compressing, wish: CompressWish = {}): Promise<DraftId | null> {
  const { current: { tract, branch }, draft, typed, texts, place, range } = at
  const done = await attempt(async () => {
    if (draft === null) return (await draftByHand(tract, branch, inputOf(range), texts, wish)).id
    for (const [run, text] of Object.entries(typed)) {
      if (text.trim() !== '' && text !== draft.runs[Number(run)]?.summary) await editSummary(tract, draft.id, Number(run), text)
    }
    return draft.id
  })
  if (done === undefined) return null
  forgetSummaries(place)
  at.setDraft(done)
  return done
}

/** Puts the summaries in force and offers to take that back. */
export async function approve(at: Compressing, wish: CompressWish): Promise<void> {
  const { tract } = at.current
  const id = await save(at, wish)
  if (id === null) return
  const done = await attempt(() => approveCompression(tract, id))
  if (done === undefined) return
  dropChosen() // what was chosen is inside a summary now
  closeDialog()
  await offerUndo(tract, `Compressed ${counted(done.messages, words().step, words().steps)}, ${signed(done.tokensAfter - done.tokensBefore)}`)
}

/** Leaves it for later: whole words become a draft that waits; half ones stay with the range. */
export async function keep(at: Compressing, wish: CompressWish): Promise<void> {
  const isWhole = at.texts.length > 0 && at.texts.every((text) => text.trim() !== '')
  const mustSave = at.draft === null ? isWhole : Object.keys(at.typed).length > 0
  if (mustSave && (await save(at, wish)) === null) return
  closeDialog()
}

export async function reject(at: Compressing, reason: string): Promise<void> {
  const { draft, place, current: { tract } } = at
  const done = draft === null || (await attempt(() => rejectCompression(tract, draft.id, reason).then(() => true)))
  if (done === undefined) return
  forgetSummaries(place)
  closeDialog()
  if (draft === null) return
  await offerUndo(tract, 'Rejected the summary')
}

/** Asks a model: for a draft, or for further versions of the one there is. What was typed is kept as a version first. Resolves to false when it could not begin. */
export async function ask(at: Compressing, { wish, writer }: Asking, guidance = '', run: number | null = null): Promise<boolean> {
  const { current: { tract, branch }, job, draft, range } = at
  if (job !== null && job.state.kind !== 'running') await attempt(() => dismissWriting(job.id))
  const isTyped = at.texts.length > 0 && at.texts.every((text) => text.trim() !== '') && Object.keys(at.typed).length > 0
  const id = isTyped ? await save(at, wish) : (draft?.id ?? null)
  if (isTyped && id === null) return false
  const started = await attempt(() => (id === null ? writeDraft(tract, branch, inputOf(range), wish, writer) : regenerate(tract, id, run, [guidance, wish.instructions ?? ''].filter((text) => text !== '').join('. '), writer)))
  if (started === undefined) return false
  at.setJob(started.id)
  return true
}

export async function choose(at: Compressing, run: number, version: number): Promise<void> {
  const { draft, current: { tract } } = at
  if (draft === null || (Object.keys(at.typed).length > 0 && (await save(at)) === null)) return
  await attempt(() => chooseSummary(tract, draft.id, run, version))
}

/** Takes what had come before a stop for whole, in one's own name. */
export async function takeUnfinished(at: Compressing): Promise<void> {
  const { draft, unfinished, current: { tract } } = at
  if (draft === null) return
  await attempt(async () => {
    for (const run of unfinished) await editSummary(tract, draft.id, run, draft.runs[run]?.summary ?? '')
  })
}

export async function refresh(at: Compressing): Promise<void> {
  const { draft, current: { tract } } = at
  if (draft !== null) await attempt(() => refreshCompression(tract, draft.id))
}

/** Takes the words of a model that didn't come to its end for one's own, to go on from. */
export async function takeWords(at: Compressing): Promise<void> {
  const { job, place } = at
  if (job === null) return
  for (const { run, text } of job.texts) if (text.trim() !== '') typeSummary(place, run, text.trim())
  await attempt(() => dismissWriting(job.id))
}
