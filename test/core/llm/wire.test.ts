import { createServer } from 'node:http'
import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, describe, expect, test } from 'vitest'
import { guardedFetch } from '../../../core/llm/wire.ts'
import { anthropic } from '../../../core/llm/providers/anthropic.ts'
import { ollama } from '../../../core/llm/providers/ollama.ts'
import { openai } from '../../../core/llm/providers/openai.ts'
import { briefly, callToEnd } from '../../helpers/calls.ts'
import { handClock } from '../../helpers/handClock.ts'

let server: Server
afterEach(() => new Promise((resolve) => server.close(resolve)))

async function serve(answer: (request: IncomingMessage, response: ServerResponse) => Promise<void> | void): Promise<string> {
  server = createServer((request, response) => { void answer(request, response) })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

describe('an answer is read within limits', () => {
  const limits = { maxRequestBytes: 100, maxResponseBytes: 1000, maxLineBytes: 50 }
  const read = async (body: readonly string[]) => {
    const url = await serve(async (_, response) => {
      for (const part of body) await new Promise<void>((resolve) => response.write(part, () => resolve()))
      response.end()
    })
    const guarded = guardedFetch({ client: 'Test', auth: {}, limits })
    return guarded(url).then((response) => response.text()).catch((error: unknown) => (error as { data: unknown }).data)
  }

  test.each([
    ['lines that are short', ['a'.repeat(40), '\n', 'b'.repeat(50)], `${'a'.repeat(40)}\n${'b'.repeat(50)}`],
    ['a line that is long', ['a'.repeat(51)], { client: 'Test', found: 'a line of its answer is too long' }],
    ['a line that grows over several pieces', ['a'.repeat(30), 'b'.repeat(30)], { client: 'Test', found: 'a line of its answer is too long' }],
    ['a long line between short ones', [`a\n${'b'.repeat(60)}\nc`], { client: 'Test', found: 'a line of its answer is too long' }],
    ['many lines that are too much', [`${'a'.repeat(40)}\n`.repeat(30)], { client: 'Test', found: 'its answer does not end' }],
  ])('%s', async (_, body, result) => {
    expect(await read(body)).toEqual(result)
  })
})

test('only what belongs to the protocol leaves, and the headers the user wants', async () => {
  const url = await serve((request, response) => { response.end(JSON.stringify(request.headers)) })
  const guarded = guardedFetch({ client: 'Test', auth: { authorization: 'Bearer k' }, headers: { 'X-Team': 'blue' } })
  const response = await guarded(url, { headers: { accept: 'a/b', 'user-agent': 'ours', 'x-stainless-os': 'Linux', authorization: 'foreign', cookie: 'c' } })
  const { host: _, ...headers } = (await response.json()) as Record<string, string>
  expect(headers).toEqual({
    accept: 'a/b', 'user-agent': 'ours', authorization: 'Bearer k', 'x-team': 'blue', connection: 'keep-alive', 'accept-encoding': expect.any(String) as string, 'accept-language': '*', 'sec-fetch-mode': 'cors',
  })
})

describe('an OpenAI-like server that keeps its own ways', () => {
  const ask = async (frames: readonly string[], after: (socket: { destroy(): void }) => void) => {
    const url = await serve(async (request, response) => {
      request.resume()
      response.writeHead(200, { 'content-type': 'text/event-stream' })
      for (const frame of frames) await new Promise<void>((resolve) => response.write(`data: ${frame}\n\n`, () => resolve()))
      if (response.socket) after(response.socket)
      response.end()
    })
    const { events, outcome } = await callToEnd(openai({ apiKey: '', baseUrl: url }), { clock: handClock(), random: () => 0 })
    return [events.map(briefly), outcome.usage]
  }
  const piece = (delta: object, finish: string | null = null) => JSON.stringify({ choices: [{ index: 0, delta, finish_reason: finish }] })
  const usage = JSON.stringify({ choices: [], usage: { prompt_tokens: 4, completion_tokens: 1 } })
  const nothing = () => {}

  test('an answer that told its finish is whole, even if the connection is cut then', async () => {
    expect(await ask([piece({ content: 'Hi' }), piece({}, 'stop')], (socket) => socket.destroy())).toEqual([['text Hi', 'done end'], null])
  })

  test('no [DONE] after it is needed', async () => {
    expect(await ask([piece({ content: 'Hi' }, 'stop'), usage], nothing)).toEqual([['text Hi', 'done end'], { inputTokens: 4, outputTokens: 1 }])
  })

  test('tool calls without an index, whole in one piece', async () => {
    const calls = ['a', 'b'].map((id) => piece({ tool_calls: [{ id, function: { name: 'go', arguments: '{"x":1}' } }] }))
    expect(await ask([...calls, piece({}, 'tool_calls')], nothing)).toEqual([['toolCall go "{\\"x\\":1}"', 'toolCall go "{\\"x\\":1}"', 'done toolCalls'], null])
  })

  test('an error that is only a text', async () => {
    expect(await ask([piece({ content: 'Hi' }), '{"error":"the model crashed"}'], nothing)).toEqual([['text Hi', 'failed llm/overloaded'], null])
  })

  test('thoughts under another name', async () => {
    expect(await ask([piece({ reasoning: 'Hm' }), piece({ content: 'Hi' }, 'stop')], nothing)).toEqual([['reasoning Hm', 'text Hi', 'done end'], null])
  })
})

describe('thoughts that Anthropic signs', () => {
  const event = (type: string, data: object) => `event: ${type}\ndata: ${JSON.stringify({ type, ...data })}\n\n`
  const block = (index: number, content_block: object, ...deltas: object[]) =>
    [event('content_block_start', { index, content_block }), ...deltas.map((delta) => event('content_block_delta', { index, delta })), event('content_block_stop', { index })].join('')
  const thinking = (index: number, text: string) => block(index, { type: 'thinking', thinking: '', signature: '' }, { type: 'thinking_delta', thinking: text }, { type: 'signature_delta', signature: `sign ${text}` })
  const words = (index: number) => block(index, { type: 'text', text: '' }, { type: 'text_delta', text: 'Hi' })
  const ask = async (...blocks: readonly string[]) => {
    const begin = event('message_start', { message: { id: 'm', type: 'message', role: 'assistant', model: 'm', content: [], stop_reason: null, stop_sequence: null, usage: { input_tokens: 1, output_tokens: 1 } } })
    const end = event('message_delta', { delta: { stop_reason: 'end_turn', stop_sequence: null }, usage: { output_tokens: 1 } }) + event('message_stop', {})
    const url = await serve((request, response) => {
      request.resume()
      response.writeHead(200, { 'content-type': 'text/event-stream' }).end(begin + blocks.join('') + end)
    })
    const { outcome } = await callToEnd(anthropic({ apiKey: '', baseUrl: url }), { clock: handClock(), random: () => 0 })
    return [outcome.text, outcome.reasoning]
  }

  test('keep their signature where they came in one block', async () => {
    expect(await ask(thinking(0, 'Hm'), words(1))).toEqual(['Hi', { text: 'Hm', signature: 'sign Hm' }])
  })

  test.each([
    ['in two', [thinking(0, 'Hm'), words(1), thinking(2, 'So')], 'HmSo'],
    ['in part unreadable', [thinking(0, 'Hm'), block(1, { type: 'redacted_thinking', data: 'eA==' }), words(2)], 'Hm'],
  ])('have none to keep where they came %s', async (_, blocks, text) => {
    expect(await ask(...blocks)).toEqual(['Hi', { text, signature: null }])
  })
})

describe('an Ollama-like server that keeps its own ways', () => {
  const ask = async (body: string) => {
    const url = await serve((request, response) => {
      request.resume()
      response.writeHead(request.url === '/api/chat' ? 200 : 404).end(request.url === '/api/chat' ? body : '404 page not found')
    })
    const { events, outcome } = await callToEnd(ollama({ baseUrl: url }), { clock: handClock(), random: () => 0 })
    return [events.map(briefly), outcome.toolCalls.map(({ id }) => id), outcome.usage]
  }
  const piece = (message: object, rest: object = {}) => JSON.stringify({ model: 'm', message, done: false, ...rest })
  const done = piece({ role: 'assistant', content: '' }, { done: true, done_reason: 'stop', prompt_eval_count: 4, eval_count: 1 })

  test('the last line needs no end, and lines may be far apart', async () => {
    expect(await ask(`${piece({ content: 'Hi' })}\r\n\n\n${done}`)).toEqual([['text Hi', 'done end'], [], { inputTokens: 4, outputTokens: 1 }])
  })

  test('all may come in one line', async () => {
    const call = { function: { name: 'go', arguments: { x: 1 } } }
    expect(await ask(piece({ content: 'Hi', thinking: 'Hm', tool_calls: [call] }, { done: true }))).toEqual([['reasoning Hm', 'text Hi', 'toolCall go "{\\"x\\":1}"', 'done toolCalls'], ['call_1'], null])
  })

  test.each<[name: string, body: string, events: readonly string[]]>([
    ['a line that is no object', `null\n[1]\n"x"\n${done}`, ['done end']],
    ['fields of other kinds', `${piece({ content: 7, thinking: null, tool_calls: null })}\n${done}`, ['done end']],
    ['what comes after the end', `${done}\n${piece({ content: 'more' })}`, ['done end']],
  ])('nothing is made of %s', async (_, body, events) => {
    expect((await ask(body))[0]).toEqual(events)
  })

  test('an error that is no text ends it too', async () => {
    expect((await ask(`${piece({ content: 'Hi' })}\n{"error":{"code":1}}`))[0]).toEqual(['text Hi', 'failed llm/overloaded'])
  })
})
