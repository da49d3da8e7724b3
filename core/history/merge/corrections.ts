import { fold } from '../../context/reduce.ts'
import { findEntry, type State } from '../../context/state.ts'
import type { StoredResolution } from '../../store/payloads.ts'
import type { Sides } from './sides.ts'
import { type Outcomes, type Register, type Registers, valueOf } from './values.ts'

/** What a merge must record beside the commits it brings: every register where folding those onto ours differs from the outcome. */
export function correctionsFor(sides: Sides, outcomes: Outcomes): readonly StoredResolution[] {
  const folded = foldedState(sides)
  return [...outcomes].flatMap(([message, values]) => {
    const wrong = wrongRegisters(folded, message, values)
    return Object.keys(wrong).length === 0 ? [] : [{ message, ...wrong, why: 'threeWay' as const }]
  })
}

/** Ours with their own commits on top, before a merge's resolutions. */
export const foldedState = ({ ours, theirs }: Pick<Sides, 'ours' | 'theirs'>): State => fold(ours.state, theirs.own, () => [])

function wrongRegisters(state: State, message: number, values: Partial<Registers>): Partial<Registers> {
  const entry = findEntry(state, message)
  if (!entry) return {}
  const differing = (Object.entries(values) as [Register, Registers[Register]][]).filter(([register, value]) => (valueOf(entry, register) ?? value) !== value)
  return Object.fromEntries(differing)
}
