/** What an operation was, as its first journal entry says. */
export type Act = {
  readonly verb: string
  readonly detail?: string | null
  /** For undo and redo: the operation they take back or bring again. */
  readonly of?: number
}

/** Where undo and redo stand: the operation in effect, and those that redo brings again (the next one last). */
export type Progress = { readonly current: number | null; readonly redo: readonly number[] }

/**
 * Moves undo's place past one operation. An undoable act comes into effect and clears redo; undo puts its target's predecessor in effect;
 * redo its target; what only records changes nothing.
 */
export function progressAfter(before: Progress, operation: number, act: Act, isUndoable: boolean, previousOf: (id: number) => number | null): Progress {
  if (act.verb === 'undo' && act.of !== undefined) return { current: previousOf(act.of), redo: [...before.redo, act.of] }
  if (act.verb === 'redo' && act.of !== undefined) return { current: act.of, redo: before.redo.slice(0, -1) }
  return isUndoable ? { current: operation, redo: [] } : before
}

const recordsOnly: ReadonlySet<string> = new Set(['tract_created', 'usage_recorded'])

/** Whether an operation with these facts can be taken back. */
export const isUndoable = (act: Act, factTypes: readonly string[]): boolean =>
  act.verb !== 'undo' && act.verb !== 'redo' && factTypes.some((type) => !recordsOnly.has(type))
