import { expect, test } from 'vitest'
import { ownMessages, recalled } from '../../../renderer/chat/ownMessages.ts'
import { message } from './messages.ts'

const said = (text: string, more = {}) => message(text, { content: { type: 'dialogue', role: 'user', text }, ...more })

test('the person’s own messages come back newest first, each once, without what they quoted', () => {
  const messages = [said('one'), said('two'), said('by a rule', { author: { kind: 'policy', id: 'p' } }), said('answer', { role: 'assistant' }), said('> @ab12 You:\n> one\n\nthree'), said('one')]
  expect(ownMessages(messages)).toEqual(['one', 'three', 'two'])
})

test('the arrows walk through them and out again, and leave what one is writing alone', () => {
  const own = ['new', 'old']
  expect([recalled(own, '', 1), recalled(own, 'new', 1), recalled(own, 'old', 1), recalled(own, 'old', -1), recalled(own, 'new', -1), recalled(own, '', -1), recalled(own, 'mine', 1)]).toEqual(['new', 'old', null, 'new', '', null, null])
})
