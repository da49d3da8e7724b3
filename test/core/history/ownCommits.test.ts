import { expect, test } from 'vitest'
import { type OpenTract, Tract } from '../../../core/index.ts'
import type { OwnCommits } from '../../../core/model/commit.ts'
import type { CommitHash } from '../../../core/model/ids.ts'
import { faultOf } from '../../helpers/faultOf.ts'
import { type Random, randomOf } from '../../helpers/random.ts'

const told = ({ count, newest }: OwnCommits): readonly (string | number)[] => [count, ...newest.map(({ message }) => message.replace('dialogue: ', ''))]

/** `main` has a, b, c; `side` begins at a, has d, and brought b, c in. */
function joined(): OpenTract {
  const tract = Tract.open()
  tract.user('a')
  tract.branch('side')
  tract.user('d')
  tract.on('main').user('b')
  tract.on('main').user('c')
  tract.merge('main', { message: 'joined' })
  return tract
}

test('what a merge brought belongs to both; the merge itself to one', () => {
  using tract = joined()
  expect([told(tract.ownCommits('main')), told(tract.on('main').ownCommits('side')), told(tract.ownCommits([])), told(tract.ownCommits(['main', 'HEAD']))]).toEqual([
    [2, 'd', 'joined'], [0], [5, 'a', 'd', 'b', 'c', 'joined'], [0],
  ])
})

test('the newest are told, oldest of them first, and only those of the kinds asked for', () => {
  using tract = joined()
  expect([told(tract.ownCommits([], { limit: 2 })), told(tract.ownCommits([], { kinds: ['append'], limit: 1 }))]).toEqual([[5, 'c', 'joined'], [4, 'c']])
})

test('other branches and tags hold what a reset leaves; the branch itself and ORIG_HEAD do not', () => {
  using tract = joined()
  const left = (): readonly (string | number)[] => told(tract.leftBehind('HEAD~2'))
  const first = left()
  tract.tag('kept', { at: 'HEAD~1' })
  const tagged = left()
  tract.deleteTag('kept')
  tract.reset('HEAD~1')
  tract.reset('ORIG_HEAD')
  expect([first, tagged, left(), faultOf(() => tract.leftBehind('nowhere'))]).toEqual([[2, 'd', 'joined'], [1, 'joined'], [2, 'd', 'joined'], 'ref/not-found'])
})

test('a branch without commits has none of its own', () => {
  using tract = Tract.open()
  expect(tract.ownCommits([])).toEqual({ count: 0, newest: [] })
})

test('they are what walking the histories of both gives, whatever was joined', () => {
  for (let seed = 1; seed <= 5; seed += 1) {
    using tract = grown(randomOf(seed))
    const names = tract.listBranches().map(({ name }) => name)
    for (const name of names) for (const other of names) {
      const there = new Set(hashesOf(tract, other))
      const own = hashesOf(tract, name).filter((hash) => !there.has(hash))
      const { count, newest } = tract.on(name).ownCommits(other, { limit: 1000 })
      expect([seed, name, other, count, newest.map(({ hash }) => hash).toSorted()]).toEqual([seed, name, other, own.length, own.toSorted()])
    }
  }
})

const hashesOf = (tract: Tract, from: string): readonly CommitHash[] => tract.log({ from, limit: 1000 }).items.map(({ hash }) => hash)

function grown(random: Random): OpenTract {
  const tract = Tract.open()
  tract.user('root')
  for (let nth = 0; nth < 28; nth += 1) {
    const names = tract.listBranches().map(({ name }) => name)
    const [name, other, dice] = [random.pick(names), random.pick(names), random.next()]
    if (dice < 0.15) tract.branch(`b${nth}`, { from: name, switch: false })
    else if (dice < 0.4 && other !== name) tract.on(name).merge(other)
    else tract.on(name).user(`${name} ${nth}`)
  }
  return tract
}
