import { expect, test } from 'vitest'
import { contextsOf } from '../../../../core/context/contexts.ts'
import { type Change, type ContextDiff, Fault, type Tract, Workspace } from '../../../../core/index.ts'
import { coversOf, isShown, type NaiveContext, shownIn } from '../../../properties/naive/context.ts'
import { actsOn } from '../../../helpers/acts.ts'
import { handleOf, naiveOf } from '../../../helpers/naiveTract.ts'
import { forSeeds, type Random } from '../../../helpers/random.ts'
import { testPorts } from '../../../helpers/testPorts.ts'

type Shown = { readonly messageId: string; readonly role: string; readonly content: string; readonly tokens: number }
const shownAt = (tract: Tract, hash: string | null): readonly Shown[] =>
  hash === null ? [] : tract.compile({ at: hash }).messages.map(({ messageId, role, content, tokens }) => ({ messageId, role, content, tokens }))

/** The list that the changes lead to, step by step, knowing nothing but them; tokens of edited messages are not told. */
function applied(before: readonly Shown[], changes: readonly Change[]): readonly Omit<Shown, 'tokens'>[] {
  const gone = new Set<string>(changes.flatMap((change) => (change.kind === 'removed' ? [change.messageId] : change.kind === 'compressed' ? change.messages : [])))
  const kept = before.filter(({ messageId }) => !gone.has(messageId)).map(({ messageId, role, content }) => ({ messageId, role, content }))
  const moves = changes.flatMap((change) => (change.kind === 'moved' ? [{ ...change, message: kept[change.from] }] : []))
  for (const { messageId, message } of moves) expect(message?.messageId).toBe(messageId)
  const list = kept.filter((message) => !moves.some((move) => move.message === message))
  for (const { to, message } of moves) if (message) list.splice(to, 0, message)
  for (const change of changes) {
    const at = change.kind === 'edited' ? list.findIndex(({ messageId }) => messageId === change.messageId) : -1
    if (change.kind === 'edited') list[at] = { ...list[at]!, content: change.hunks.filter(({ kind }) => kind !== 'removed').map(({ text }) => text).join('') }
    if (change.kind === 'added') list.splice(change.index, 0, { messageId: change.messageId, role: change.role, content: change.text })
  }
  return list
}

/** The most messages that can stay where they are, from the definition. */
function longestRising(values: readonly number[]): number {
  const lengths: number[] = []
  for (const [i, value] of values.entries()) lengths.push(1 + Math.max(0, ...lengths.filter((_, before) => before < i && values[before]! < value)))
  return Math.max(0, ...lengths)
}

const sorted = (numbers: readonly number[]) => numbers.toSorted((a, b) => a - b)
const ids = (messages: readonly { readonly id: number }[]) => messages.map(({ id }) => id)

/** What differs, from the definition: ids by kind, and how many moved. */
function naiveDiff(a: NaiveContext, b: NaiveContext) {
  const [shownA, shownB] = [ids(shownIn(a)), ids(shownIn(b))]
  const both = shownA.filter((id) => shownB.includes(id))
  const registers = [...a.byId.values()].flatMap((one) => (b.byId.has(one.id) ? [{ id: one.id, from: one, to: b.byId.get(one.id)! }] : []))
  /** By summary: what is shown in the one without any, and is hidden in the other by nothing but that. */
  const because = (shows: NaiveContext, hides: NaiveContext) => {
    const left = shownIn(shows).map(({ id }) => hides.byId.get(id)).filter((one) => one !== undefined && !isShown(hides, one) && one.priority.value === 'normal' && one.inForce.value)
    const pairs = left.flatMap((one) => (coversOf(shows, one!.id).length === 0 ? [[coversOf(hides, one!.id)[0]!, one!.id] as const] : []))
    return Object.fromEntries([...Map.groupBy(pairs, ([summary]) => summary)].map(([summary, list]) => [summary, sorted(list.map(([, id]) => id))]))
  }
  const compressed = because(a, b)
  const inSummaries = new Set(Object.values(compressed).flat())
  return {
    removed: sorted(shownA.filter((id) => !shownB.includes(id) && !inSummaries.has(id))),
    compressed, expanded: because(b, a),
    moved: both.length - longestRising(both.map((id) => shownB.indexOf(id))),
    edited: sorted(registers.filter(({ id, from, to }) => both.includes(id) && from.text.value !== to.text.value).map(({ id }) => id)),
    annotated: registers.filter(({ from, to }) => from.priority.value !== to.priority.value).map(({ id, from, to }) => `${id} ${from.priority.value} ${to.priority.value}`).toSorted(),
    added: sorted(shownB.filter((id) => !shownA.includes(id))),
  }
}

function told({ changes }: ContextDiff, key: (hash: string) => number) {
  const of = <K extends Change['kind']>(kind: K) => changes.filter((change): change is Extract<Change, { kind: K }> => change.kind === kind)
  const list = (kind: 'removed' | 'edited' | 'added') => sorted(of(kind).map(({ messageId }) => key(messageId)))
  const groups = (kind: 'compressed' | 'expanded') =>
    Object.fromEntries(changes.flatMap((change) => (change.kind === kind ? [[key(change.summary), sorted(change.messages.map(key))]] : [])))
  return {
    removed: list('removed'), compressed: groups('compressed'), expanded: groups('expanded'), moved: of('moved').length, edited: list('edited'),
    annotated: of('annotated').map(({ messageId, from, to }) => `${key(messageId)} ${from} ${to}`).toSorted(), added: list('added'),
  }
}

function wander(workspace: Workspace, random: Random, steps: number): Tract {
  const tract = workspace.create()
  const act = actsOn(tract, random)
  for (let i = 0; i < steps; i++) act()
  return tract
}

/** Three branches that say, correct, hide, wrap and take over the same things in different orders. */
function cross(workspace: Workspace, random: Random, steps: number): Tract {
  const tract = workspace.create()
  tract.user('root')
  for (const name of ['b', 'c']) tract.branch(name, { switch: false })
  for (let i = 0; i < steps; i++) {
    const [here, there] = [tract.on(random.pick(['main', 'b', 'c'])), random.pick(['main', 'b', 'c'])]
    const messages = here.transcript().items.map(({ messageId }) => messageId)
    try {
      crossActs[random.weighted({ append: 8, merge: 5, pick: 6, compress: 3, expand: 2, edit: 3, annotate: 3 })](here, there, messages, random, i)
    } catch (error) {
      if (!Fault.is(error) || error.kind !== 'user') throw error
    }
  }
  return tract
}

const crossActs = {
  append: (here: Tract, _there: string, _messages: readonly string[], _random: Random, i: number) => here.user(`said ${i}`),
  merge: (here: Tract, there: string, _messages: readonly string[], random: Random) => here.merge(there, { noFf: true, strategy: random.pick(['ours', 'theirs']) }),
  pick: (here: Tract, there: string, _messages: readonly string[], random: Random) => here.cherryPick(random.pick(here.log({ from: there }).items).hash, { onIssue: 'skip' }),
  compress: (here: Tract, _there: string, messages: readonly string[], random: Random) => here.compress({ messages: messages.filter((_message, at) => at % 5 < 2).slice(-random.below(4)), content: 'so' }),
  expand: (here: Tract, _there: string, messages: readonly string[], random: Random) => here.expand(random.pick(messages)),
  edit: (here: Tract, _there: string, messages: readonly string[], random: Random, i: number) => here.edit(random.pick(messages), `now ${i % 3}`),
  annotate: (here: Tract, _there: string, messages: readonly string[], random: Random) => here.annotate(random.pick(messages), random.pick(['pinned', 'normal', 'skip'])),
}

test.each(Object.entries({ wander, cross }))('a diff is what comparing both lists finds, and leads from one to the other, between any two commits: %s', (_, grow) => {
  const kinds = new Set<string>()
  forSeeds(30, (random) => {
    using workspace = Workspace.open(':memory:', { ports: testPorts() })
    const tract = grow(workspace, random, 60)
    const { history, hash, key } = naiveOf(tract)
    for (let pairs = 12; pairs > 0; pairs--) {
      const [a, b] = [random.pick(history.keys), random.pick(history.keys)]
      const diff = tract.diff(hash(a), hash(b))
      const [before, after] = [shownAt(tract, hash(a)), shownAt(tract, hash(b))]
      for (const { kind } of diff.changes) kinds.add(kind)
      expect(told(diff, key)).toEqual(naiveDiff(history.context(a), history.context(b)))
      expect(applied(before, diff.changes)).toEqual(after.map(({ messageId, role, content }) => ({ messageId, role, content })))
      expect(diff).toMatchObject({ from: hash(a), to: hash(b), config: [], tokenDelta: tract.compile({ at: hash(b) }).tokenCount - tract.compile({ at: hash(a) }).tokenCount })
      if (random.chance(0.2)) contextsOf(handleOf(tract).file, 'o200k_base').states.forget()
    }
  })
  expect(kinds.size).toBeGreaterThanOrEqual(grow === cross ? 7 : 6)
}, 60_000)

test('without a first reference a commit is compared with its first parent, the first one with nothing', () => {
  forSeeds(10, (random) => {
    using workspace = Workspace.open(':memory:', { ports: testPorts() })
    const tract = wander(workspace, random, 40)
    const { history, hash, key } = naiveOf(tract)
    for (const commit of history.keys) {
      const [parent] = history.get(commit).parents
      const diff = tract.diff(undefined, hash(commit))
      expect(diff).toEqual(parent === undefined ? { ...diff, from: null } : tract.diff(hash(parent), hash(commit)))
      expect(told(diff, key)).toEqual(naiveDiff(history.context(parent ?? null), history.context(commit)))
    }
  })
}, 60_000)
