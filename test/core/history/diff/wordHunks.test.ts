import { expect, test } from 'vitest'
import { shortestEdit } from '../../../../core/history/diff/shortestEdit.ts'
import { wordHunks } from '../../../../core/history/diff/wordHunks.ts'
import { forSeeds, type Random } from '../../../helpers/random.ts'

const short = (before: string, after: string): string => wordHunks(before, after).map(({ kind, text }) => `${{ same: '', removed: '-', added: '+' }[kind]}[${text}]`).join('')

test.each([
  ['The quick brown fox', 'The slow brown fox jumps', '[The ]-[quick]+[slow][ brown fox]+[ jumps]'],
  ['one two three', 'eins zwei three', '-[one two]+[eins zwei][ three]'],
  ['same', 'same', '[same]'],
  ['', '', ''],
  ['', 'new', '+[new]'],
  ['old', '', '-[old]'],
  ['a-b', 'a+b', '[a]-[-]+[+][b]'],
  ['今日は良い天気', '今日は悪い天気', '[今日は]-[良]+[悪][い天気]'],
  ['I 👍 it', 'I 👎 it', '[I ]-[👍]+[👎][ it]'],
  ['line one\nline two\n', 'line one\nline 2\n', '[line one\nline ]-[two]+[2][\n]'],
])('%j becomes %j', (before, after, hunks) => {
  expect(short(before, after)).toBe(hunks)
})

test('texts with nothing in common are one block', () => {
  const many = (word: string) => Array.from({ length: 3_000 }, (_, i) => `${word}${i}`).join(' ')
  const [before, after] = [many('a'), many('b')]
  expect(wordHunks(before, after)).toEqual([{ kind: 'removed', text: before }, { kind: 'added', text: after }])
})

test('where too many words changed, whole lines are told', () => {
  const lines = (from: number) => Array.from({ length: 600 }, (_, i) => `${i % 2 === 0 ? `kept ${i} as it was, with these words` : Array.from({ length: 9 }, (__, k) => `w${from + i * 9 + k}`).join(' ')}\n`).join('')
  const kinds = new Set(wordHunks(lines(0), lines(100_000)).filter(({ text }) => text !== '\n').map(({ kind, text }) => `${kind} ${text.startsWith('kept')}`))
  expect([...kinds].toSorted()).toEqual(['added false', 'removed false', 'same true'])
})

const somePieces = (random: Random): string[] => Array.from({ length: random.below(14) }, () => random.pick(['a', 'b', 'c', ' ', '\n', '.', '😀', 'é']))

test('kept and removed are the old text, kept and added the new one, never two of a kind in a row', () => {
  forSeeds(3_000, (random) => {
    const [before, after] = [somePieces(random).join(''), somePieces(random).join('')]
    const hunks = wordHunks(before, after)
    const without = (kind: string) => hunks.filter((hunk) => hunk.kind !== kind).map(({ text }) => text).join('')
    const isTold = (i: number) => hunks[i]?.kind === hunks[i + 1]?.kind || (hunks[i]?.kind === 'added' && hunks[i + 1]?.kind === 'removed')
    expect([without('added'), without('removed'), hunks.findIndex((_, i) => isTold(i)), hunks.some(({ text }) => text === '')]).toEqual([before, after, -1, false])
  })
})

/** How many pieces two lists have in common, in order: from the definition. */
function commonCount(a: readonly string[], b: readonly string[]): number {
  const table = Array.from({ length: a.length + 1 }, () => Array.from({ length: b.length + 1 }, () => 0))
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) table[i]![j] = a[i] === b[j] ? table[i + 1]![j + 1]! + 1 : Math.max(table[i + 1]![j]!, table[i]![j + 1]!)
  }
  return table[0]![0]!
}

test('the way from one list to another keeps as much as can be kept', () => {
  forSeeds(3_000, (random) => {
    const [a, b] = [somePieces(random), somePieces(random)]
    const steps = shortestEdit(a, b) ?? []
    const kept = steps.filter(({ isKept }) => isKept)
    expect(kept.map(({ a: [from, to] }) => a.slice(from, to))).toEqual(kept.map(({ b: [from, to] }) => b.slice(from, to)))
    expect(kept.reduce((sum, { a: [from, to] }) => sum + to - from, 0)).toBe(commonCount(a, b))
    expect([steps.flatMap(({ a: [from, to] }) => a.slice(from, to)), steps.flatMap(({ b: [from, to] }) => b.slice(from, to))]).toEqual([a, b])
  })
})
