import { describe, expect, test } from 'vitest'
import { Fault, Tract, Workspace } from '../../../../core/index.ts'
import { faultOf } from '../../../helpers/faultOf.ts'

/** A tract with a line of commits on main and a branch from its second one. */
function lineOf(count: number) {
  const tract = Tract.open()
  const hashes = Array.from({ length: count }, (_, i) => tract.user(`message ${i}`).hash)
  tract.branch('side', { from: hashes[1] ?? '', switch: false })
  tract.tag('v1', { at: hashes[2] ?? hashes[0] ?? '' })
  return { tract, hashes }
}
const dataOf = (act: () => unknown): unknown => {
  try {
    return act()
  } catch (error) {
    return Fault.is(error) ? { code: error.code, ...error.data } : error
  }
}

test('one resolver takes every way to name a commit', () => {
  const { tract, hashes } = lineOf(5)
  using _ = tract
  tract.reset('HEAD~1')
  tract.reset(hashes[4] ?? '')
  const table: readonly (readonly [string, string | undefined])[] = [
    [hashes[3] ?? '', hashes[3]],
    [(hashes[3] ?? '').slice(0, 12), hashes[3]],
    [(hashes[3] ?? '').slice(0, 13).toUpperCase(), hashes[3]],
    ['HEAD', hashes[4]],
    ['@', hashes[4]],
    ['HEAD~', hashes[3]],
    ['HEAD~1', hashes[3]],
    ['HEAD~0', hashes[4]],
    ['HEAD~4', hashes[0]],
    ['main~2', hashes[2]],
    ['side', hashes[1]],
    ['side~1', hashes[0]],
    [`${hashes[3]}~3`, hashes[0]],
    [`${(hashes[3] ?? '').slice(0, 12)}~1`, hashes[2]],
    [(hashes[3] ?? '').toUpperCase(), hashes[3]],
    ['HEAD^', hashes[3]],
    ['HEAD^1', hashes[3]],
    ['HEAD^0', hashes[4]],
    ['HEAD^^', hashes[2]],
    ['HEAD~~^', hashes[1]],
    ['HEAD~1^~2', hashes[0]],
    ['v1', hashes[2]],
    ['tag:v1', hashes[2]],
    ['v1~2', hashes[0]],
    ['tag:v1^', hashes[1]],
    ['ORIG_HEAD', hashes[3]],
    ['ORIG_HEAD~3', hashes[0]],
  ]
  expect(table.map(([ref]) => [ref, tract.resolve(ref)])).toEqual(table)
})

test('on a bound handle HEAD is its branch', () => {
  const { tract, hashes } = lineOf(3)
  using _ = tract
  expect([tract.on('side').resolve('HEAD'), tract.on('side').resolve('HEAD~1'), tract.resolve('HEAD')]).toEqual([hashes[1], hashes[0], hashes[2]])
})

describe('what names nothing is a fault that helps', () => {
  test.each([
    ['sid', { code: 'ref/not-found', ref: 'sid', similar: ['side'] }],
    ['HEAD~5', { code: 'ref/not-found', ref: 'HEAD~5', similar: [] }],
    ['HEAD~999999999', { code: 'ref/not-found', ref: 'HEAD~999999999', similar: [] }],
    ['side~2', expect.objectContaining({ code: 'ref/not-found' })],
    ['ORIG_HEAD', expect.objectContaining({ code: 'ref/not-found' })],
    ['', expect.objectContaining({ code: 'ref/not-found' })],
    ['~1', expect.objectContaining({ code: 'ref/not-found' })],
    ['HEAD^2', { code: 'ref/not-found', ref: 'HEAD^2', similar: [] }],
    ['HEAD^3', expect.objectContaining({ code: 'ref/not-found' })],
    ['HEAD^5', expect.objectContaining({ code: 'ref/not-found' })],
    ['HEAD~1234567890', expect.objectContaining({ code: 'ref/not-found' })],
    ['HEAD^2~1', expect.objectContaining({ code: 'ref/not-found' })],
    ['HEAD~1\n', expect.objectContaining({ code: 'ref/not-found' })],
    ['v', { code: 'ref/not-found', ref: 'v', similar: ['v1'] }],
    ['v2', { code: 'ref/not-found', ref: 'v2', similar: ['v1'] }],
    ['tag:v2', { code: 'ref/not-found', ref: 'tag:v2', similar: ['tag:v1'] }],
    ['tag:', expect.objectContaining({ code: 'ref/not-found' })],
    ['tag:side', expect.objectContaining({ code: 'ref/not-found' })],
    ['tag:tag:v1', expect.objectContaining({ code: 'ref/not-found' })],
    ['-', expect.objectContaining({ code: 'ref/not-found' })],
    ['head', expect.objectContaining({ code: 'ref/not-found' })],
    ['HEAD~x', expect.objectContaining({ code: 'ref/not-found' })],
    ['0'.repeat(64), expect.objectContaining({ code: 'ref/not-found' })],
    ['\ud800', expect.objectContaining({ code: 'ref/not-found' })],
    ["'; drop table commits; --", expect.objectContaining({ code: 'ref/not-found' })],
  ])('%j', (ref, expected) => {
    const { tract } = lineOf(5)
    using _ = tract
    expect(dataOf(() => tract.resolve(ref))).toEqual(expected)
    expect([() => tract.compile({ at: ref }), () => tract.reset(ref), () => tract.tag('t', { at: ref }), () => tract.branch('b', { from: ref }), () => tract.show(ref), () => tract.checkout(ref)].map(faultOf)).toEqual(Array.from({ length: 6 }, () => 'ref/not-found'))
  })

  test('an empty branch has no commits to name', () => {
    using tract = Tract.open()
    expect(['HEAD', 'main', 'HEAD~1'].map((ref) => dataOf(() => tract.resolve(ref)))).toEqual(Array.from({ length: 3 }, () => ({ code: 'ref/no-commits', branch: 'main' })))
    expect([faultOf(() => tract.branch('x')), tract.compile().messages, tract.log(), tract.graph(), tract.transcript(), tract.listBranches()]).toEqual([
      'ref/no-commits', [], { items: [], next: null }, { items: [], next: null }, { items: [], earlier: 0 }, [{ name: 'main', commit: null, isCurrent: true, updatedAt: 0, messageCount: 0 }],
    ])
  })
})

test('a prefix of several commits lists them; one character more names one', () => {
  using workspace = Workspace.open()
  const tract = workspace.create()
  const byStart = new Map<string, string[]>()
  let twins: string[] = []
  for (let i = 0; twins.length < 2; i++) {
    const { hash } = tract.user(`${i}`)
    twins = [...(byStart.get(hash.slice(0, 4)) ?? []), hash]
    byStart.set(hash.slice(0, 4), twins)
  }
  const [a = '', b = ''] = twins
  const shared = Array.from(a).findIndex((letter, i) => letter !== b[i])
  expect(dataOf(() => tract.resolve(a.slice(0, 4)))).toEqual({ code: 'ref/ambiguous', ref: a.slice(0, 4), candidates: [a, b].toSorted() })
  expect([tract.resolve(a.slice(0, shared + 1)), tract.resolve(b.slice(0, shared + 1)), faultOf(() => tract.resolve(a.slice(0, 3)))]).toEqual([a, b, 'ref/not-found'])
  expect(faultOf(() => tract.edit(a.slice(0, 4), 'x'))).toBe('ref/ambiguous')
})

test('what another tract of the file holds is not there for this one, by hash, prefix or cursor', () => {
  using workspace = Workspace.open()
  const [tract, other] = [workspace.create(), workspace.create()]
  tract.user('mine')
  const { hash } = other.user('theirs')
  other.user('more of theirs')
  const foreignCursor = other.log({ limit: 1 }).next
  expect(dataOf(() => tract.resolve(hash))).toEqual({ code: 'ref/other-tract', ref: hash, tract: other.name })
  expect([
    faultOf(() => tract.resolve(`${hash}~1`)), faultOf(() => tract.checkout(hash)), faultOf(() => tract.reset(hash)), faultOf(() => tract.tag('t', { at: hash })), faultOf(() => tract.resolve(hash.slice(0, 12))), faultOf(() => tract.branch('grafted', { from: hash })),
    faultOf(() => tract.compile({ at: hash })), faultOf(() => tract.log({ cursor: foreignCursor })), faultOf(() => tract.graph({ cursor: foreignCursor })),
  ]).toEqual(['ref/other-tract', 'ref/other-tract', 'ref/other-tract', 'ref/other-tract', 'ref/not-found', 'ref/other-tract', 'ref/other-tract', 'cursor/bad', 'cursor/bad'])
})

test('behind a merge ~ and ^ walk the branch it was made on, ^2 the one it brought', () => {
  using tract = Tract.open()
  const a = tract.user('a').hash
  tract.branch('side')
  const [b, c, d] = [tract.user('b').hash, tract.user('c').hash, tract.user('d').hash]
  tract.switch('main')
  const e = tract.user('e').hash
  tract.merge('side')
  const f = tract.user('f').hash
  const table = [['HEAD', f], ['HEAD~2', e], ['HEAD~3', a], ['HEAD^^2', d], ['HEAD~1^2', d], ['HEAD~^2~1', c], ['HEAD^1^2^^', b], ['HEAD~^2~3', a], ['HEAD~^0^2^', c], ['HEAD~^1', e]] as const
  expect(table.map(([ref]) => [ref, tract.resolve(ref)])).toEqual(table)
  expect(['HEAD^2', 'HEAD~2^2', 'HEAD~^2^2', 'HEAD~4', 'HEAD~^2~4'].map((ref) => faultOf(() => tract.resolve(ref)))).toEqual(Array.from({ length: 5 }, () => 'ref/not-found'))
})

test('a name that is a branch and a tag means the branch; the tag keeps its own way', () => {
  const { tract, hashes } = lineOf(3)
  using _ = tract
  tract.tag('side', { at: hashes[2] ?? '' })
  expect([tract.resolve('side'), tract.resolve('tag:side'), tract.checkout('side'), tract.checkout('tag:side')]).toEqual([
    hashes[1], hashes[2], { kind: 'attached', branch: 'side', commit: hashes[1] }, { kind: 'detached', commit: hashes[2] },
  ])
  tract.checkout('main')
  tract.deleteBranch('side')
  expect([tract.resolve('side'), tract.checkout('side').kind]).toEqual([hashes[2], 'detached'])
})

test('names that only the file uses are no branches', () => {
  const { tract } = lineOf(3)
  using _ = tract
  tract.reset('HEAD~1')
  const acts = ['ORIG_HEAD', 'tag:v1', 'HEAD', '-'].flatMap((name) => [() => tract.switch(name), () => tract.on(name), () => tract.deleteBranch(name), () => tract.renameBranch(name, 'x')])
  expect(acts.map(faultOf)).toEqual(acts.map(() => 'branch/not-found'))
})
