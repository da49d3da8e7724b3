import type { MessageKey } from '../../context/source.ts'
import { type Entry, findEntry } from '../../context/state.ts'
import type { Priority } from '../../model/content.ts'
import type { PlannedConflict } from './conflicts.ts'
import { type Seen, threeWay } from './seen.ts'
import type { Sides } from './sides.ts'
import { type Bases, type Outcomes, type Register, setOutcome, valueOf, writerOf } from './values.ts'

/** Compares text and priority of one message on both sides: writes what they come to, and gives the conflicts. */
export function mergeRegisters(sides: Sides, seen: Seen, bases: Bases, message: MessageKey, outcomes: Outcomes): readonly PlannedConflict[] {
  const [a, b] = [findEntry(sides.ours.state, message), findEntry(sides.theirs.state, message)]
  if (!a || !b) return []
  const text = mergeOne(seen, bases, a, b, 'blob', outcomes)
  const priority = mergeOne(seen, bases, a, b, 'priority', outcomes)
  const skipped = editVsSkip(seen, bases, a, b)
  // Its answers settle the priority too: two questions about one register could be answered against each other.
  return [...text, ...(skipped.length > 0 ? skipped : priority)]
}

function mergeOne(seen: Seen, bases: Bases, a: Entry, b: Entry, register: 'blob' | 'priority', outcomes: Outcomes): readonly PlannedConflict[] {
  const [ours, theirs] = [valueOf(a, register), valueOf(b, register)]
  const isBase = { ours: () => bases.is(a, register, ours), theirs: () => bases.is(a, register, theirs) }
  const outcome = ours === theirs ? 'ours' : threeWay(seen.byTheirs(writerOf(a, register)), seen.byOurs(writerOf(b, register)), isBase)
  const value = outcome === 'theirs' ? theirs : ours
  if (register === 'blob') setOutcome(outcomes, a.message, 'blob', value as number)
  else setOutcome(outcomes, a.message, 'priority', value as Priority)
  if (outcome !== null) return []
  const set = (side: unknown) => [{ message: a.message, [register]: side }]
  return [{
    about: register === 'blob' ? 'text' : 'priority', kinds: [register === 'blob' ? 'bothEdited' : 'bothAnnotated'],
    messages: [a.message], ours: set(ours), theirs: set(theirs), both: null,
  }]
}

/** Corrected on one side, hidden on the other; not where one side did both. */
function editVsSkip(seen: Seen, bases: Bases, a: Entry, b: Entry): readonly PlannedConflict[] {
  const ours = (register: Register) => isChanged(bases, a, register, seen.byTheirs)
  const theirs = (register: Register) => isChanged(bases, b, register, seen.byOurs)
  const shown = ({ message, blob, priority }: Entry) => [{ message, blob, priority }]
  const hidden = [{ message: a.message, priority: 'skip' as const }]
  const base = { about: 'skip' as const, kinds: ['editVsSkip' as const], messages: [a.message], both: null }
  if (b.priority === 'skip' && ours('blob') && theirs('priority') && !theirs('blob')) return [{ ...base, ours: shown(a), theirs: hidden }]
  if (a.priority === 'skip' && theirs('blob') && ours('priority') && !ours('blob')) return [{ ...base, ours: hidden, theirs: shown(b) }]
  return []
}

/** Whether a side wrote a register to something new that the other hasn't seen. */
export function isChanged(bases: Bases, entry: Entry, register: Register, isSeen: (writer: MessageKey) => boolean): boolean {
  return !isSeen(writerOf(entry, register)) && !bases.is(entry, register, valueOf(entry, register))
}
