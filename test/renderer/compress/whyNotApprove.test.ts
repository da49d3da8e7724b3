import { expect, test } from 'vitest'
import { whyNotApprove } from '../../../renderer/compress/whyNotApprove.ts'

type Facts = Parameters<typeof whyNotApprove>[0]
const effect = (summaryTokens: readonly number[], areSame = true) => ({ summaryTokens, pinned: { count: 1, areSame } }) as NonNullable<Facts['effect']>
const fine: Facts = { nothing: null, isWriting: false, isStale: false, unfinished: [], texts: ['Shoes.', 'Boots.'], originalTokens: [40, 30], effect: effect([4, 5]), refusal: null }

test.each<[string, Partial<Facts>, string | null]>([
  ['whole, shorter, with the pinned ones as they were', {}, null],
  ['of a range of hidden steps', { nothing: 'allSkipped' }, 'Everything here is hidden from the model'],
  ['while a model writes', { isWriting: true }, 'The model is still writing'],
  ['when the steps changed', { isStale: true }, 'The steps changed since: refresh first'],
  ['stopped before its end', { unfinished: [1] }, 'It was stopped before its end: finish it, or take it as it is'],
  ['without a word', { texts: ['Shoes.', ' '] }, 'Summary 2 is empty'],
  ['refused by the core', { refusal: 'It is longer.' }, 'It is longer.'],
  ['before its effect is known', { effect: null }, 'Its effect is being worked out'],
  ['that would change a pinned step', { effect: effect([4, 5], false) }, 'A pinned step would change'],
  ['as long as what it stands for', { effect: effect([4, 30]) }, 'Summary 2 is no shorter than what it stands for (30 of 30 tokens)'],
  ['the only one, and as long', { texts: ['Shoes.'], effect: effect([40]) }, 'The summary is no shorter than what it stands for (40 of 40 tokens)'],
])('a summary %s', (_, facts, expected) => {
  expect(whyNotApprove({ ...fine, ...facts })).toBe(expected)
})
