import { expect, test } from 'vitest'
import { asMessageId } from '../../../core/model/ids.ts'
import { notMentioned } from '../../../renderer/compress/notMentioned.ts'

const said = (text: string, isSpoken = true) => [{ messageId: asMessageId('a'.repeat(64)), run: 0, text, isSpoken }]
const missing = (text: string, summary: string, isSpoken = true) => notMentioned(said(text, isSpoken), summary).map(({ kind, text: found }) => `${kind}: ${found}`)

test.each([
  ['I ordered 88-213 on 2024-05-03.', 'An order was made.', ['identifier: 88-213', 'date: 2024-05-03']],
  ['Call back on Friday, please ask Jonas Weber.', 'A call is wanted.', ['date: Friday', 'name: Jonas Weber']],
  ['You have 30 days and pay 20 % less.', 'You have 30 days.', ['number: 20 %']],
  ['It costs 1,200 € in all.', 'In all 1200 €.', []],
  ['Use `lookup_policy` and orderId.', 'Tools were used.', ['identifier: `lookup_policy`', 'identifier: orderId']],
  ['Write to jonas.weber@example.com.', 'Mail him.', ['identifier: jonas.weber@example.com']],
  ['The Shoes are fine. Yes they are.', 'ok', ['name: Shoes']],
])('%s', (text, summary, expected) => {
  expect(missing(text, summary)).toEqual(expected)
})

test('an open question counts as told when most of its words are', () => {
  expect([missing('Can the refund go to a gift card?', 'Returns are free.'), missing('Can the refund go to a gift card?', 'Open: refund to a gift card.')]).toEqual([['question: Can the refund go to a gift card?'], []])
})

test('a number is not told by a longer one', () => {
  expect(missing('Size 42 please.', 'Order 420.')).toEqual(['number: 42'])
})

test('what a tool wrote has numbers and identifiers, but no names and no questions', () => {
  expect(missing('{"order_id": "88-213", "note": "Ask Maria?"}', 'nothing', false)).toEqual(['identifier: order_id', 'identifier: 88-213'])
})

test('each thing is told once, at the first place that says it', () => {
  const [first, second] = ['a', 'b'].map((letter) => asMessageId(letter.repeat(64)))
  const found = notMentioned([{ messageId: first!, run: 0, text: 'Order 88-213.', isSpoken: true }, { messageId: second!, run: 1, text: 'Again 88-213.', isSpoken: true }], '')
  expect(found).toEqual([{ kind: 'identifier', text: '88-213', messageId: first, run: 0 }])
})
