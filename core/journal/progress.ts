/** What an operation was, as its first journal entry says. */
export type Act = {
  readonly verb: string
  readonly detail?: string | null
  /** For undo, redo, revert and restore: the operation they are about. */
  readonly of?: number
  /** What an undo takes back, or a redo brings, beside `of`, newest first: the other acts of its batch. */
  readonly also?: readonly number[]
  /** For the revert that undo makes on one branch: that branch. */
  readonly branch?: string
  /** The batch it belongs to, by its first act. */
  readonly batch?: number
}

/** Where undo and redo stand: the operation in effect, and those that redo brings again (the next one last). */
export type Progress = { readonly current: number | null; readonly redo: readonly number[] }

/**
 * Moves undo's place past one operation. An undoable act comes into effect and clears redo; undo puts its target's predecessor in effect;
 * redo its target; what only records changes nothing.
 */
export function progressAfter(before: Progress, operation: number, act: Act, isUndoable: boolean, previousOf: (id: number) => number | null): Progress {
  if (act.verb === 'undo' && act.of !== undefined) return { current: previousOf(act.also?.at(-1) ?? act.of), redo: [...before.redo, act.of] }
  if (act.verb === 'redo' && act.of !== undefined) return { current: act.of, redo: before.redo.slice(0, -1) }
  return isUndoable ? { current: operation, redo: [] } : before
}

const recordsOnly: ReadonlySet<string> = new Set(['tract_created', 'usage_recorded', 'gc_pruned', 'erased'])
/** The act that makes a tract together with what it begins with: there is nothing before it to go back to. */
export const beginning = 'begin'

/** What is put before a person, and what becomes of it by itself, is on record too, and so is a beginning: undo goes on to what was done before. */
const recordingActs: ReadonlySet<string> = new Set(['propose', 'lapse', beginning])

/** Undo and redo walk; every other act that changes something can be taken back. */
export const isWalk = (act: Act): boolean => act.verb === 'undo' || act.verb === 'redo'

/** Whether an operation with these facts can be taken back. */
export const isUndoable = (act: Act, factTypes: readonly string[]): boolean => !isWalk(act) && !recordingActs.has(act.verb) && factTypes.some((type) => !recordsOnly.has(type))

/** An act about another act. */
export type Turn = { readonly operation: number; readonly act: Act }

/**
 * The operations that are taken back, given all turns since the oldest of them, newest first. Undo and revert take back what they are about, an undo
 * of a batch all of it; redo takes back the last undo of it; and a turn that is itself taken back takes back nothing. A revert of an undo so brings
 * its operation again.
 */
export function takenBack(turns: readonly Turn[]): ReadonlySet<number> {
  const taken = new Set<number>()
  const redone = new Set<number>()
  for (const { operation, act } of turns) {
    if (act.of === undefined || act.verb === 'restore') continue
    if (act.verb === 'undo' && redone.delete(act.of)) taken.add(operation)
    if (taken.has(operation)) continue
    if (act.verb === 'redo') redone.add(act.of)
    else for (const one of [act.of, ...(act.also ?? [])]) taken.add(one)
  }
  return taken
}
