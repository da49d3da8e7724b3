import { branchAfter } from '../history/branchAfter.ts'
import { type BranchOptions, createBranch, listBranches, switchBranch } from '../history/branches.ts'
import type { Ref } from '../model/ids.ts'
import type { Branch, Head } from '../model/refs.ts'
import { ReadingVerbs } from './reading.ts'

/** Branches, tags, and where HEAD is. */
export class BranchVerbs extends ReadingVerbs {
  branch(name: string, options?: BranchOptions): Branch { return createBranch(this.handle, name, options) }
  /** Starts a branch that ends with a message, as this branch shows it now. */
  branchAfter(message: Ref, name: string): Branch { return branchAfter(this.handle, name, message) }
  switch(branch: string): Head { return switchBranch(this.handle, branch) }
  listBranches(): readonly Branch[] { return listBranches(this.handle) }
}
