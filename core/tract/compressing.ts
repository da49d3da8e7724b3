import { viewCommit } from '../history/commitView.ts'
import { compress } from '../history/compress/compress.ts'
import { chooseCompression, draftByHand, editCompression, listCompressionDrafts, refreshCompression } from '../history/compress/drafts.ts'
import { expand } from '../history/compress/expand.ts'
import { previewCompression } from '../history/compress/previewCompression.ts'
import { compressByModel, draftByModel, regenerateCompression, type RegenerateOptions } from '../llm/compress/compressByModel.ts'
import type { ExpandCommit } from '../model/commit.ts'
import type { Compressed, CompressionDraft, CompressionPreview, CompressRange, CompressResult, CompressRules, LLMCompress, ManualCompress } from '../model/compress.ts'
import type { DraftId, Ref } from '../model/ids.ts'
import type { Operation } from '../model/operation.ts'
import { approveDraft, rejectDraft } from '../proposals/draftDecided.ts'
import { MergeVerbs } from './merging.ts'

/** Summaries in place of what they stand for: written by you or by a model, reviewed or at once. */
export class CompressVerbs extends MergeVerbs {
  /**
   * Puts summaries in place of messages: a range (`from`, `to`), chosen `messages`, or everything. Pinned messages stay and split it into runs; skipped ones stay skipped.
   * `again` names a summary: what it stands for is summarised once more, and the new one takes its place.
   * With `content` the words are yours, one text a run, at once; else the client of the job `compress` writes them. `autoCommit: false` keeps a draft to review.
   * Stopped by its `signal` it rejects with the reason and changes nothing; a draft keeps what had come, as a version that isn't whole and can't be approved.
   * Faults: `compress/bad-range`, `compress/runs-mismatch`, `compress/empty`, `compress/longer`, `compress/nothing` (of a draft), `input/invalid`, `edit/target-missing`, `ref/not-found`, `ref/ambiguous`, `head/detached`; of `again` those of `expand`;
   * with a model also `draft/stale` (the messages changed meanwhile: its words are kept as a draft) and those of `generate`.
   * @example
   * tract.compress({ from: question.hash, to: answer.hash, content: 'Returns: 60 days.' }).kind // → 'compressed'
   * tract.compile().messages.at(-1)?.content // → 'Returns: 60 days.'
   */
  compress<Given extends ManualCompress | LLMCompress = LLMCompress>(options?: Given): Compressed<Given> {
    const given: ManualCompress | LLMCompress = options ?? {}
    const { handle } = this
    const own = given.content === undefined ? null : given
    if (own) return (own.autoCommit === false ? draftByHand(handle, own) : compress(handle, own)) as Compressed<Given>
    return (given.autoCommit === false ? draftByModel(handle, given as LLMCompress) : compressByModel(handle, given as LLMCompress)) as Compressed<Given>
  }
  /**
   * Tells what compressing a range would take, in runs, and what of it stays as it is. Nothing is written, no model is asked.
   * Faults: `compress/bad-range`, `edit/target-missing`, `ref/not-found`, `ref/ambiguous`, `head/detached`.
   * @example
   * tract.previewCompression({ from: question.hash, to: answer.hash }).runs.length // → 1
   * tract.annotate(answer.hash, 'pinned')
   * tract.previewCompression({ from: answer.hash, to: answer.hash }).nothing // → 'allPinned'
   */
  previewCompression(range?: CompressRange & CompressRules): CompressionPreview { return previewCompression(this.handle, range) }
  /**
   * Lists the compressions that wait for a decision, oldest first, on all branches. They survive a restart.
   * @example
   * tract.compress({ content: 'Returns: 60 days.', autoCommit: false })
   * tract.listCompressionDrafts()[0]?.runs[0]?.summary // → 'Returns: 60 days.'
   */
  listCompressionDrafts(): readonly CompressionDraft[] { return listCompressionDrafts(this.handle) }
  /**
   * Writes one run's summary in your own words, as a version beside those before.
   * Faults: `draft/not-found`, `draft/closed`, `compress/empty`, `input/invalid`.
   * @example
   * const draft = tract.compress({ content: 'Returns: 60 days.', autoCommit: false })
   * tract.editCompression(draft.id, 0, '30 days.').runs[0]?.versions.length // → 2
   */
  editCompression(draft: DraftId, run: number, text: string): CompressionDraft { return editCompression(this.handle, draft, run, { text }) }
  /**
   * Chooses which version of a run's summary counts.
   * Faults: `draft/not-found`, `draft/closed`, `input/invalid`.
   * @example
   * const draft = tract.compress({ content: 'Returns: 60 days.', autoCommit: false })
   * tract.editCompression(draft.id, 0, '30 days.')
   * tract.chooseCompression(draft.id, 0, 0).runs[0]?.summary // → 'Returns: 60 days.'
   */
  chooseCompression(draft: DraftId, run: number, version: number): CompressionDraft { return chooseCompression(this.handle, draft, run, version) }
  /**
   * Has one run's summary written anew by the client of the job `compress`, with `guidance` about what shall be otherwise; every version is kept.
   * Faults: `draft/not-found`, `draft/closed`, `compress/empty`, `compress/longer`, `input/invalid`, those of `generate`.
   * @example
   * const draft = tract.compress({ content: '60 days.', autoCommit: false })
   * tract.configureClients({ compress: demo({ waitMs: 0 }) })
   * (await tract.regenerateCompression(draft.id, 0, { guidance: 'shorter' })).runs[0]?.versions.length // → 2
   */
  regenerateCompression(draft: DraftId, run: number, options?: RegenerateOptions): Promise<CompressionDraft> { return regenerateCompression(this.handle, draft, run, options) }
  /**
   * Takes what the messages of a draft say now for what was seen; the summaries stay as they are.
   * Faults: `draft/not-found`, `draft/closed`, `draft/stale`.
   * @example
   * const draft = tract.compress({ content: '60 days.', autoCommit: false })
   * tract.edit(answer.hash, 'You have 30 days to return them.')
   * tract.refreshCompression(draft.id).isStale // → false
   */
  refreshCompression(draft: DraftId): CompressionDraft { return refreshCompression(this.handle, draft) }
  /**
   * Puts the chosen summaries of a draft in force on its branch, as one operation.
   * Faults: `draft/not-found`, `draft/closed`, `draft/stale`, `compress/empty`, `compress/longer`, `compress/unfinished`.
   * @example
   * const draft = tract.compress({ content: '60 days.', autoCommit: false })
   * tract.approveCompression(draft.id).kind // → 'compressed'
   */
  approveCompression(draft: DraftId): CompressResult { return approveDraft(this.handle, draft) }
  /**
   * Takes a draft off the list; undo brings it back.
   * Faults: `draft/not-found`, `draft/closed`.
   * @example
   * const draft = tract.compress({ content: '60 days.', autoCommit: false })
   * tract.rejectCompression(draft.id, { reason: 'too lossy' }).verb // → 'rejectCompression'
   */
  rejectCompression(draft: DraftId, options?: { readonly reason?: string }): Operation { return rejectDraft(this.handle, draft, options) }
  /**
   * Takes a summary out of force: what it stood for is shown again, in its own place.
   * Faults: `expand/not-a-summary`, `expand/already`, `expand/inside-another`, `ref/not-found`, `ref/ambiguous`, `head/detached`.
   * @example
   * const result = tract.compress({ content: 'Returns: 60 days.' })
   * if (result.kind === 'compressed') tract.expand(result.commits[0]!.hash)
   * tract.compile().messages.length // → 3
   */
  expand(summary: Ref): ExpandCommit { return viewCommit(this.handle, expand(this.handle, summary)) as ExpandCommit }
}
