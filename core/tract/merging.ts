import { viewCommit } from '../history/commitView.ts'
import { compress } from '../history/compress.ts'
import { expand } from '../history/expand.ts'
import { cherryPick, type PickOptions } from '../history/merge/cherryPick.ts'
import { merge, type MergeOptions } from '../history/merge/merge.ts'
import { abortMerge, commitMerge, findPendingMerge, refreshMerge, resolveConflict } from '../history/merge/pending.ts'
import { rebase, type RebaseOptions } from '../history/merge/rebase.ts'
import type { ExpandCommit, MergeCommit } from '../model/commit.ts'
import type { CompressResult, ManualCompress } from '../model/compress.ts'
import type { ConflictId, Ref } from '../model/ids.ts'
import type { MergeResult, PendingMerge, PickResult, RebaseResult, Resolution } from '../model/merge.ts'
import type { Operation } from '../model/operation.ts'
import { BranchVerbs } from './branching.ts'

/** Bringing branches together, and summaries in place of what they stand for. */
export class MergeVerbs extends BranchVerbs {
  merge(branch: string, options?: MergeOptions): MergeResult { return merge(this.handle, branch, options) }
  findPendingMerge(): PendingMerge | null { return findPendingMerge(this.handle) }
  resolveConflict(conflict: ConflictId, resolution: Resolution): PendingMerge { return resolveConflict(this.handle, conflict, resolution) }
  commitMerge(options?: { readonly message?: string }): MergeCommit { return commitMerge(this.handle, options) }
  refreshMerge(): PendingMerge { return refreshMerge(this.handle) }
  abortMerge(): Operation { return abortMerge(this.handle) }

  cherryPick(refs: Ref | readonly Ref[], options?: PickOptions): PickResult { return cherryPick(this.handle, typeof refs === 'string' ? [refs] : refs, options) }
  rebase(onto: Ref, options?: RebaseOptions): RebaseResult { return rebase(this.handle, onto, options) }

  compress(options: ManualCompress): CompressResult { return compress(this.handle, options) }
  expand(summary: Ref): ExpandCommit { return viewCommit(this.handle, expand(this.handle, summary)) as ExpandCommit }
}
