import { redo, undo, undoState } from '../journal/undo.ts'
import type { UndoResult, UndoState } from '../model/operation.ts'
import { MergeVerbs } from './merging.ts'

/** What was done, and taking it back. */
export class UndoVerbs extends MergeVerbs {
  undo(): UndoResult { return undo(this.handle) }
  redo(): UndoResult { return redo(this.handle) }
  undoState(): UndoState { return undoState(this.handle) }
}
