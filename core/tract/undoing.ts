import { operations } from '../history/undo/operationList.ts'
import { revert, undoOnBranch } from '../history/undo/revert.ts'
import { viewAt } from '../history/undo/viewAt.ts'
import { commitBatch, countInBatch, openBatch } from '../journal/batches.ts'
import { restore } from '../journal/restore.ts'
import { cancelBatch, redo, undo, undoState } from '../journal/undo.ts'
import type { OperationId, Page, PageOptions, RunId } from '../model/ids.ts'
import type { Operation, TractView, UndoResult, UndoState } from '../model/operation.ts'
import { isRunId, revertRun } from '../orchestrator/revertRun.ts'
import { CompressVerbs } from './compressing.ts'

/** What was done, and taking it back. */
export class UndoVerbs extends CompressVerbs {
  /**
   * Lists everything that was done to the tract, newest first, undone acts and what undid them too. Default limit 100.
   * Faults: `cursor/bad`.
   * @example
   * tract.annotate(answer.hash, 'pinned')
   * tract.operations({ limit: 2 }).items.map(({ verb }) => verb) // → ['annotate', 'commit']
   */
  operations(options?: PageOptions): Page<Operation> { return operations(this.handle, options) }
  /**
   * Takes back the latest act of the tract, whoever did it, or with `branch` the latest on that branch only; again walks further back.
   * Faults: `branch/not-found`, `tract/name-taken`.
   * @example
   * tract.annotate(answer.hash, 'skip')
   * tract.undo().kind // → 'done'
   * tract.compile().messages.length // → 3
   */
  undo({ branch }: { readonly branch?: string } = {}): UndoResult { return branch === undefined ? undo(this.handle) : undoOnBranch(this.handle, branch) }
  /**
   * Brings the last undone act again, as long as nothing else was done since.
   * Faults: `tract/name-taken`.
   * @example
   * tract.undo()
   * tract.redo().kind // → 'done'
   * tract.redo().kind // → 'nothing'
   */
  redo(): UndoResult { return redo(this.handle) }
  /**
   * Begins a batch that lasts over several acts, also of a model: undo takes all of them back together once it is committed. Each is in the file at
   * once; a process that ends leaves a batch that was committed. False where one is open already.
   * @example
   * tract.openBatch()
   * tract.annotate(question.hash, 'skip')
   * tract.annotate(answer.hash, 'skip')
   * tract.commitBatch() // → 2
   * tract.undo()
   * tract.compile().messages.length // → 3
   */
  openBatch(): boolean { return openBatch(this.handle) }
  /**
   * Ends the open batch and gives how many acts are in it; null where none is open.
   * @example
   * tract.commitBatch() // → null
   */
  commitBatch(): number | null { return commitBatch(this.handle) }
  /**
   * Ends the open batch and takes back what was done in it; redo brings it again. Faults: `tract/name-taken`.
   * @example
   * tract.openBatch()
   * tract.annotate(answer.hash, 'skip')
   * tract.cancelBatch().kind // → 'done'
   * tract.compile().messages.length // → 3
   */
  cancelBatch(): UndoResult { return cancelBatch(this.handle) }
  /**
   * Says how many acts the open batch has so far; null where none is open.
   * @example
   * tract.openBatch()
   * tract.countInBatch() // → 0
   */
  countInBatch(): number | null { return countInBatch(this.handle) }
  /**
   * Says what `undo` and `redo` would take back or bring again.
   * @example
   * tract.annotate(answer.hash, 'skip')
   * tract.undoState().undo?.verb // → 'annotate'
   */
  undoState(): UndoState { return undoState(this.handle) }
  /**
   * Takes back one older act, or with a run's id all that the orchestrator did in it. Later work that touches the same thing is reported as a conflict, not overwritten.
   * Faults: `operation/not-found`, `orchestrator/no-such-run`, `tract/name-taken`.
   * @example
   * tract.annotate(answer.hash, 'skip')
   * tract.user('And boots?')
   * tract.revert(tract.operations().items[1]!.id).kind // → 'done'
   * tract.compile().messages.length // → 4
   */
  revert(target: OperationId | RunId): UndoResult { return isRunId(target) ? revertRun(this.handle, target) : revert(this.handle, target) }
  /**
   * Puts everything back as it was right after an operation; itself an operation, so undo works.
   * Faults: `operation/not-found`, `tract/name-taken`.
   * @example
   * const before = tract.operations().items[0]!.id
   * tract.user('And boots?')
   * tract.restore(before).kind // → 'done'
   */
  restore(target: OperationId): UndoResult { return restore(this.handle, target) }
  /**
   * Gives name, settings, HEAD, branches and tags as of a journal position. Reads only.
   * Faults: `journal/no-such-seq`.
   * @example
   * const { seq } = tract.operations().items[0]!
   * tract.branch('side')
   * tract.viewAt(seq).branches.map(({ name }) => name) // → ['main']
   */
  viewAt(seq: number): TractView { return viewAt(this.handle, seq) }
}
