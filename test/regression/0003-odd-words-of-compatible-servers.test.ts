import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, describe, expect, test } from 'vitest'
import { anthropic, openai } from '../../core/index.ts'
import { scripted } from '../../core/llm/providers/scripted.ts'
import { callToEnd } from '../helpers/calls.ts'
import { handClock } from '../helpers/handClock.ts'

const options = () => ({ clock: handClock(), random: () => 0 })
const server = createServer((_request, response) => void response.writeHead(200, { 'Content-Type': 'text/event-stream' }).end(said))
let said = ''
async function serving(lines: readonly string[]): Promise<string> {
  said = lines.map((line) => `${line}\n\n`).join('')
  if (!server.listening) await once(server.listen(0, '127.0.0.1'), 'listening')
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}
afterEach(() => {
  server.closeAllConnections()
  server.close()
})

test.each([
  ['words for numbers', { prompt_tokens: 'many', completion_tokens: null }, null],
  ['nothing', {}, null],
  ['numbers, but for the cached ones', { prompt_tokens: 3, completion_tokens: 2, prompt_tokens_details: { cached_tokens: null } }, { inputTokens: 3, outputTokens: 2 }],
])('a count of tokens with %s in it', async (_, usage, kept) => {
  const baseUrl = await serving([`data: ${JSON.stringify({ choices: [{ index: 0, delta: { content: 'x' }, finish_reason: 'stop' }], usage })}`])
  const { outcome } = await callToEnd(openai({ apiKey: '', baseUrl }), options())
  expect([outcome.text, outcome.usage]).toEqual(['x', kept])
})

test('a piece of text without text adds nothing', async () => {
  const delta = (fields: object) => `event: content_block_delta\ndata: ${JSON.stringify({ type: 'content_block_delta', index: 0, delta: { type: 'text_delta', ...fields } })}`
  const baseUrl = await serving([delta({}), delta({ text: 'x' }), 'event: message_stop\ndata: {"type":"message_stop"}'])
  const { outcome } = await callToEnd(anthropic({ apiKey: '', baseUrl }), options())
  expect(outcome.text).toBe('x')
})

describe('a tool call that can not be stored is refused before anyone hears of it', () => {
  test.each([
    ['half of a character', { id: 'a', name: 'f', arguments: '{"x":"\\ud800"}' }],
    ['a number without end', { id: 'a', name: 'f', arguments: '{"x":1e999}' }],
    ['half of a character as its name', { id: 'a', name: '\ud800', arguments: '{}' }],
  ])('%s', async (_, call) => {
    const { events, outcome } = await callToEnd(scripted([[{ type: 'toolCall', call }, { type: 'done', stopReason: 'toolCalls' }]]), options())
    expect([events.map(({ type }) => type), outcome.fault?.code]).toEqual([['failed'], 'llm/protocol'])
  })
})
