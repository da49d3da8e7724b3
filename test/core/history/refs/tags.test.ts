import { describe, expect, test } from 'vitest'
import { Fault, Tract } from '../../../../core/index.ts'
import { faultOf } from '../../../helpers/faultOf.ts'

function spoken() {
  const tract = Tract.open()
  return { tract, a: tract.user('a').hash, b: tract.user('b').hash }
}

describe('a tag', () => {
  test('names HEAD, or a commit, and stays there', () => {
    const { tract, a, b } = spoken()
    using _ = tract
    const made = [tract.tag('v2'), tract.tag('v1', { at: 'HEAD~1' }), tract.tag('before/v1', { at: 'tag:v1' })]
    tract.user('c')
    tract.reset(a)
    expect([made, tract.listTags()]).toEqual([
      [{ name: 'v2', commit: b }, { name: 'v1', commit: a }, { name: 'before/v1', commit: a }],
      [{ name: 'before/v1', commit: a }, { name: 'v1', commit: a }, { name: 'v2', commit: b }],
    ])
  })

  test('can be given while looking at a commit, and by a bound handle to its branch', () => {
    const { tract, a, b } = spoken()
    using _ = tract
    tract.branch('side', { from: a, switch: false })
    tract.checkout(a)
    expect([tract.tag('here').commit, tract.on('main').tag('there').commit]).toEqual([a, b])
  })

  test('is shown where commits are shown', () => {
    const { tract, a, b } = spoken()
    using _ = tract
    tract.tag('v1', { at: a })
    tract.tag('also', { at: a })
    const detail = tract.show('v1')
    expect([detail.commit.hash, detail.branches, detail.tags, tract.show('HEAD').tags, tract.graph().items.map(({ hash, branches, tags }) => ({ hash, branches, tags }))]).toEqual([
      a, [], ['also', 'v1'], [], [{ hash: b, branches: ['main'], tags: [] }, { hash: a, branches: [], tags: ['also', 'v1'] }],
    ])
  })

  test('is given once', () => {
    const { tract, a, b } = spoken()
    using _ = tract
    tract.tag('v1')
    expect([faultOf(() => tract.tag('v1')), faultOf(() => tract.tag('v1', { at: a })), faultOf(() => tract.tag('e\u0301')), faultOf(() => tract.tag('é')), tract.resolve('v1')]).toEqual(['tag/exists', 'tag/exists', 'none', 'tag/exists', b])
  })

  test('needs a commit', () => {
    using tract = Tract.open()
    expect([faultOf(() => tract.tag('v1')), tract.listTags()]).toEqual(['ref/no-commits', []])
  })

  test('goes by deleteTag, which tells what it did; undo brings it back', () => {
    const { tract, a } = spoken()
    using _ = tract
    tract.tag('v1', { at: a })
    const done = tract.deleteTag('v1')
    expect([done, tract.listTags(), tract.undoState().undo]).toEqual([
      { id: done.id, seq: done.seq, verb: 'deleteTag', detail: 'v1', author: { kind: 'user', id: 'user' }, cause: { kind: 'direct' }, at: done.at, refs: [{ ref: 'tag:v1', before: a, after: null }], commits: 0, tokenDelta: 0, undoable: true },
      [], done,
    ])
    expect([tract.undo().kind, tract.listTags(), tract.redo().kind, tract.listTags(), tract.workspace.replay().kind]).toEqual(['done', [{ name: 'v1', commit: a }], 'done', [], 'same'])
  })

  test('that is not there is a fault that helps', () => {
    const { tract } = spoken()
    using _ = tract
    tract.tag('release')
    const dataOf = (name: string) => { try { return tract.deleteTag(name).verb } catch (error) { return Fault.is(error) && [error.code, error.data] } }
    expect(['relaese', 'main', 'tag:release', '\ud800'].map(dataOf)).toEqual([
      ['tag/not-found', { name: 'relaese', similar: ['release'] }], ['tag/not-found', { name: 'main', similar: [] }],
      ['tag/not-found', { name: 'tag:release', similar: [] }], ['tag/not-found', { name: '\ud800', similar: [] }],
    ])
  })
})

test('an act inside a batch tells of the batch as far as it has come', () => {
  const { tract, a, b } = spoken()
  using _ = tract
  tract.tag('v1')
  const done = tract.batch(() => {
    tract.tag('v0', { at: a })
    return tract.deleteTag('v1')
  })
  expect([done.verb, done.refs, done.id === tract.undoState().undo?.id, tract.as('someone').deleteTag('v0').author]).toEqual([
    'batch', [{ ref: 'tag:v0', before: null, after: a }, { ref: 'tag:v1', before: b, after: null }], true, { kind: 'agent', id: 'someone' },
  ])
})
