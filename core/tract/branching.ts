import { branchAfter } from '../history/branchAfter.ts'
import { type BranchOptions, createBranch, listBranches, switchBranch } from '../history/branches.ts'
import { checkout } from '../history/checkout.ts'
import { deleteBranch } from '../history/deleteBranch.ts'
import { renameBranch } from '../history/renameBranch.ts'
import { reset } from '../history/reset.ts'
import { createTag, deleteTag, listTags } from '../history/tags.ts'
import type { Ref } from '../model/ids.ts'
import type { Operation } from '../model/operation.ts'
import type { Branch, Head, Tag } from '../model/refs.ts'
import { ReadingVerbs } from './reading.ts'

/** Branches, tags, and where HEAD is. */
export class BranchVerbs extends ReadingVerbs {
  branch(name: string, options?: BranchOptions): Branch { return createBranch(this.handle, name, options) }
  /** Starts a branch that ends with a message, as this branch shows it now. */
  branchAfter(message: Ref, name: string): Branch { return branchAfter(this.handle, name, message) }
  switch(branch: string): Head { return switchBranch(this.handle, branch) }
  checkout(ref: Ref): Head { return checkout(this.handle, ref) }
  reset(ref: Ref): Head { return reset(this.handle, ref) }
  listBranches(): readonly Branch[] { return listBranches(this.handle) }
  renameBranch(from: string, to: string): Branch { return renameBranch(this.handle, from, to) }
  deleteBranch(name: string, options?: { readonly force?: boolean }): Operation { return deleteBranch(this.handle, name, options) }
  tag(name: string, options?: { readonly at?: Ref }): Tag { return createTag(this.handle, name, options) }
  listTags(): readonly Tag[] { return listTags(this.handle) }
  deleteTag(name: string): Operation { return deleteTag(this.handle, name) }
}
