import type { NaiveContext, NaiveMessage, Written } from './context.ts'
import type { NaiveHistory } from './history.ts'

export type RegisterName = 'text' | 'priority' | 'inForce'
/** At most one about each register, and one about each group of summaries. */
export type NaiveConflict = { readonly kinds: readonly string[]; readonly messages: readonly number[]; readonly about: 'text' | 'priority' | 'skip' | 'summaries' }
/** What a merge must come to. A register without a value in `outcome` is one that a conflict is about. */
export type NaiveMerge = { readonly bases: readonly number[]; readonly conflicts: readonly NaiveConflict[]; readonly outcome: ReadonlyMap<string, number | string | boolean> }

export const registerKey = (message: number, register: RegisterName): string => `${message} ${register}`

/** One side of a merge: its context, and whether it has seen a change that the other side's register shows. */
export type Side = { readonly context: NaiveContext; readonly hasSeen: (change: number) => boolean }
type Sides = { readonly ours: Side; readonly theirs: Side; readonly bases: readonly NaiveContext[] }

/** Register by register over every message of either side, from the definition. */
export function naiveMerge(history: NaiveHistory, ours: number, theirs: number): NaiveMerge {
  const bases = history.bases(ours, theirs)
  const sides = sidesOf(history, ours, theirs, bases)
  const outcome = new Map<string, number | string | boolean>()
  const conflicts: NaiveConflict[] = []
  for (const id of new Set([...sides.ours.context.byId.keys(), ...sides.theirs.context.byId.keys()])) {
    const isHidden = isEditVsSkip(sides, id)
    if (isHidden) conflicts.push({ kinds: ['editVsSkip'], messages: [id], about: 'skip' })
    for (const register of ['text', 'priority'] as const) {
      const value = threeWay(sides, id, register)
      if (value !== undefined) outcome.set(registerKey(id, register), value)
      else if (register === 'text') conflicts.push({ kinds: ['bothEdited'], messages: [id], about: 'text' })
      else if (!isHidden) conflicts.push({ kinds: ['bothAnnotated'], messages: [id], about: 'priority' })
    }
  }
  for (const group of groupsOf(sides)) {
    const { kinds, inForce } = groupOutcome(sides, group)
    if (kinds.length > 0) conflicts.push({ kinds, messages: group, about: 'summaries' })
    else for (const [id, value] of inForce) outcome.set(registerKey(id, 'inForce'), value)
  }
  return { bases, conflicts, outcome }
}

function sidesOf(history: NaiveHistory, ours: number, theirs: number, bases: readonly number[]): Sides {
  const changes = (tip: number, other: number) => new Set(history.own(tip, other).map(({ change }) => change))
  const [ofOurs, ofTheirs] = [changes(ours, theirs), changes(theirs, ours)]
  return {
    ours: { context: history.context(ours), hasSeen: (change) => !ofTheirs.has(change) || ofOurs.has(change) },
    theirs: { context: history.context(theirs), hasSeen: (change) => !ofOurs.has(change) || ofTheirs.has(change) },
    bases: bases.map((base) => history.context(base)),
  }
}

/** undefined: both sides wrote, and nothing says who wins. */
function threeWay(sides: Sides, id: number, register: 'text' | 'priority'): number | string | undefined {
  const a = sides.ours.context.byId.get(id)?.[register]
  const b = sides.theirs.context.byId.get(id)?.[register]
  if (!a || !b) return (a ?? b)?.value
  if (a.value === b.value) return a.value
  const winner = winnerOf(sides, id, register, a, b)
  return winner && { ours: a, theirs: b }[winner].value
}

function winnerOf(sides: Sides, id: number, register: RegisterName, a: Written<unknown>, b: Written<unknown>): 'ours' | 'theirs' | undefined {
  const [aSeen, bSeen] = [sides.theirs.hasSeen(a.by), sides.ours.hasSeen(b.by)]
  if (aSeen !== bSeen) return bSeen ? 'ours' : 'theirs'
  if (isAsInBases(sides, id, register, b.value)) return 'ours'
  if (isAsInBases(sides, id, register, a.value)) return 'theirs'
  return undefined
}

/** Equal to the value in every base; a message that isn't in one has its introduction there. */
function isAsInBases({ ours, theirs, bases }: Sides, id: number, register: RegisterName, value: unknown): boolean {
  const first = (ours.context.byId.get(id) ?? theirs.context.byId.get(id))?.first[register]
  const values = bases.length === 0 ? [first] : bases.map((base) => base.byId.get(id)?.[register].value ?? first)
  return values.every((one) => one === value)
}

function isEditVsSkip(sides: Sides, id: number): boolean {
  const { ours, theirs } = sides
  const [a, b] = [ours.context.byId.get(id), theirs.context.byId.get(id)]
  if (!a || !b) return false
  const editedAndSkipped = (editor: NaiveMessage, seesEditor: Side, skipper: NaiveMessage, seesSkipper: Side) =>
    isNews(sides, editor, 'text', seesEditor) && !isNews(sides, skipper, 'text', seesSkipper) && isNews(sides, skipper, 'priority', seesSkipper) && skipper.priority.value === 'skip'
  return editedAndSkipped(a, theirs, b, ours) || editedAndSkipped(b, ours, a, theirs)
}

/** Written by one side, unseen by `other`, and not what all bases say. */
function isNews(sides: Sides, message: NaiveMessage, register: RegisterName, other: Side): boolean {
  const { by, value } = message[register]
  return !other.hasSeen(by) && !isAsInBases(sides, message.id, register, value)
}

const isInForce = (side: Side, id: number): boolean => {
  const message = side.context.byId.get(id)
  return message !== undefined && message.isSummary && message.inForce.value
}

/** Messages held together by summaries that are in force on either side; only those with a summary in them. */
function groupsOf({ ours, theirs }: Sides): readonly (readonly number[])[] {
  const near = new Map<number, Set<number>>()
  const link = (a: number, b: number) => near.set(a, (near.get(a) ?? new Set()).add(b))
  for (const side of [ours, theirs]) {
    for (const { id, isSummary, replaces } of side.context.messages) {
      if (!isSummary) continue
      link(id, id)
      if (!isInForce(ours, id) && !isInForce(theirs, id)) continue
      for (const message of replaces) {
        link(id, message)
        link(message, id)
      }
    }
  }
  const met = new Set<number>()
  const reach = (id: number): readonly number[] => {
    if (met.has(id)) return []
    met.add(id)
    return [id, ...[...(near.get(id) ?? [])].flatMap(reach)]
  }
  return [...near.keys()].map(reach).filter((group) => group.length > 0)
}

/** Whose arrangement holds in a group of summaries, taken whole; or the kinds of conflict it is. */
function groupOutcome(sides: Sides, group: readonly number[]): { readonly kinds: readonly string[]; readonly inForce: readonly (readonly [number, boolean])[] } {
  const { ours, theirs } = sides
  const summaries = group.filter((id) => (ours.context.byId.get(id) ?? theirs.context.byId.get(id))?.isSummary)
  const differing = summaries.filter((id) => isInForce(ours, id) !== isInForce(theirs, id)).map((id) => ({ id, by: changersOf(sides, id) }))
  const byOurs = differing.filter(({ by }) => by.includes('ours')).map(({ id }) => id)
  const byTheirs = differing.filter(({ by }) => by.includes('theirs')).map(({ id }) => id)
  const wasRemoved = byOurs.some((id) => !isInForce(ours, id)) || byTheirs.some((id) => !isInForce(theirs, id))
  const left = wasRemoved ? null : twinsLeftOut(sides, byOurs, byTheirs)
  const both = byOurs.length > 0 && byTheirs.length > 0 && left === null
  const kinds = [...(both ? [wasRemoved ? 'compressVsExpand' : 'bothCompressed'] : []), ...clashes(sides, ours, byOurs, theirs, ours), ...clashes(sides, theirs, byTheirs, ours, theirs)]
  const winner = byOurs.length > 0 || byTheirs.length === 0 ? ours : theirs
  const holds = (id: number) => (left === null ? isInForce(winner, id) : (isInForce(ours, id) || isInForce(theirs, id)) && !left.has(id))
  return { kinds: [...new Set(kinds)].toSorted(), inForce: summaries.map((id) => [id, holds(id)]) }
}

function changersOf(sides: Sides, id: number): readonly ('ours' | 'theirs')[] {
  const a = sides.ours.context.byId.get(id)?.inForce
  const b = sides.theirs.context.byId.get(id)?.inForce
  if (!a || !b) return [a ? 'ours' : 'theirs']
  const winner = winnerOf(sides, id, 'inForce', a, b)
  return winner ? [winner] : ['ours', 'theirs']
}

/** Where both sides made the same summaries of the same messages in the same words, the first made of each two is enough: gives the others. */
function twinsLeftOut({ ours, theirs }: Sides, byOurs: readonly number[], byTheirs: readonly number[]): ReadonlySet<number> | null {
  const words = (side: Side, id: number): string => {
    const one = side.context.byId.get(id)
    return JSON.stringify([one?.text.value, one?.priority.value, [...(one?.replaces ?? [])].toSorted((a, b) => a - b)])
  }
  const mine = new Map(byOurs.map((id) => [words(ours, id), id]))
  const said = new Set(byTheirs.map((id) => words(theirs, id)))
  if (byOurs.length === 0 || mine.size !== byOurs.length || said.size !== byTheirs.length || mine.size !== said.size || [...said].some((one) => !mine.has(one))) return null
  return new Set(byTheirs.map((id) => Math.max(id, mine.get(words(theirs, id)) ?? 0)))
}

/** What the other side did, unseen, to messages whose summary `side` brought into force, or to a summary that it took out of force. */
function clashes(sides: Sides, side: Side, summaries: readonly number[], other: Side, sees: Side): readonly string[] {
  return summaries.flatMap((id) => {
    if (!isInForce(side, id)) return isTouched(sides, other, id, sees) ? ['expandVsEdit'] : []
    const named = side.context.byId.get(id)?.replaces ?? []
    return [...named].flatMap((message) => {
      const there = other.context.byId.get(message)
      if (!there) return []
      const skipped = isNews(sides, there, 'priority', sees) && there.priority.value === 'skip'
      return [...(isNews(sides, there, 'text', sees) ? ['compressVsEdit'] : []), ...(skipped ? ['compressVsSkip'] : [])]
    })
  })
}

function isTouched(sides: Sides, side: Side, id: number, sees: Side): boolean {
  const message = side.context.byId.get(id)
  return message !== undefined && (isNews(sides, message, 'text', sees) || isNews(sides, message, 'priority', sees))
}
