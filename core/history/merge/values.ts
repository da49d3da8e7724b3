import type { FoldResolution, MessageKey } from '../../context/source.ts'
import { type Entry, findEntry, type State } from '../../context/state.ts'
import type { Priority } from '../../model/content.ts'
import { getCommit } from '../../store/commits.ts'
import type { ReadDb } from '../../store/database.ts'
import type { Sides } from './sides.ts'

/** The three registers of a message. */
export type Registers = { readonly blob: number; readonly priority: Priority; readonly inForce: boolean }
export type Register = keyof Registers

/** null for a message that is no summary: it has no such register. */
export const valueOf = (entry: Entry, register: Register): number | Priority | boolean | null =>
  register === 'inForce' ? (entry.summary?.inForce ?? null) : entry[register]

/** The change that wrote a register. */
export function writerOf(entry: Entry, register: Register): MessageKey {
  if (register === 'blob') return entry.blobBy
  return register === 'priority' ? entry.priorityBy : (entry.summary?.inForceBy ?? entry.message)
}

/** What registers had before either side wrote them: in each base, or as the message came. */
export type Bases = { is(entry: Entry, register: Register, value: unknown): boolean }

export function basesOf(db: ReadDb, { baseStates }: Pick<Sides, 'baseStates'>): Bases {
  const inBase = (state: State, entry: Entry, register: Register) => {
    const there = findEntry(state, entry.message)
    return there ? valueOf(there, register) : introduced(db, entry, register)
  }
  return {
    is: (entry, register, value) =>
      baseStates.length === 0 ? introduced(db, entry, register) === value : baseStates.every((state) => inBase(state, entry, register) === value),
  }
}

/** A register as its message's own commit set it. */
export function introduced(db: ReadDb, entry: Entry, register: Register): number | Priority | boolean | null {
  if (register === 'inForce') return true
  const { blob, priority } = getCommit(db, entry.introducedAt)
  return register === 'blob' ? blob : (priority ?? 'normal')
}

/** Values that a merge comes to, by message and register. */
export type Outcomes = Map<MessageKey, { -readonly [R in Register]?: Registers[R] }>

export function setOutcome<R extends Register>(outcomes: Outcomes, message: MessageKey, register: R, value: Registers[R]): void {
  const values = outcomes.get(message) ?? {}
  values[register] = value
  outcomes.set(message, values)
}

/** Registers to set so that a side's value holds, whatever else was done. */
export type Setting = Omit<FoldResolution, 'tokens'>
