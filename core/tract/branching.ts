import { branchAfter } from '../history/refs/branchAfter.ts'
import { type BranchOptions, createBranch, listBranches, type ListBranchesOptions, switchBranch } from '../history/refs/branches.ts'
import { checkout } from '../history/refs/checkout.ts'
import { deleteBranch } from '../history/refs/deleteBranch.ts'
import { renameBranch } from '../history/refs/renameBranch.ts'
import { leftBehind, ownCommits, type OwnCommitsOptions } from '../history/ownCommits.ts'
import { reset } from '../history/refs/reset.ts'
import { createTag, deleteTag, listTags } from '../history/refs/tags.ts'
import type { OwnCommits } from '../model/commit.ts'
import { checkOptions } from '../model/given.ts'
import type { Ref } from '../model/ids.ts'
import type { Operation } from '../model/operation.ts'
import type { Branch, Head, Tag } from '../model/refs.ts'
import { listOf } from './handle.ts'
import { ReadingVerbs } from './reading.ts'

/** Branches, tags, and where HEAD is. */
export class BranchVerbs extends ReadingVerbs {
  /**
   * Starts a branch at HEAD (or `from`) and moves to it; `switch: false` stays where you are.
   * Faults: `ref/bad-name`, `branch/exists`, `ref/not-found`, `ref/ambiguous`, `ref/no-commits`.
   * @example
   * tract.branch('shorter', { from: question.hash }).isCurrent // → true
   * tract.compile().messages.length // → 2
   */
  branch(name: string, options?: BranchOptions): Branch { return createBranch(this.handle, name, options) }
  /**
   * Starts a branch that ends with a message, with this branch's corrections, pins and skips up to it.
   * Faults: `edit/target-missing`, `ref/not-found`, `ref/bad-name`, `branch/exists`.
   * @example
   * tract.edit(question.hash, 'How long can I return boots?')
   * tract.branchAfter(question.hash, 'boots')
   * tract.compile().messages.at(-1)?.content // → 'How long can I return boots?'
   */
  branchAfter(message: Ref, name: string): Branch { return branchAfter(this.handle, name, message) }
  /**
   * Moves HEAD to a branch. (To look at a commit: `checkout`.) HEAD belongs to the tract: all who use the file share it. To work on a branch wherever HEAD is: `on('main')`.
   * Faults: `branch/not-found`.
   * @example
   * tract.branch('side')
   * tract.switch('main').kind // → 'attached'
   */
  switch(branch: string): Head { return switchBranch(this.handle, branch) }
  /**
   * Moves HEAD anywhere to look around: onto a branch by its name, detached on a commit, `-` for where it was. While detached nothing can be written.
   * Faults: `ref/not-found`, `ref/ambiguous`, `ref/no-commits`, `ref/other-tract`, `branch/not-found`.
   * @example
   * tract.checkout(question.hash).kind // → 'detached'
   * tract.checkout('-').kind // → 'attached'
   */
  checkout(ref: Ref): Head { return checkout(this.handle, ref) }
  /**
   * Moves the current branch to any commit that this tract's branches and tags ever held. `ORIG_HEAD` remembers where it was; nothing is lost.
   * Faults: `ref/not-found`, `ref/ambiguous`, `ref/no-commits`, `ref/other-tract`, `head/detached`.
   * @example
   * tract.reset('HEAD~1').commit === question.hash // → true
   * tract.reset('ORIG_HEAD').commit === answer.hash // → true
   */
  reset(ref: Ref): Head { return reset(this.handle, ref) }
  /**
   * Says what the next `reset` to a commit would leave behind: the commits that no branch and no tag would lead to any more. They stay in the file. `limit` and `kinds` as in `ownCommits`.
   * Faults: `ref/not-found`, `ref/ambiguous`, `ref/no-commits`.
   * @example
   * tract.leftBehind(question.hash).newest.map(({ hash }) => hash === answer.hash) // → [true]
   * tract.tag('asked')
   * tract.leftBehind(question.hash).count // → 0
   */
  leftBehind(to: Ref, options?: OwnCommitsOptions): OwnCommits { return leftBehind(this.handle, to, options) }
  /**
   * Counts the commits that this branch's history has and none of the others', and gives the newest of them, oldest first: `limit` of them, default 100, only of the `kinds` asked for.
   * Faults: `ref/not-found`, `ref/ambiguous`, `ref/no-commits`.
   * @example
   * tract.branch('side')
   * tract.user('And boots?')
   * tract.ownCommits('main').newest.map(({ message }) => message) // → ['dialogue: And boots?']
   * tract.on('main').ownCommits('side').count // → 0
   */
  ownCommits(others: Ref | readonly Ref[], options?: OwnCommitsOptions): OwnCommits { return ownCommits(this.handle, listOf(others), options) }
  /**
   * Lists the branches: `main` first, then by name. `holding` lists those whose history has a commit.
   * Faults: `ref/not-found`, `ref/ambiguous`, `ref/no-commits`, `input/invalid`.
   * @example
   * tract.branch('side', { from: question.hash, switch: false })
   * tract.listBranches().map(({ name, isCurrent }) => [name, isCurrent]) // → [['main', true], ['side', false]]
   * tract.listBranches({ holding: answer.hash }).map(({ name }) => name) // → ['main']
   */
  listBranches(options: ListBranchesOptions = {}): readonly Branch[] { return listBranches(this.handle, checkOptions(options, 'options: give them as { holding: … }')) }
  /**
   * Gives a branch another name; a HEAD that is on it stays on it.
   * Faults: `branch/not-found`, `branch/exists`, `ref/bad-name`.
   * @example
   * tract.renameBranch('main', 'trunk').isCurrent // → true
   */
  renameBranch(from: string, to: string): Branch { return renameBranch(this.handle, from, to) }
  /**
   * Removes a branch's name; its commits stay in the file. `force` also removes one whose commits no other branch or tag holds.
   * Faults: `branch/not-found`, `branch/current`, `branch/unmerged`, `merge/in-progress`.
   * @example
   * tract.branch('side', { switch: false })
   * tract.deleteBranch('side').verb // → 'deleteBranch'
   */
  deleteBranch(name: string, options?: { readonly force?: boolean }): Operation { return deleteBranch(this.handle, name, options) }
  /**
   * Names a commit for good: HEAD, or `at`.
   * Faults: `ref/bad-name`, `tag/exists`, `ref/not-found`, `ref/ambiguous`, `ref/no-commits`, `ref/other-tract`.
   * @example
   * tract.tag('asked', { at: question.hash })
   * tract.resolve('asked') === question.hash // → true
   */
  tag(name: string, options?: { readonly at?: Ref }): Tag { return createTag(this.handle, name, options) }
  /**
   * Lists the tags by name.
   * @example
   * tract.tag('asked', { at: question.hash })
   * tract.listTags().map(({ name }) => name) // → ['asked']
   */
  listTags(): readonly Tag[] { return listTags(this.handle) }
  /**
   * Takes a tag's name away; the commit stays.
   * Faults: `tag/not-found`.
   * @example
   * tract.tag('asked')
   * tract.deleteTag('asked').verb // → 'deleteTag'
   */
  deleteTag(name: string): Operation { return deleteTag(this.handle, name) }
}
