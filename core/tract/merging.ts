import { cherryPick, type PickOptions } from '../history/merge/cherryPick.ts'
import { merge, type MergeOptions } from '../history/merge/merge.ts'
import { abortMerge, commitMerge, findPendingMerge, refreshMerge, resolveConflict } from '../history/merge/pending.ts'
import { rebase, type RebaseOptions } from '../history/merge/rebase.ts'
import { mergeByModel, type ModelMergeOptions } from '../llm/mergeByModel.ts'
import { suggestResolution, type SuggestOptions } from '../llm/suggestResolution.ts'
import type { MergeCommit } from '../model/commit.ts'
import type { ConflictId, Ref } from '../model/ids.ts'
import type { MergeResult, PendingMerge, PickResult, RebaseResult, Resolution, SuggestedResolution } from '../model/merge.ts'
import type { Operation } from '../model/operation.ts'
import { BranchVerbs } from './branching.ts'
import { listOf } from './handle.ts'

/** Bringing branches together. */
export class MergeVerbs extends BranchVerbs {
  /**
   * With `strategy: 'llm'` a model answers the conflicts about texts, in its own name; its job is `merge`. Its words wait as answers that can be changed, or are written at once with `autoCommit`. What it can't answer stays open; where a call fails, the merge waits with the answers it has.
   * Faults: those of `merge` and `suggestResolution`.
   * @example
   * tract.configureClients({ merge: scripted(['21 working days.']) })
   * tract.branch('side', { switch: false }).name // → 'side'
   * tract.on('side').edit(answer.hash, '21 days.')
   * tract.edit(answer.hash, '30 working days.')
   * const merged = await tract.merge('side', { strategy: 'llm' })
   * merged.kind === 'conflict' && merged.pending.conflicts[0]!.resolution // → { take: 'text', text: '21 working days.' }
   */
  merge(branch: string, options: ModelMergeOptions): Promise<MergeResult>
  /**
   * Brings a branch into the current one. Conflicts that the resolver and the strategy leave open come back as a pending merge, kept in the file; nothing changes until `commitMerge`.
   * Faults: `branch/not-found`, `head/detached`, `merge/itself`, `merge/unrelated`, `merge/in-progress`, `merge/bad-resolution`, `input/invalid`.
   * @example
   * tract.branch('side')
   * tract.user('And boots?')
   * tract.switch('main')
   * tract.merge('side').kind // → 'fastForward'
   */
  merge(branch: string, options?: MergeOptions): MergeResult
  merge(branch: string, options?: MergeOptions | ModelMergeOptions): MergeResult | Promise<MergeResult> {
    return options?.strategy === 'llm' ? mergeByModel(this.handle, branch, options) : merge(this.handle, branch, options)
  }
  /**
   * Gives the merge into this branch that waits for decisions, or null. It survives a restart.
   * @example
   * tract.findPendingMerge() // → null
   */
  findPendingMerge(): PendingMerge | null { return findPendingMerge(this.handle) }
  /**
   * Answers one conflict of the waiting merge; answered again, the last answer counts.
   * Faults: `merge/none-pending`, `merge/no-such-conflict`, `merge/bad-resolution`.
   * @example
   * tract.branch('side', { switch: false }).name // → 'side'
   * tract.on('side').edit(answer.hash, '14 days.')
   * tract.edit(answer.hash, '30 days.')
   * const merged = tract.merge('side')
   * if (merged.kind === 'conflict') tract.resolveConflict(merged.pending.conflicts[0]!.id, { take: 'text', text: '21 days.' })
   * tract.commitMerge().resolutions[0]?.kind // → 'bothEdited'
   */
  resolveConflict(conflict: ConflictId, resolution: Resolution): PendingMerge { return resolveConflict(this.handle, conflict, resolution) }
  /**
   * Asks a model for the words that settle a conflict about a text; its job is `merge`. Nothing is decided by it: `resolveConflict` takes the words, changed or not.
   * Faults: `merge/none-pending`, `merge/no-such-conflict`, `merge/bad-resolution` (it is about no text), those of `generate`.
   * @example
   * tract.configureClients({ merge: scripted(['21 working days.']) })
   * tract.branch('side', { switch: false }).name // → 'side'
   * tract.on('side').edit(answer.hash, '21 days.')
   * tract.edit(answer.hash, '30 working days.')
   * const merged = tract.merge('side')
   * const conflict = merged.kind === 'conflict' ? merged.pending.conflicts[0]!.id : null
   * const suggested = await tract.suggestResolution(conflict!)
   * suggested.text // → '21 working days.'
   */
  suggestResolution(conflict: ConflictId, options?: SuggestOptions): Promise<SuggestedResolution> { return suggestResolution(this.handle, conflict, options) }
  /**
   * Writes the waiting merge as one commit.
   * Faults: `merge/none-pending`, `merge/unresolved`, `merge/stale` (a branch moved meanwhile: `refreshMerge`).
   * @example
   * tract.commitMerge() // ✗ 'merge/none-pending'
   */
  commitMerge(options?: { readonly message?: string }): MergeCommit { return commitMerge(this.handle, options) }
  /**
   * Prepares the waiting merge anew for where both branches are now. Answers are kept wherever both sides are as they were.
   * Faults: `merge/none-pending`.
   * @example
   * tract.refreshMerge() // ✗ 'merge/none-pending'
   */
  refreshMerge(): PendingMerge | null { return refreshMerge(this.handle) }
  /**
   * Drops the waiting merge; undo brings it back.
   * Faults: `merge/none-pending`.
   * @example
   * tract.abortMerge() // ✗ 'merge/none-pending'
   */
  abortMerge(): Operation { return abortMerge(this.handle) }

  /**
   * Copies commits onto the current branch. A message comes as it is shown at `from` (default: the newest branch that holds it); pins and skips stay behind. `asCopy` makes a new message of one that is here already. What can't be copied as it is comes back as issues and nothing changes, unless `onIssue` says what to do.
   * Faults: `pick/already-here`, `pick/in-summary`, `pick/merge`, `expand/already`, `expand/inside-another`, `ref/not-found`, `ref/ambiguous`, `head/detached`, `input/invalid`.
   * @example
   * tract.branch('side')
   * const good = tract.user('And boots?')
   * tract.switch('main')
   * tract.cherryPick(good.hash).kind // → 'picked'
   */
  cherryPick(refs: Ref | readonly Ref[], options?: PickOptions): PickResult { return cherryPick(this.handle, listOf(refs), options) }
  /**
   * Writes this branch's own commits anew on top of `onto`, leaving out what `drop` names. Message ids stay, so pins and corrections hold; the old tip is tagged `before-rebase/<branch>`. Open conflicts come back and nothing is written: answer them with `resolver` or `strategy`, where `ours` is the branch you rebase onto and `theirs` this branch's own.
   * Faults: `ref/not-found`, `ref/ambiguous`, `head/detached`, `merge/unrelated`, `merge/in-progress`, `merge/bad-resolution`.
   * @example
   * tract.branch('side')
   * tract.user('And boots?')
   * tract.on('main').user('And sandals?')
   * tract.rebase('main').kind // → 'rebased'
   */
  rebase(onto: Ref, options?: RebaseOptions): RebaseResult { return rebase(this.handle, onto, options) }
}
