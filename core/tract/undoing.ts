import { operations } from '../history/operationList.ts'
import { revert, undoOnBranch } from '../history/revert.ts'
import { viewAt } from '../history/viewAt.ts'
import { restore } from '../journal/restore.ts'
import { redo, undo, undoState } from '../journal/undo.ts'
import type { OperationId, Page, PageOptions } from '../model/ids.ts'
import type { Operation, TractView, UndoResult, UndoState } from '../model/operation.ts'
import { MergeVerbs } from './merging.ts'

/** What was done, and taking it back. */
export class UndoVerbs extends MergeVerbs {
  operations(options?: PageOptions): Page<Operation> { return operations(this.handle, options) }
  /** The latest act of the tract, or of one branch only. */
  undo({ branch }: { readonly branch?: string } = {}): UndoResult { return branch === undefined ? undo(this.handle) : undoOnBranch(this.handle, branch) }
  redo(): UndoResult { return redo(this.handle) }
  undoState(): UndoState { return undoState(this.handle) }
  revert(target: OperationId): UndoResult { return revert(this.handle, target) }
  restore(target: OperationId): UndoResult { return restore(this.handle, target) }
  viewAt(seq: number): TractView { return viewAt(this.handle, seq) }
}
