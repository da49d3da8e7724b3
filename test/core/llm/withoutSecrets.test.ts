import { expect, test } from 'vitest'
import type { ChatEvent } from '../../../core/llm/client.ts'
import { withoutSecrets } from '../../../core/llm/withoutSecrets.ts'
import { forSeeds } from '../../helpers/random.ts'

const key = 'sk-secret-0123456789'
const done: ChatEvent = { type: 'done', stopReason: 'end' }

async function* from(events: readonly ChatEvent[], error?: Error): AsyncGenerator<ChatEvent, void> {
  yield* events
  if (error) throw error
}

async function textOf(pieces: readonly string[], error?: Error): Promise<string> {
  let text = ''
  try {
    for await (const event of withoutSecrets(from([...pieces.map((piece) => ({ type: 'text', text: piece }) as const), ...(error ? [] : [done])], error), [key])) {
      if (event.type === 'text') text += event.text
    }
  } catch (thrown) {
    expect(thrown).toBe(error)
  }
  return text
}

test('a key that a server echoes is taken out, however its pieces are cut', async () => {
  const cases: Promise<void>[] = []
  forSeeds(200, (random) => {
    const whole = `before s sk- ${key} between ${key}${key} after sk-sec`
    const pieces: string[] = []
    for (let at = 0; at < whole.length; ) {
      const length = 1 + random.below(9)
      pieces.push(whole.slice(at, at + length))
      at += length
    }
    cases.push(textOf(pieces).then((text) => expect(text).toBe('before s sk- [removed] between [removed][removed] after sk-sec')))
  })
  await Promise.all(cases)
  expect(cases).toHaveLength(200)
})

test('what was held back comes when the answer is cut', async () => {
  expect(await textOf(['all of this', ' and s'], new Error('cut'))).toBe('all of this and s')
})

test('a tool call goes through without the key', async () => {
  const call = { id: 'a', name: 'send', arguments: `{"to":"${key}"}` }
  const seen: ChatEvent[] = []
  for await (const event of withoutSecrets(from([{ type: 'toolCall', call }, done]), [key])) seen.push(event)
  expect(seen).toEqual([{ type: 'toolCall', call: { ...call, arguments: '{"to":"[removed]"}' } }, done])
})

test.each([
  ['as its id', { id: key, name: 'send', arguments: '{}' }, { id: '[removed]', name: 'send', arguments: '{}' }],
  ['as its tool', { id: 'a', name: key, arguments: '{}' }, { id: 'a', name: '[removed]', arguments: '{}' }],
  ['spelled letter by letter', { id: 'a', name: 'send', arguments: `{"to": "\\u0073${key.slice(1)}"}` }, { id: 'a', name: 'send', arguments: '{"to":"[removed]"}' }],
  ['as a field', { id: 'a', name: 'send', arguments: { [key]: 1 } }, { id: 'a', name: 'send', arguments: '{"[removed]":1}' }],
  ['in arguments that are not whole', { id: 'a', name: 'send', arguments: `{"to": "${key}` }, { id: 'a', name: 'send', arguments: '{"to": "[removed]' }],
  ['not at all', { id: 'a', name: 'send', arguments: '{ "to":  "you" }' }, { id: 'a', name: 'send', arguments: '{ "to":  "you" }' }],
])('a tool call with the key %s goes through without it', async (_, call, clean) => {
  const seen: ChatEvent[] = []
  for await (const event of withoutSecrets(from([{ type: 'toolCall', call }]), [key])) seen.push(event)
  expect(seen).toEqual([{ type: 'toolCall', call: clean }])
})

test('most of a key, cut off at its end, is one', async () => {
  const cut = new Error('cut')
  expect([await textOf([`it is ${key.slice(0, -1)}`], cut), await textOf([`it is ${key.slice(0, 10)}`], cut), await textOf([`it is ${key.slice(0, 9)}`], cut)]).toEqual(['it is [removed]', 'it is [removed]', 'it is sk-secret'])
})

test('a short secret takes nothing out of a text', async () => {
  const seen: ChatEvent[] = []
  for await (const event of withoutSecrets(from([{ type: 'text', text: 'the key is here' }, done]), ['key'])) seen.push(event)
  expect(seen).toEqual([{ type: 'text', text: 'the key is here' }, done])
})
