import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { promptOf } from '../../../../core/context/prompt.ts'
import { tokenCounter } from '../../../../core/context/tokens.ts'
import type { ChatEvent, ChatRequest } from '../../../../core/llm/client.ts'
import { ollama } from '../../../../core/llm/providers/ollama.ts'
import { tokensOf, windowFor } from '../../../../core/llm/providers/ollamaContext.ts'
import type { LLMConfig } from '../../../../core/model/config.ts'
import { briefly, callToEnd, question } from '../../../helpers/calls.ts'
import { faultOf } from '../../../helpers/faultOf.ts'
import { handClock } from '../../../helpers/handClock.ts'
import type { ModelServer, ServerOptions } from '../../../helpers/modelServer.ts'
import { startOllamaServer } from '../../../helpers/ollamaServer.ts'
import { plainPrompt } from '../../../helpers/prompt.ts'

let server: ModelServer
const start = async (options: ServerOptions = {}) => {
  await server.close()
  server = await startOllamaServer(options)
}
beforeEach(async () => { server = await startOllamaServer() })
afterEach(() => server.close())

const options = () => ({ clock: handClock(), random: () => 0 })
const client = (own: Parameters<typeof ollama>[0] = {}) => ollama({ baseUrl: server.url, name: 'Local', ...own })
const asked = (at = 0) => server.requests[at]?.body as { readonly model: string; readonly options: { readonly num_ctx: number }; readonly messages: unknown }
const windowAsked = (at = 0) => asked(at).options.num_ctx

/** English words, each about one token. */
const words = (count: number) => Array.from({ length: count }, (_, at) => ['the', 'cat', 'sat', 'on', 'a', 'mat'][at % 6]).join(' ')
const long = (count: number, config: LLMConfig = {}): ChatRequest => ({ ...question, prompt: plainPrompt(['user', words(count)]), config: { ...question.config, ...config } })

async function eventsOf(request: ChatRequest, own: Parameters<typeof ollama>[0] = {}): Promise<readonly ChatEvent[]> {
  const events: ChatEvent[] = []
  for await (const event of client(own).stream(request, new AbortController().signal)) events.push(event)
  return events
}
const isTruncated = async (request: ChatRequest, own: Parameters<typeof ollama>[0] = {}) => {
  const done = (await eventsOf(request, own)).at(-1)
  return done?.type === 'done' ? (done.truncated ?? false) : 'not done'
}

test('without a word it is the usual model on this machine, and it costs nothing', () => {
  const { name, model, url, isFree, patience } = ollama()
  expect({ name, model, url, isFree, patience: patience?.({}) }).toEqual({ name: 'Ollama', model: 'llama3.1:8b', url: 'http://localhost:11434', isFree: true, patience: { headersMs: 300_000, progressMs: 300_000 } })
})

test.each([['http://192.168.1.5:11434', true], ['https://ollama.example.com', false]])('whether it costs anything shows by the address: %s', (baseUrl, isFree) => {
  expect(ollama({ baseUrl }).isFree).toBe(isFree)
})

test('the model of the client is asked where no setting names one', async () => {
  await callToEnd(client({ model: 'qwen3:8b' }), options(), { ...question, config: {} })
  await callToEnd(client({ model: 'qwen3:8b' }), options())
  expect([asked(0).model, asked(1).model]).toEqual(['qwen3:8b', 'test-model'])
})

test.each(['', '/', '/v1', '/v1/', '/api'])('the address may end with "%s"', async (end) => {
  const { outcome } = await callToEnd(client({ baseUrl: server.url + end }), options())
  expect(outcome.text).toBe('Echo: Hi')
})

test('every setting goes under its name, what else there is to the options of the model or to the request', async () => {
  const config: LLMConfig = {
    model: 'm', temperature: 0, topP: 0.5, maxTokens: 7, stopSequences: ['END'], frequencyPenalty: 1, presencePenalty: -1, topK: 3, seed: 9,
    extra: { repeat_penalty: 1.1, think: true, keep_alive: '5m', shift: true, options: { min_p: 0.1, temperature: 2 }, num_ctx: 16_384, stream: false, model: 'x' },
  }
  const tools = [{ name: 'compress', description: 'Makes it short', parameters: { type: 'object', properties: {} } }]
  await callToEnd(client(), options(), { ...question, config, tools })
  expect([asked(), client().unsupported?.(config)]).toEqual([
    {
      model: 'm', stream: true, truncate: false, shift: true, think: true, keep_alive: '5m', messages: [{ role: 'user', content: 'Hi' }], tools: [{ type: 'function', function: tools[0] }],
      options: { repeat_penalty: 1.1, min_p: 0.1, temperature: 0, top_p: 0.5, num_predict: 7, stop: ['END'], frequency_penalty: 1, presence_penalty: -1, top_k: 3, seed: 9, num_ctx: 16_384 },
    },
    [],
  ])
})

test('calls and results go as it writes them; what the model thought does not', async () => {
  const call = (callId: string) => ({ type: 'tool_call', callId, tool: 'weather', input: { city: 'Bern' } }) as const
  const prompt = promptOf([
    { type: 'instruction', text: 'Be brief.' }, { type: 'dialogue', role: 'user', text: 'Weather?', name: 'Ada' }, { type: 'reasoning', text: 'Ask.', signature: 's' }, { type: 'dialogue', role: 'assistant', text: 'Well.' },
    call('a'), call('b'), { type: 'tool_result', callId: 'a', tool: 'weather', output: 'sun', status: 'success' },
  ])
  const { outcome } = await callToEnd(client(), options(), { ...question, prompt })
  const sent = (id: string) => ({ id, function: { name: 'weather', arguments: { city: 'Bern' } } })
  expect([outcome.fault, asked().messages]).toEqual([null, [
    { role: 'system', content: 'Be brief.' },
    { role: 'user', content: 'Weather?' },
    { role: 'assistant', content: 'Well.', tool_calls: [sent('a'), sent('b')] },
    { role: 'tool', content: 'sun', tool_name: 'weather', tool_call_id: 'a' },
    { role: 'tool', content: '(The result of this call is not part of this conversation.)', tool_name: 'weather', tool_call_id: 'b' },
  ]])
})

test('calls without an id, or with one twice, are numbered after those that are in the conversation', async () => {
  const prompt = promptOf([{ type: 'dialogue', role: 'user', text: 'Go' }, { type: 'tool_call', callId: 'call_1', tool: 'go', input: {} }, { type: 'tool_result', callId: 'call_1', tool: 'go', output: '1', status: 'success' }])
  const call = (id: string) => ({ id, name: 'go', arguments: '{}' })
  server.script({ kind: 'answer', toolCalls: [call(''), call('x'), call(''), call('x')] })
  const { outcome } = await callToEnd(client(), options(), { ...question, prompt })
  expect(outcome.toolCalls.map(({ id }) => id)).toEqual(['call_2', 'x', 'call_3', 'call_4'])
})

describe('the window', () => {
  test.each([
    [10, {}, 8192],
    [4000, {}, 8192],
    [6000, {}, 16_384],
    [10, { maxTokens: 10_000 }, 16_384],
    [30_000, {}, 65_536],
    [120_000, {}, 131_072],
  ])('for %d tokens with %j is %d', async (count, config, window) => {
    await start({ cutsSilently: true })
    await callToEnd(client(), options(), long(count, config))
    expect(windowAsked()).toBe(window)
  })

  test('is what the settings say, else what the client says', async () => {
    const own = client({ contextTokens: 4096 })
    await callToEnd(own, options(), long(10, { extra: { num_ctx: 2048 } }))
    await callToEnd(own, options(), long(10))
    await callToEnd(own, options(), long(10, { extra: { options: { num_ctx: 1024 } } }))
    expect([windowAsked(0), windowAsked(1), windowAsked(2)]).toEqual([2048, 4096, 1024])
  })

  test('never exceeds what the model reaches over, which is asked once', async () => {
    await start({ contextLength: 4096 })
    const own = client()
    await callToEnd(own, options())
    await callToEnd(own, options())
    expect([windowAsked(0), windowAsked(1), own.preview?.(question)['options']]).toEqual([4096, 4096, { num_ctx: 4096 }])
  })

  test.each([['a stranger', 16_384], ['llama3:8b', 8192]])('where the server does not tell, the name of %s does: %d', async (model, window) => {
    await start({ contextLength: null, cutsSilently: true })
    const own = client()
    const preview = own.preview?.(long(6000, { model }))
    await callToEnd(own, options(), long(6000, { model }))
    expect([windowAsked(), preview?.['options']]).toEqual([window, { num_ctx: window }])
  })

  test.each([0, -1, 1.5, Number.NaN, '8192' as never])('is a whole number: %s is refused', async (tokens) => {
    const { outcome } = await callToEnd(client(), options(), long(10, { extra: { num_ctx: tokens } }))
    expect([() => client({ contextTokens: tokens }), outcome.fault?.code, server.requests.length]).toEqual([expect.toSatisfy((make: () => unknown) => faultOf(make) === 'input/invalid'), 'input/invalid', 0])
  })

  test('is a power of two that holds the need, whatever it is', () => {
    const windows = Array.from({ length: 200 }, (_, at) => at * 977).map((sent) => ({ sent, window: windowFor({ sent, tools: 0, maxTokens: undefined, limit: null }) }))
    expect(windows.filter(({ sent, window }) => !Number.isInteger(Math.log2(window)) || window < sent * 1.25 + 2304 || (window > 8192 && window / 2 >= sent * 1.25 + 2305))).toEqual([])
  })
})

describe('a prompt that is longer than the window', () => {
  test('is refused, and nothing is left out', async () => {
    const { outcome } = await callToEnd(client({ contextTokens: 2048 }), options(), long(6000))
    expect([outcome.fault?.code, outcome.attempts, outcome.text]).toEqual(['llm/too-long', 1, ''])
  })

  test('is told where a server leaves a part of it out all the same', async () => {
    await start({ cutsSilently: true })
    const whole = await client({ contextTokens: 4096 }).complete(long(6000), new AbortController().signal)
    expect([await isTruncated(long(6000), { contextTokens: 4096 }), await isTruncated(long(6000)), whole.truncated]).toEqual([true, false, true])
  })

  test('is told where the model reaches less far than the window that was asked for', async () => {
    await start({ cutsSilently: true, contextLength: 2048 })
    expect(await isTruncated(long(6000, { extra: { num_ctx: 32_768 } }))).toBe(true)
  })

  test.each<[name: string, count: number, usage: { readonly input: number; readonly cached?: number; readonly untold?: true }, truncated: boolean]>([
    ['half of it was read', 4000, { input: 2000 }, true],
    ['half of it was read, most of that from its cache', 4000, { input: 2000, cached: 1900 }, true],
    ['all was read, most from its cache', 4000, { input: 4010, cached: 3900 }, false],
    ['its own tokens are longer than ours', 4000, { input: 2800 }, false],
    ['its own tokens are shorter than ours', 4000, { input: 5200 }, false],
    ['it counts nothing', 4000, { input: 0, untold: true }, false],
    ['a short one was read in part, as far as can be told', 60, { input: 3 }, false],
  ])('or by how much was read: %s', async (_, count, usage, truncated) => {
    server.script({ kind: 'answer', text: 'Hi', usage: { output: 1, ...usage } })
    expect(await isTruncated(long(count))).toBe(truncated)
  })

  test.each<[name: string, usage: { readonly input: number; readonly untold?: true }, truncated: boolean]>([
    ['nearly all of it was read', { input: 5700 }, false],
    ['the oldest message was dropped', { input: 4900 }, true],
    ['the server does not say', { input: 0, untold: true }, true],
  ])('and where it exceeds the window by our count: %s', async (_, usage, truncated) => {
    await start({ cutsSilently: true })
    server.script({ kind: 'answer', text: 'Hi', usage: { output: 1, ...usage } })
    expect(await isTruncated(long(6000), { contextTokens: 5800 })).toBe(truncated)
  })

  test('a server of before 0.4 counts only what was not in its cache, so a small count says nothing', async () => {
    await start({ version: '0.3.14', cutsSilently: true })
    server.script({ kind: 'answer', text: 'Hi', usage: { input: 12, output: 1 } })
    expect([await isTruncated(long(4000)), await isTruncated(long(6000), { contextTokens: 4096 })]).toEqual([false, true])
  })
})

describe('what it says when it can\'t', () => {
  test('a model that is not there comes with the command that brings it', async () => {
    server.script({ kind: 'status', status: 404, message: "model 'qwen3:8b' not found" })
    const { outcome } = await callToEnd(client(), options(), { ...question, config: { model: 'qwen3:8b' } })
    expect([outcome.fault?.message, outcome.fault?.hint]).toEqual(['Local has no model called "qwen3:8b".', 'Run "ollama pull qwen3:8b", or choose another model. Your message is kept.'])
  })

  test('a model too large for the machine is not asked for again', async () => {
    server.script({ kind: 'status', status: 500, message: 'model requires more system memory (48.1 GiB) than is available (15.9 GiB)' })
    const { outcome } = await callToEnd(client(), options())
    expect([outcome.fault?.code, outcome.fault?.hint, outcome.attempts]).toEqual(['llm/refused-payload', 'model requires more system memory (48.1 GiB) than is available (15.9 GiB)', 1])
  })

  test('a list of models that is none', async () => {
    const own = client({ baseUrl: `${server.url}/elsewhere` })
    expect(await own.listModels?.().catch((fault: unknown) => fault)).toEqual(expect.objectContaining({ code: 'llm/protocol' }))
  })
})

test.each([0, 1, 30_000, 200_000])('a long text is counted by pieces, to about a tenth: %d more words', (tail) => {
  const text = `${'{"id": 1024, "value": "ab"},\n'.repeat(5000)}${words(tail)}`
  const exact = text.split('\n').reduce((total, line) => total + tokenCounter('o200k_base').count(`${line}\n`), 0)
  expect(Math.abs(tokensOf(text) / exact - 1)).toBeLessThan(0.1)
})

test('an answer may end for its length, and one without a word still ends', async () => {
  server.script({ kind: 'answer', text: 'Hi', finish: 'length' }, { kind: 'answer', text: '' })
  const answers = [await callToEnd(client(), options()), await callToEnd(client(), options())]
  expect(answers.map(({ events }) => events.map(briefly))).toEqual([['text Hi', 'done length'], ['done end']])
})
