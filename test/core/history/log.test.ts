import { expect, test } from 'vitest'
import { type Commit, scripted, Tract, Workspace } from '../../../core/index.ts'
import type { Cursor, Page } from '../../../core/model/ids.ts'
import { faultOf } from '../../helpers/faultOf.ts'
import { handClock } from '../../helpers/handClock.ts'
import { testPorts } from '../../helpers/testPorts.ts'

/** A tract whose side branch was merged, with a branch of its own merged into that before. */
function merged() {
  const tract = Tract.open(':memory:', { ports: testPorts() })
  tract.user('root')
  tract.branch('side')
  tract.user('s1')
  tract.branch('inner')
  tract.user('i1')
  tract.switch('side')
  tract.user('s2')
  tract.merge('inner')
  tract.switch('main')
  tract.user('m1')
  tract.merge('side')
  tract.user('m2')
  return tract
}
const told = ({ items }: Page<Commit>) => items.map(({ kind, message }) => (kind === 'append' ? message.slice('dialogue: '.length) : kind))

test('what a merge brought stands behind it, newest first, before what it was merged into', () => {
  using tract = merged()
  const order = ['m2', 'merge', 'merge', 'i1', 's2', 's1', 'm1', 'root']
  expect([told(tract.log()), told(tract.log({ from: 'side' })), told(tract.log({ kinds: ['merge'] })), told(tract.log({ kinds: [] }))]).toEqual([
    order, ['merge', 'i1', 's2', 's1', 'root'], ['merge', 'merge'], [],
  ])
})

test('a page that ends inside a merge goes on there, whatever was added or moved meanwhile', () => {
  using tract = merged()
  const first = tract.log({ limit: 4 })
  tract.user('m3')
  tract.deleteBranch('side', { force: true })
  tract.reset('HEAD~3')
  const second = tract.log({ limit: 3, cursor: first.next })
  const third = tract.log({ limit: 3, cursor: second.next })
  expect([told(first), told(second), told(third), third.next]).toEqual([['m2', 'merge', 'merge', 'i1'], ['s2', 's1', 'm1'], ['root'], null])
})

test('the graph has both parents of a merge, tags, and what only a tag or HEAD reaches', () => {
  using tract = merged()
  tract.tag('kept', { at: 'HEAD' })
  tract.reset('HEAD~1')
  tract.deleteBranch('inner')
  tract.checkout('side')
  tract.checkout(tract.resolve('kept'))
  const rows = tract.graph().items
  const text = (hash: string) => rows.find((row) => row.hash === hash)?.preview ?? ''
  expect(rows.map(({ kind, preview, parents, branches, tags, isHead }) => [kind, preview, parents.map(text), branches, tags, isHead])).toEqual([
    ['append', 'm2', [''], [], ['kept'], true],
    ['merge', '', ['m1', ''], ['main'], [], false],
    ['append', 'm1', ['root'], [], [], false],
    ['merge', '', ['s2', 'i1'], ['side'], [], false],
    ['append', 's2', ['s1'], [], [], false],
    ['append', 'i1', ['s1'], [], [], false],
    ['append', 's1', ['root'], [], [], false],
    ['append', 'root', [], [], [], false],
  ])
})

test.each(['', 'x', '0', '-1', '1.', '999999', '1.999999', '1;2', '９'])('%j is no cursor', (cursor) => {
  using tract = Tract.open()
  tract.user('a')
  const isNone = cursor === ''
  expect([faultOf(() => tract.log({ cursor: cursor as Cursor })), faultOf(() => tract.graph({ cursor: cursor as Cursor }))]).toEqual(Array.from({ length: 2 }, () => (isNone ? 'none' : 'cursor/bad')))
})

test.each(['log:2.1', 'log:7.1', 'log:7.8', 'log:5.4'])('%j is no cursor: its commit did not come by its merge', (cursor) => {
  using tract = merged()
  expect([faultOf(() => tract.log({ cursor: 'log:7.4' as Cursor })), faultOf(() => tract.log({ cursor: cursor as Cursor }))]).toEqual(['none', 'cursor/bad'])
})

test('what a merge brought is not remembered when it was only tried', () => {
  using tract = merged()
  tract.reset('HEAD~2')
  const tried = tract.dryRun(() => (tract.merge('side'), told(tract.log())))
  tract.merge('inner')
  expect([tried.result, told(tract.log())]).toEqual([['merge', 'merge', 'i1', 's2', 's1', 'm1', 'root'], ['merge', 'i1', 's1', 'm1', 'root']])
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

test('the graph says which model wrote a step, and how warm it was', async () => {
  const tract = Tract.open(':memory:', { ports: testPorts() })
  tract.configureClients({ default: scripted(['Thirty days.']) })
  tract.user('How long?')
  await tract.generate({ model: 'gpt-4o', temperature: 0.2 })
  expect(tract.graph().items.map(({ preview, model, temperature }) => [preview, model, temperature])).toEqual([['Thirty days.', 'gpt-4o', 0.2], ['How long?', null, null]])
})

test('graph and log show only their own tract', () => {
  using workspace = Workspace.open()
  const [a, b] = [workspace.create(), workspace.create()]
  a.user('in a')
  b.user('in b')
  a.user('in a again')
  expect([a.graph().items.map(({ preview }) => preview), b.log().items.map(({ message }) => message)]).toEqual([['in a again', 'in a'], ['dialogue: in b']])
})
