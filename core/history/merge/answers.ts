import { findEntry } from '../../context/state.ts'
import type { TractHandle } from '../../journal/openWorkspace.ts'
import type { Priority } from '../../model/content.ts'
import { withText } from '../../model/contentTypes.ts'
import { Fault } from '../../model/fault.ts'
import { isObject, isPromise, shown } from '../../model/given.ts'
import type { ConflictId } from '../../model/ids.ts'
import type { Resolution } from '../../model/merge.ts'
import { getBlob } from '../../store/blobs.ts'
import type { WriteDb } from '../../store/database.ts'
import { configOf } from '../configOf.ts'
import { prepareContent, putPrepared } from '../prepareContent.ts'
import type { PlannedConflict } from './conflicts.ts'
import type { MergePlan } from './plan.ts'
import { introduced, type Setting } from './values.ts'

/** An answer as it is kept: own words are a blob. */
export type Answer =
  | { readonly take: 'ours' | 'theirs' | 'base' | 'both' }
  | { readonly take: 'text'; readonly blob: number; readonly priority?: Priority }

/** An answer with its own words put into the file. Faults: `merge/bad-resolution`, `content/invalid`, `value/not-json`. */
export function putAnswer(tract: TractHandle, db: WriteDb, plan: MergePlan, conflict: PlannedConflict, id: ConflictId, resolution: Resolution): Answer {
  checkAnswer(conflict, id, resolution)
  if (resolution.take !== 'text') return { take: resolution.take }
  const { priority, text } = resolution
  const message = worded(conflict)
  const entry = findEntry(plan.sides.ours.state, message) ?? findEntry(plan.sides.theirs.state, message)
  if (!entry) throw new Error(`BUG: the conflict ${id} is about a message that is nowhere`)
  const content = prepareContent(db, withText(getBlob(db, entry.blob).content, text, db.types), configOf(tract).encoding)
  return { take: 'text', blob: putPrepared(db, content), ...(priority === undefined ? {} : { priority }) }
}

/** The registers that an answer sets. */
export function settingsOf(plan: MergePlan, conflict: PlannedConflict, answer: Answer, db: WriteDb): readonly Setting[] {
  switch (answer.take) {
    case 'ours':
      return conflict.ours
    case 'theirs':
      return conflict.theirs
    case 'both':
      return conflict.both ?? conflict.ours
    case 'base':
      return baseSettings(db, plan, conflict)
    case 'text':
      return ownWords(conflict, answer.blob, answer.priority)
  }
}

const takes: readonly Resolution['take'][] = ['ours', 'theirs', 'base', 'both', 'text']
const priorities: readonly Priority[] = ['normal', 'pinned', 'skip']

/** Answers come from programs and from models, not all of them typed. */
function checkAnswer(conflict: PlannedConflict, id: ConflictId, resolution: Resolution): void {
  const refuse = (found: string) => new Fault('merge/bad-resolution', { conflict: id, found })
  if (isPromise(resolution)) throw refuse('a resolver answers at once, and this is a promise')
  if (!isObject(resolution)) throw refuse(`${shown(resolution)} is no { take: … }`)
  const { take } = resolution
  if (!takes.includes(take)) throw refuse(`${shown(take)} is none of ${takes.join(', ')}`)
  if (take === 'both' && conflict.about !== 'summaries') throw refuse('only summaries can be kept from both sides')
  if (take === 'both' && conflict.both === null) throw refuse('one side expanded what the other keeps, so both can\'t hold')
  if (take !== 'text') return
  if (typeof resolution.text !== 'string' || resolution.text.trim() === '') throw refuse('its text is empty')
  if (resolution.priority !== undefined && !priorities.includes(resolution.priority)) throw refuse(`${shown(resolution.priority)} is no priority`)
  if (conflict.about === 'priority') throw refuse('it is about a priority, not about a text')
  if (conflict.about === 'summaries' && summaryArrangement(conflict) === null) throw refuse('several summaries are concerned; choose a side, then correct its summaries')
}

/** The message that own words are for: the one in conflict, or the one summary that stands. */
function worded(conflict: PlannedConflict): number {
  const summary = conflict.about === 'summaries' ? summaryArrangement(conflict)?.find(({ inForce }) => inForce)?.message : conflict.messages[0]
  if (summary === undefined) throw new Error('BUG: an answer in own words about no message')
  return summary
}

/** The side that has one summary in force, ours first: own words can only be its. */
function summaryArrangement({ ours, theirs }: PlannedConflict): readonly Setting[] | null {
  return [ours, theirs].find((side) => side.filter(({ inForce }) => inForce).length === 1) ?? null
}

function ownWords(conflict: PlannedConflict, blob: number, priority: Priority | undefined): readonly Setting[] {
  const words = { message: worded(conflict), blob, ...(priority === undefined ? {} : { priority }) }
  if (conflict.about === 'summaries') return [...(summaryArrangement(conflict) ?? []), words]
  return [conflict.about === 'skip' && priority === undefined ? { ...words, priority: 'normal' } : words]
}

/** As the first base has it, or as it came where that doesn't have it: texts, priorities; summaries out of force that weren't there. */
function baseSettings(db: WriteDb, { sides }: MergePlan, conflict: PlannedConflict): readonly Setting[] {
  const [base] = sides.baseStates
  return conflict.ours.map((setting) => {
    const there = base && findEntry(base, setting.message)
    const came = findEntry(sides.ours.state, setting.message) ?? findEntry(sides.theirs.state, setting.message)
    if (conflict.about === 'summaries') return { message: setting.message, inForce: there?.summary?.inForce ?? false }
    if (!came) return setting
    const blob = there?.blob ?? (introduced(db, came, 'blob') as number)
    const priority = there?.priority ?? (introduced(db, came, 'priority') as Priority)
    return { message: setting.message, ...(conflict.about === 'priority' ? {} : { blob }), ...(conflict.about === 'text' ? {} : { priority }) }
  })
}
