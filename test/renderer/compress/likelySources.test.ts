import { expect, test } from 'vitest'
import { asMessageId } from '../../../core/model/ids.ts'
import { likelySources, sentenceAt } from '../../../renderer/compress/likelySources.ts'

const originals = ['EU 42 feels small, what is that in US?', 'The wide fit runs half a size larger.', 'Worn once outside, can I still send them back?', 'Worn shoes are accepted with a 20 % deduction.'].map((text, at) => ({ messageId: asMessageId(String(at).repeat(64)), text }))

test('the messages that share a sentence’s words are likely its sources', () => {
  const at = (sentence: string) => likelySources(sentence, originals).map((id) => Number(id[0]))
  expect([at('Shoes worn once outside are accepted with a 20 % deduction.'), at('The wide fit is half a size larger.'), at('Nothing of it.')]).toEqual([[3, 2], [1], []])
})

test.each([
  ['One. Two is 2.5 long! Three', 0, 'One.'],
  ['One. Two is 2.5 long! Three', 12, 'Two is 2.5 long!'],
  ['One. Two is 2.5 long! Three', 26, 'Three'],
  ['', 0, null],
])('the sentence of %j at %i', (text, place, expected) => {
  expect(sentenceAt(text, place)).toBe(expected)
})
