import type { Author } from './author.ts'
import type { EpochMs, OperationId } from './ids.ts'
import type { Branch, Head, RefMove, Tag } from './refs.ts'
import type { TractConfig } from './config.ts'

/** One act, as a person would name it: one transaction, one line in the history of what was done. */
export type Operation = {
  readonly id: OperationId
  /** The journal position of its last entry. */
  readonly seq: number
  /** `annotate`, `branch`, `undo`, … */
  readonly verb: string
  /** What it was about, in a word or two: the priority set, the branch made, the role that spoke. */
  readonly detail: string | null
  readonly author: Author
  readonly cause: OperationCause
  readonly at: EpochMs
  readonly refs: readonly RefMove[]
  /** How many commits it made: of several messages kept or hidden in one act, as many. */
  readonly commits: number
  /** What it changed in the context of the branches it moved, together. */
  readonly tokenDelta: number
  readonly undoable: boolean
  /** The batch it was done in, by the first act of that. */
  readonly batch?: OperationId
}
/** What it was about: nothing that was done before, or the operation it took back, brought again, or went back to; `also` the others of its batch. */
export type OperationCause = { readonly kind: 'direct' } | { readonly kind: 'undo' | 'redo' | 'revert' | 'restore'; readonly of: OperationId; readonly also?: readonly OperationId[] }

export type UndoResult =
  | { readonly kind: 'done'; readonly operation: Operation; readonly reverted: readonly Operation[] }
  | { readonly kind: 'nothing' }
  | { readonly kind: 'conflict'; readonly with: readonly Operation[] }

/** What undo and redo would take back or bring again, for the names on their buttons. */
export type UndoState = { readonly undo: Operation | null; readonly redo: Operation | null }

/** A tract as it was at a journal position. */
export type TractView = {
  readonly seq: number
  readonly at: EpochMs
  readonly name: string
  readonly config: TractConfig
  readonly head: Head
  readonly branches: readonly Branch[]
  readonly tags: readonly Tag[]
}
