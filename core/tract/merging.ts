import { BranchVerbs } from './branching.ts'

/** Bringing branches together, and summaries in place of what they stand for. */
export class MergeVerbs extends BranchVerbs {}
