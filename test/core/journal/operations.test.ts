import { describe, expect, test } from 'vitest'
import { Tract, Workspace } from '../../../core/index.ts'
import { faultOf } from '../../helpers/faultOf.ts'

const verbs = (tract: Tract) => tract.operations().items.map(({ verb, detail }) => (detail === null ? verb : `${verb} ${detail}`))

describe('operations', () => {
  test('are everything that was done to the tract, newest first, with what undid it', () => {
    using workspace = Workspace.open()
    const [tract, other] = [workspace.create(), workspace.create()]
    tract.user('a')
    other.user('elsewhere')
    tract.annotate('HEAD', 'pinned')
    tract.batch(() => [tract.user('b'), tract.branch('side')])
    tract.undo()
    tract.undo()
    tract.redo()
    faultOf(() => tract.switch('nowhere'))
    tract.rename('other')
    tract.revert(tract.operations({ limit: 1 }).items[0]!.id)
    tract.restore(tract.operations().items.at(-2)!.id)
    expect([verbs(tract), verbs(other)]).toEqual([
      ['restore commit', 'revert rename', 'rename other', 'redo annotate', 'undo annotate', 'undo batch', 'batch', 'annotate pinned', 'commit user', 'create'], ['commit user', 'create'],
    ])
  })

  test('come in pages that go on where the last one ended, also when something was done between', () => {
    using tract = Tract.open()
    for (const text of ['a', 'b', 'c', 'd', 'e', 'f']) tract.user(text)
    const all = tract.operations().items
    const first = tract.operations({ limit: 3 })
    tract.rename('between')
    const second = tract.operations({ limit: 3, cursor: first.next })
    const third = tract.operations({ limit: 3, cursor: second.next })
    const exact = tract.operations({ limit: 8 })
    expect([[first, second, third].flatMap(({ items }) => items), third.next, third.items.length, exact.next, tract.operations({ limit: 0 }).items.length]).toEqual([all, null, 1, null, 1])
  })

  test('of another tract are no place to go on from', () => {
    using workspace = Workspace.open()
    const [tract, other] = [workspace.create(), workspace.create()]
    other.user('a')
    other.user('b')
    const { next } = other.operations({ limit: 1 })
    expect([faultOf(() => tract.operations({ cursor: next })), faultOf(() => tract.operations({ cursor: 'x' as never }))]).toEqual(['cursor/bad', 'cursor/bad'])
  })

  test('name each ref once, from where it was to where it came', () => {
    using tract = Tract.open()
    const a = tract.user('a').hash
    const [b, c] = tract.batch(() => [tract.user('b').hash, tract.user('c').hash])
    tract.batch(() => [tract.branch('side'), tract.switch('main'), tract.deleteBranch('side'), tract.tag('kept')])
    expect(tract.operations({ limit: 2 }).items.map(({ refs }) => refs)).toEqual([[{ ref: 'tag:kept', before: null, after: c }], [{ ref: 'main', before: a, after: c }]])
    expect(b).not.toBe(c)
  })
})

describe('the change in tokens', () => {
  const deltas = (tract: Tract) => tract.operations().items.map(({ verb, tokenDelta }): [string, number] => [verb, tokenDelta])

  test('is that of the contexts of the branches it moved, and what undo and redo give back', () => {
    using tract = Tract.open()
    tract.user('one two three')
    const a = tract.status().tokenCount
    tract.user('four five')
    const b = tract.status().tokenCount
    tract.annotate('HEAD', 'skip')
    tract.reset('HEAD~1')
    tract.reset('HEAD~1')
    expect([a > 0, b > a, deltas(tract)]).toEqual([true, true, [['reset', a - b], ['reset', b - a], ['annotate', a - b], ['commit', b - a], ['commit', a], ['create', 0]]])
    for (let i = 0; i < 5; i++) tract.undo()
    for (let i = 0; i < 5; i++) tract.redo()
    expect(deltas(tract).slice(0, 10)).toEqual([
      ['redo', a - b], ['redo', b - a], ['redo', a - b], ['redo', b - a], ['redo', a], ['undo', -a], ['undo', a - b], ['undo', b - a], ['undo', a - b], ['undo', b - a],
    ])
  })

  test('is none where only names come and go, HEAD moves or settings change', () => {
    using tract = Tract.open()
    tract.user('a')
    tract.branch('side')
    tract.switch('main')
    tract.renameBranch('side', 'other')
    tract.tag('kept')
    tract.deleteBranch('other')
    tract.undo()
    tract.configure({ budget: { maxTokens: 9 } })
    expect(deltas(tract).slice(0, 7).map(([, delta]) => delta)).toEqual([0, 0, 0, 0, 0, 0, 0])
  })

  test('is none where the two contexts were counted differently', () => {
    using tract = Tract.open()
    tract.user('a')
    tract.configure({ encoding: 'cl100k_base' })
    tract.user('b')
    tract.user('c')
    expect(deltas(tract).slice(0, 2)).toEqual([['commit', 5], ['commit', 0]])
  })

  test('of a batch adds up over its branches', () => {
    using tract = Tract.open()
    tract.user('a')
    tract.branch('side', { switch: false })
    const before = tract.status().tokenCount
    tract.batch(() => [tract.user('on main'), tract.on('side').user('on the side')])
    const added = tract.status().tokenCount + tract.on('side').status().tokenCount - 2 * before
    expect(deltas(tract)[0]).toEqual(['batch', added])
  })
})
