import { expect, test } from 'vitest'
import { Tract } from '../../../core/index.ts'
import type { Cursor } from '../../../core/model/ids.ts'
import { naiveOf } from '../../helpers/naiveTract.ts'
import { forSeeds, type Random } from '../../helpers/random.ts'
import { testPorts } from '../../helpers/testPorts.ts'

const branch = (level: number) => `b${level}`

/** Each branch goes on from somewhere in those before it, merges one or two of them, and may be merged back. */
function nested(random: Random, levels: number): Tract & Disposable {
  const tract = Tract.open(':memory:', { ports: testPorts() })
  tract.user('root')
  tract.branch(branch(0))
  for (let level = 1; level <= levels; level++) {
    tract.branch(branch(level), { from: random.chance(0.5) ? 'main' : somewhere(tract, random, level) })
    say(tract, random)
    for (const other of [level - 1, random.below(level)]) tract.merge(branch(other), { noFf: true })
    say(tract, random)
    if (random.chance(0.3)) tract.on(branch(level - 1)).merge(branch(level), { noFf: random.chance(0.5) })
    if (random.chance(0.3)) tract.on('main').user(`main ${level}`)
  }
  return tract
}

function somewhere(tract: Tract, random: Random, level: number): string {
  const { items } = tract.log({ from: branch(random.below(level)), limit: 1000 })
  return random.pick(items).hash
}

function say(tract: Tract, random: Random): void {
  for (let i = random.below(4); i > 0; i--) tract.user(`${i}`)
}

function hashesIn(tract: Tract, from: string, limit: number): readonly string[] {
  const all: string[] = []
  let cursor: Cursor | null = null
  do {
    const page = tract.log({ from, limit, cursor })
    all.push(...page.items.map(({ hash }) => hash))
    cursor = page.next
  } while (cursor !== null)
  return all
}

test('however deep merges are nested, a log is linear order backwards, in pages of any size', () => {
  forSeeds(15, (random) => {
    const levels = 4 + random.below(12)
    using tract = nested(random, levels)
    const { history, key } = naiveOf(tract)
    for (const from of [branch(levels), branch(random.below(levels)), 'main']) {
      const expected = history.linear(key(tract.resolve(from))).toReversed().map(({ hash }) => hash)
      expect(hashesIn(tract, from, 1 + random.below(6))).toEqual(expected)
      expect(hashesIn(tract, from, 1000)).toEqual(expected)
    }
  })
}, 60_000)

test('a cursor tells all the merges it is inside of, and the next commit', () => {
  using tract = Tract.open(':memory:', { ports: testPorts() })
  tract.user('root')
  tract.branch(branch(0))
  tract.user('deepest')
  for (const level of [1, 2, 3]) {
    tract.branch(branch(level), { from: 'main' })
    tract.merge(branch(level - 1), { noFf: true })
  }
  expect([1, 2, 3, 4].map((limit) => tract.log({ limit }).next)).toEqual(['log:5.4', 'log:5.4.3', 'log:5.4.3.2', 'log:1'])
})
