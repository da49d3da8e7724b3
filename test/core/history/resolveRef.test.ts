import { describe, expect, test } from 'vitest'
import { Fault, Tract, Workspace } from '../../../core/index.ts'
import { faultOf } from '../../helpers/faultOf.ts'

/** A tract with a line of commits on main and a branch from its second one. */
function lineOf(count: number) {
  const tract = Tract.open()
  const hashes = Array.from({ length: count }, (_, i) => tract.user(`message ${i}`).hash)
  tract.branch('side', { from: hashes[1] ?? '', switch: false })
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
    ['HEAD~x', expect.objectContaining({ code: 'ref/not-found' })],
    ['0'.repeat(64), expect.objectContaining({ code: 'ref/not-found' })],
    ['\ud800', expect.objectContaining({ code: 'ref/not-found' })],
    ["'; drop table commits; --", expect.objectContaining({ code: 'ref/not-found' })],
  ])('%j', (ref, expected) => {
    const { tract } = lineOf(5)
    using _ = tract
    expect(dataOf(() => tract.resolve(ref))).toEqual(expected)
    expect(faultOf(() => tract.compile({ at: ref }))).toBe('ref/not-found')
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
  expect([
    faultOf(() => tract.resolve(hash)), faultOf(() => tract.resolve(hash.slice(0, 12))), faultOf(() => tract.branch('grafted', { from: hash })),
    faultOf(() => tract.compile({ at: hash })), faultOf(() => tract.log({ cursor: foreignCursor })), faultOf(() => tract.graph({ cursor: foreignCursor })),
  ]).toEqual(['ref/not-found', 'ref/not-found', 'ref/not-found', 'ref/not-found', 'cursor/bad', 'cursor/bad'])
})
