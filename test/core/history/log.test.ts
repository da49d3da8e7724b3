import { describe, expect, test } from 'vitest'
import { Tract, Workspace } from '../../../core/index.ts'
import type { Cursor, Page } from '../../../core/model/ids.ts'
import { faultOf } from '../../helpers/faultOf.ts'
import { randomOf } from '../../helpers/random.ts'
import { startWalk, walk } from '../../helpers/randomWalk.ts'
import { handClock } from '../../helpers/handClock.ts'
import { testPorts } from '../../helpers/testPorts.ts'

/** All pages of a list, one after the other. */
function pages<T>(read: (cursor: Cursor | null) => Page<T>): readonly (readonly T[])[] {
  const all: (readonly T[])[] = []
  for (let cursor: Cursor | null = null; all.length < 500; ) {
    const { items, next } = read(cursor)
    all.push(items)
    if (next === null) return all
    cursor = next
  }
  throw new Error('the list does not end')
}

/** A tract that a random walk left, with branches that meet far back. */
async function wandered(workspace: Workspace, seed: number): Promise<Tract> {
  const one = startWalk(workspace.create())
  const random = randomOf(seed)
  for (let i = 0; i < 150; i++) await walk(one, random)
  return one.tract
}

describe.each([1, 2, 3, 4, 5])('after a random walk (seed %i)', (seed) => {
  test.each([1, 2, 7, 1000])('pages of %i give the same log and the same graph as one page', async (limit) => {
    using workspace = Workspace.open(':memory:', { ports: testPorts() })
    await wandered(workspace, seed + 100)
    const tract = await wandered(workspace, seed)
    for (const { name, commit } of tract.listBranches()) {
      if (commit === null) continue
      const whole = tract.on(name).log({ limit: 10_000 }).items
      expect(pages((cursor) => tract.on(name).log({ limit, cursor })).flat()).toEqual(whole)
      expect(whole.map(({ hash, parents }) => [hash, parents])).toEqual(whole.map(({ hash }, i) => [hash, whole[i + 1] ? [whole[i + 1]?.hash] : []]))
      expect(pages((cursor) => tract.on(name).log({ limit, cursor, kinds: ['edit', 'annotate'] })).flat()).toEqual(whole.filter(({ kind }) => kind !== 'append'))
    }
    const graph = tract.graph({ limit: 10_000 }).items
    expect(pages((cursor) => tract.graph({ limit, cursor })).flat()).toEqual(graph)
  })

  test('the graph has every commit of every branch once, newest first, each before its parent', async () => {
    using workspace = Workspace.open(':memory:', { ports: testPorts() })
    const tract = await wandered(workspace, seed)
    const graph = tract.graph({ limit: 10_000 }).items
    const branches = tract.listBranches().filter(({ commit }) => commit !== null)
    const logged = new Map(branches.flatMap(({ name }) => tract.on(name).log({ limit: 10_000 }).items).map((commit) => [commit.hash, commit]))
    expect(graph.map(({ hash }) => hash).toSorted()).toEqual([...logged.keys()].toSorted())
    expect(graph.map(({ createdAt }) => createdAt)).toEqual(graph.map(({ createdAt }) => createdAt).toSorted((a, b) => b - a))
    graph.forEach(({ parents }, i) => parents.forEach((parent) => expect(graph.findIndex(({ hash }) => hash === parent)).toBeGreaterThan(i)))
    expect(Object.fromEntries(graph.flatMap(({ hash, branches: names }) => names.map((name) => [name, hash])))).toEqual(Object.fromEntries(branches.map(({ name, commit }) => [name, commit])))
    const { head } = tract.status()
    expect(graph.filter(({ isHead }) => isHead).map(({ hash }) => hash)).toEqual(head.commit === null ? [] : [head.commit])
    for (const row of graph) {
      const commit = logged.get(row.hash)
      expect([row.kind, row.parents, row.messageId, row.tokens]).toEqual([commit?.kind, commit?.parents, commit?.kind === 'append' ? commit.messageId : commit?.target, commit?.kind === 'annotate' ? 0 : commit?.tokens])
    }
  })
})

test.each(['', 'x', '0', '-1', '1.', '999999', '1.999999', '1;2', '９'])('%j is no cursor', (cursor) => {
  using tract = Tract.open()
  tract.user('a')
  const isNone = cursor === ''
  expect([faultOf(() => tract.log({ cursor: cursor as Cursor })), faultOf(() => tract.graph({ cursor: cursor as Cursor }))]).toEqual(Array.from({ length: 2 }, () => (isNone ? 'none' : 'cursor/bad')))
})

test('a commit tells all that was given with it', () => {
  using tract = Tract.open()
  const long = `a\n\tb ${'😀'.repeat(200)}`
  const first = tract.user(long, { name: 'Ann' })
  const second = tract.as({ kind: 'agent', id: 'bot' }).assistant('hi', { message: 'greeting', tags: ['x', 'y'], metadata: { deep: { a: [1] } }, generationConfig: { model: 'm', temperature: 0 } })
  expect(tract.log().items).toEqual([second, first])
  expect(second).toEqual({
    kind: 'append', hash: second.hash, messageId: second.hash, origin: null, parents: [first.hash], message: 'greeting', author: { kind: 'agent', id: 'bot' }, createdAt: expect.any(Number),
    generation: 1, tags: ['x', 'y'], metadata: { deep: { a: [1] } }, generationConfig: { model: 'm', temperature: 0 }, configLevels: {}, contentType: 'dialogue', role: 'assistant', tokens: 5, preview: 'hi',
  })
  expect([first.message, Array.from(first.preview).length, tract.show(first.hash)]).toEqual([
    `dialogue: a b ${'😀'.repeat(68)}`, 120, { commit: first, content: { type: 'dialogue', role: 'user', text: long, name: 'Ann' }, branches: [], tags: [] },
  ])
  expect(tract.show('HEAD').branches).toEqual(['main'])
})

test('the past of a branch is where it pointed then, also when it was taken back since', () => {
  const clock = handClock(1_000_000)
  using tract = Tract.open(':memory:', { ports: testPorts(clock) })
  const at = () => (clock.advance(1000), clock.now() - 500)
  const texts = (then: number | Date, branch = 'main') => tract.on(branch).compile({ at: then }).messages.map(({ content }) => content)
  const t0 = at()
  tract.user('a')
  const t1 = at()
  tract.user('b')
  const t2 = at()
  tract.undo()
  const t3 = at()
  tract.user('c')
  const t4 = at()
  tract.branch('side')
  tract.user('d')
  expect([t0, t1, t2, t3, new Date(t4), t4 + 9999].map((then) => texts(then))).toEqual([[], ['a'], ['a', 'b'], ['a'], ['a', 'c'], ['a', 'c']])
  expect([t0, t1, t2, t4, t4 + 9999].map((then) => texts(then, 'side'))).toEqual([[], ['a'], ['a'], ['a', 'c'], ['a', 'c', 'd']])
})

test('graph and log show only their own tract', () => {
  using workspace = Workspace.open()
  const [a, b] = [workspace.create(), workspace.create()]
  a.user('in a')
  b.user('in b')
  a.user('in a again')
  expect([a.graph().items.map(({ preview }) => preview), b.log().items.map(({ message }) => message)]).toEqual([['in a again', 'in a'], ['dialogue: in b']])
})
