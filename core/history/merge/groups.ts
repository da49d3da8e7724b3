import type { MessageKey } from '../../context/source.ts'
import { type Entry, findEntry, type State } from '../../context/state.ts'
import { trieGet } from '../../context/trie.ts'
import type { ConflictKind } from '../../model/merge.ts'
import type { Advisory, PlannedConflict } from './conflicts.ts'
import { isChanged } from './registers.ts'
import { type Seen, threeWay } from './seen.ts'
import type { Side, Sides } from './sides.ts'
import { type Bases, type Outcomes, setOutcome, type Setting } from './values.ts'

/** Which summaries are in force over messages that hang together, compared as one value. */
export function mergeGroups(
  sides: Sides, seen: Seen, bases: Bases, touched: ReadonlySet<MessageKey>, outcomes: Outcomes,
): { readonly conflicts: readonly PlannedConflict[]; readonly advisories: readonly Advisory[] } {
  const conflicts: PlannedConflict[] = []
  const advisories: Advisory[] = []
  for (const group of groupsOf(sides, touched)) {
    const differences = differencesIn(sides, seen, bases, group)
    const arrangement = differences.ours.size > 0 || differences.theirs.size === 0 ? inForceOn(sides.ours.state, group) : inForceOn(sides.theirs.state, group)
    const twins = sameSummaries(sides, differences)
    for (const { message, inForce } of [...arrangement, ...(twins ?? [])]) if (inForce !== undefined) setOutcome(outcomes, message, 'inForce', inForce)
    const clashes = clashesIn(sides, seen, bases, differences)
    advisories.push(...clashes.advisories)
    const kinds = twins ? clashes.kinds : [...structureOf(differences), ...clashes.kinds]
    if (kinds.length > 0) conflicts.push(conflictOf(sides, group, [...new Set(kinds)], differences))
  }
  return { conflicts, advisories }
}

/** Messages and summaries that hang together, summaries first met last. */
type Group = { readonly messages: readonly MessageKey[]; readonly summaries: readonly MessageKey[] }

/** From each touched message, on to the summaries in force on either side that name it, and from those to all that they name. */
function groupsOf({ ours, theirs }: Sides, touched: ReadonlySet<MessageKey>): readonly Group[] {
  const met = new Set<MessageKey>()
  const replacesOf = (message: MessageKey) => (findEntry(ours.state, message) ?? findEntry(theirs.state, message))?.summary?.replaces
  const isInForce = (message: MessageKey) => isInForceOn(ours.state, message) || isInForceOn(theirs.state, message)
  const near = (message: MessageKey): readonly MessageKey[] => [
    ...[ours, theirs].flatMap(({ state }) => trieGet(state.covers, message) ?? []).filter(isInForce),
    ...(isInForce(message) ? (replacesOf(message) ?? []) : []),
  ]
  const flood = (start: MessageKey): Group => {
    const messages: MessageKey[] = []
    const waiting = [start]
    met.add(start)
    for (let message = waiting.pop(); message !== undefined; message = waiting.pop()) {
      messages.push(message)
      for (const next of near(message)) {
        if (met.has(next)) continue
        met.add(next)
        waiting.push(next)
      }
    }
    return { messages, summaries: messages.filter((message) => replacesOf(message) !== undefined) }
  }
  return [...touched].flatMap((start) => (met.has(start) ? [] : [flood(start)])).filter(({ summaries }) => summaries.length > 0)
}

/** Summaries that are in force on one side only, by the side whose doing that is. */
type Differences = { readonly ours: ReadonlySet<MessageKey>; readonly theirs: ReadonlySet<MessageKey>; /** One of them was taken out of force. */ readonly isExpanded: boolean }

function differencesIn({ ours, theirs }: Sides, seen: Seen, bases: Bases, { summaries }: Group): Differences {
  const found = { ours: new Set<MessageKey>(), theirs: new Set<MessageKey>(), isExpanded: false }
  for (const summary of summaries) {
    const [inOurs, inTheirs] = [isInForceOn(ours.state, summary), isInForceOn(theirs.state, summary)]
    if (inOurs === inTheirs) continue
    const by = doneBy(seen, bases, findEntry(ours.state, summary), findEntry(theirs.state, summary))
    if (by !== 'theirs') found.ours.add(summary)
    if (by !== 'ours') found.theirs.add(summary)
    found.isExpanded ||= by === null || (by === 'ours' ? !inOurs : !inTheirs)
  }
  return found
}

function doneBy(seen: Seen, bases: Bases, a: Entry | undefined, b: Entry | undefined): 'ours' | 'theirs' | null {
  if (!a?.summary || !b?.summary) return b?.summary ? 'theirs' : 'ours'
  const isBase = { ours: () => bases.is(a, 'inForce', a.summary?.inForce), theirs: () => bases.is(a, 'inForce', b.summary?.inForce) }
  return threeWay(seen.byTheirs(a.summary.inForceBy), seen.byOurs(b.summary.inForceBy), isBase)
}

const structureOf = ({ ours, theirs, isExpanded }: Differences): readonly ConflictKind[] =>
  ours.size > 0 && theirs.size > 0 ? [isExpanded ? 'compressVsExpand' : 'bothCompressed'] : []

/** What one side did to the summaries against what the other did to their messages. */
function clashesIn(sides: Sides, seen: Seen, bases: Bases, differences: Differences) {
  const kinds: ConflictKind[] = []
  const advisories: Advisory[] = []
  const look = (side: Side, summaries: ReadonlySet<MessageKey>, other: Side, isSeen: (writer: MessageKey) => boolean) => {
    for (const summary of summaries) {
      const entry = findEntry(side.state, summary)
      const there = findEntry(other.state, summary)
      if (!entry?.summary?.inForce) {
        if (there && (isChanged(bases, there, 'blob', isSeen) || isChanged(bases, there, 'priority', isSeen))) kinds.push('expandVsEdit')
        continue
      }
      for (const message of entry.summary.replaces) {
        const covered = findEntry(other.state, message)
        if (!covered) continue
        if (isChanged(bases, covered, 'blob', isSeen)) kinds.push('compressVsEdit')
        if (!isChanged(bases, covered, 'priority', isSeen)) continue
        if (covered.priority === 'skip') kinds.push('compressVsSkip')
        if (covered.priority === 'pinned') advisories.push({ code: 'merge/pin-beside-summary', messages: [message, summary] })
      }
    }
  }
  look(sides.ours, differences.ours, sides.theirs, seen.byOurs)
  look(sides.theirs, differences.theirs, sides.ours, seen.byTheirs)
  return { kinds, advisories }
}

/** Both sides wrote the same summaries over the same messages: one of each pair is enough, whichever way the merge goes. */
function sameSummaries({ ours, theirs }: Sides, differences: Differences): readonly Setting[] | null {
  if (differences.isExpanded || differences.ours.size === 0 || differences.ours.size !== differences.theirs.size) return null
  const mine = new Map([...differences.ours].map((summary) => [saying(ours.state, summary), summary]))
  const pairs = [...differences.theirs].map((summary) => [mine.get(saying(theirs.state, summary)), summary] as const)
  if (mine.size !== pairs.length || new Set(pairs.map(([twin]) => twin)).size !== pairs.length) return null
  if (pairs.some(([twin]) => twin === undefined)) return null
  return pairs.flatMap(([twin = 0, summary]) => [{ message: Math.min(twin, summary), inForce: true }, { message: Math.max(twin, summary), inForce: false }])
}

function saying(state: State, summary: MessageKey): string {
  const entry = findEntry(state, summary)
  return JSON.stringify([entry?.blob, entry?.priority, entry?.summary?.replaces.toSorted((a, b) => a - b)])
}

function conflictOf({ ours, theirs }: Sides, group: Group, kinds: readonly ConflictKind[], { isExpanded }: Differences): PlannedConflict {
  const [a, b] = [inForceOn(ours.state, group), inForceOn(theirs.state, group)]
  const both = a.map(({ message, inForce }, at) => ({ message, inForce: Boolean(inForce) || Boolean(b[at]?.inForce) }))
  return { about: 'summaries', kinds, messages: group.messages, ours: a, theirs: b, both: isExpanded ? null : both }
}

const isInForceOn = (state: State, message: MessageKey): boolean => findEntry(state, message)?.summary?.inForce ?? false

/** Which of the group's summaries a side has in force. */
const inForceOn = (state: State, { summaries }: Group): readonly Setting[] => summaries.map((message) => ({ message, inForce: isInForceOn(state, message) }))
