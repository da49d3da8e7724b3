import type { Conflict, Resolution } from '../../../core/index.ts'
import type { NaiveHistory } from '../naive/history.ts'
import { type NaiveConflict, type NaiveMerge, naiveMerge, registerKey, type RegisterName } from '../naive/merge.ts'
import type { NaiveMessage } from '../naive/context.ts'
import { blobIn, hashIn, type Scene, tell } from '../scene.ts'
import { holds } from '../violation.ts'

export type Decision = { readonly conflict: Conflict; readonly resolution: Resolution }
export type Merged = { readonly ours: number; readonly theirs: number; readonly merged: number; readonly decisions: readonly Decision[] }

export function mergeKind({ reached }: NaiveHistory, ours: number, theirs: number, noFf: boolean): 'upToDate' | 'fastForward' | 'merge' {
  if (reached(ours).has(theirs)) return 'upToDate'
  return !noFf && reached(theirs).has(ours) ? 'fastForward' : 'merge'
}

/** P3, P3b, P8: the conflicts are those of the definition, every other register comes to its three-way value, and each decision is what holds. */
export function checkMerged(scene: Scene, { ours, theirs, merged, decisions }: Merged): void {
  const expected = naiveMerge(scene.history, ours, theirs)
  const decided = new Map<string, Value>()
  if (expected.bases.length > 1) tell(scene, 'several bases')
  if (scene.history.get(merged).resolutions.some(({ why }) => why === 'threeWay')) tell(scene, 'corrected')
  const met = new Set<NaiveConflict>()
  for (const { conflict, resolution } of lastOfEach(decisions)) {
    const naive = namesake(scene, expected, conflict)
    met.add(naive)
    for (const kind of naive.kinds) tell(scene, kind)
    for (const [register, value] of decidedBy(scene, { ours, theirs, expected }, naive, conflict, resolution)) decided.set(register, value)
  }
  const missed = expected.conflicts.filter((conflict) => !met.has(conflict))
  holds('P3', missed.length === 0, () => `no conflict was told of ${missed.map(({ kinds, messages }) => `${kinds.join('+')} at ${messages.join()}`).join(', ')}`)
  for (const message of scene.history.context(merged).messages) {
    for (const register of ['text', 'priority', 'inForce'] as const) checkRegister(scene, expected, decided, message, register)
  }
}

type Value = number | string | boolean

function checkRegister(scene: Scene, { outcome, bases }: NaiveMerge, decided: ReadonlyMap<string, Value>, message: NaiveMessage, register: RegisterName): void {
  const key = registerKey(message.id, register)
  const wanted = decided.get(key) ?? outcome.get(key)
  if (wanted === undefined) return
  const { value } = message[register]
  const holdsNow = typeof value === 'number' && typeof wanted === 'string' ? blobIn(scene, value).text === wanted : value === wanted
  const property = decided.has(key) ? 'P8' : bases.length === 1 ? 'P3' : 'P8'
  holds(property, holdsNow, () => `${register} of ${message.id} is ${value} after the merge, not ${wanted}${decided.has(key) ? ', as was decided' : ''}; bases ${bases.join()}`)
}

const lastOfEach = (decisions: readonly Decision[]): readonly Decision[] => [...new Map(decisions.map((decision) => [decision.conflict.id, decision])).values()]

/** P3b: a conflict that was told is one of the definition. */
function namesake(scene: Scene, { conflicts }: NaiveMerge, conflict: Conflict): NaiveConflict {
  const kinds = conflict.kinds.toSorted().join('+')
  const ids = new Set(conflict.messages)
  const found = conflicts.find((one) => one.kinds.join('+') === kinds && one.messages.some((id) => ids.has(hashIn(scene, id) as never)))
  holds('P3b', found !== undefined, () => `needless conflict ${kinds} at ${conflict.messages.join()}`)
  const others = conflict.messages.filter((id) => !found.messages.some((one) => hashIn(scene, one) === id))
  holds('P3b', others.length === 0, () => `the conflict ${kinds} tells of ${others.join()}, which it isn't about`)
  return found
}

type Tips = { readonly ours: number; readonly theirs: number; readonly expected: NaiveMerge }

function decidedBy(scene: Scene, tips: Tips, { messages, about }: NaiveConflict, conflict: Conflict, resolution: Resolution): readonly (readonly [string, Value])[] {
  const of = (side: 'ours' | 'theirs', id: number) => scene.history.context(tips[side]).byId.get(id)
  const id = messages[0] ?? 0
  if (resolution.take === 'text') return [[registerKey(id, 'text'), resolution.text]]
  const { take } = resolution
  if (take === 'base') return about === 'text' ? [[registerKey(id, 'text'), conflict.base.text]] : []
  if (about === 'summaries') {
    const inForce = (side: 'ours' | 'theirs', one: number) => of(side, one)?.inForce.value ?? false
    const taken = (one: number) => (take === 'both' ? inForce('ours', one) || inForce('theirs', one) : inForce(take, one))
    return messages.filter((one) => (of('ours', one) ?? of('theirs', one))?.isSummary).map((one) => [registerKey(one, 'inForce'), taken(one)])
  }
  const taken = take === 'both' ? undefined : of(take, id)
  if (!taken) return []
  const [text, priority] = [[registerKey(id, 'text'), taken.text.value], [registerKey(id, 'priority'), taken.priority.value]] as const
  if (about === 'skip') return taken.priority.value === 'skip' ? [priority] : [text, priority]
  return [about === 'text' ? text : priority]
}
