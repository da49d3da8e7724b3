import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { LLMClient } from '../../../../core/llm/client.ts'
import { anthropic } from '../../../../core/llm/providers/anthropic.ts'
import { openai } from '../../../../core/llm/providers/openai.ts'
import type { LLMConfig } from '../../../../core/model/config.ts'
import { briefly, callToEnd, question } from '../../../helpers/calls.ts'
import { handClock } from '../../../helpers/handClock.ts'
import type { ModelServer } from '../../../helpers/modelServer.ts'
import { startOpenAIServer } from '../../../helpers/openaiServer.ts'
import { promptOf } from '../../../../core/context/prompt.ts'
import type { Content } from '../../../../core/model/content.ts'
import { plainPrompt } from '../../../helpers/prompt.ts'
import { canary, providers } from './providers.ts'

const options = () => ({ clock: handClock(), random: () => 0 })
const everything: LLMConfig = {
  model: 'm', temperature: 0, topP: 0.5, maxTokens: 7, stopSequences: ['END'], frequencyPenalty: 1, presencePenalty: -1, topK: 3, seed: 9, extra: { user: 'u', stream: false, model: 'x', messages: [] },
}
const tools = [{ name: 'compress', description: 'Makes it short', parameters: { type: 'object', properties: { target: { type: 'number' } } } }]
const said = (text: string): Content => ({ type: 'dialogue', role: 'user', text })
const calling = (callId: string): Content => ({ type: 'tool_call', callId, tool: 'weather', input: { city: 'Bern' } })
const prompt = plainPrompt(['system', 'Be brief.'], ['user', 'Hi'], ['assistant', 'Hello'], ['user', 'Ünïcödé 😀?'])

describe.each(providers)('an answer of $title', ({ make, start, finishes }) => {
  let server: ModelServer
  let client: LLMClient
  beforeEach(async () => {
    server = await start({ models: ['one', 'two'] })
    client = make({ apiKey: canary, baseUrl: server.url })
  })
  afterEach(() => server.close())

  test('comes whole when its bytes are split within characters', async () => {
    server.script({ kind: 'answer', text: 'Grüße 😀 aus 東京', reasoning: 'Überlegen', splitBytes: 3 })
    const { events, outcome } = await callToEnd(client, options())
    expect([events.map(briefly), outcome.text, outcome.reasoning?.text]).toEqual([['reasoning Überlegen', 'text Grüße', 'text  😀', 'text  aus', 'text  東京', 'done end'], 'Grüße 😀 aus 東京', 'Überlegen'])
  })

  test('tells usage, with what was cached as a part of the input', async () => {
    server.script({ kind: 'answer', text: 'Hi', usage: { input: 20, output: 3, cached: 15 } })
    expect((await callToEnd(client, options())).outcome.usage).toEqual({ inputTokens: 20, outputTokens: 3, cachedInputTokens: 15 })
  })

  test('may call tools, several at once and one without arguments', async () => {
    const toolCalls = [{ id: 'a', name: 'compress', arguments: '{"target":20}' }, { id: 'b', name: 'compress', arguments: '{}' }]
    server.script({ kind: 'answer', text: 'Well', toolCalls })
    const { events, outcome } = await callToEnd(client, options(), { ...question, tools })
    expect([events.map(briefly), outcome.toolCalls]).toEqual([['text Well', 'toolCall compress "{\\"target\\":20}"', 'toolCall compress "{}"', 'done toolCalls'], toolCalls])
  })

  test.each(finishes)('ends by %s', async (finish) => {
    server.script({ kind: 'answer', text: 'Hi', finish })
    expect((await callToEnd(client, options())).outcome.stopReason).toBe(finish)
  })

  test('comes whole to one who waits for it', async () => {
    const toolCalls = [{ id: 'a', name: 'compress', arguments: '{"target":20}' }]
    server.script({ kind: 'answer', text: 'Well then', reasoning: 'Hm', toolCalls, usage: { input: 20, output: 3 } })
    expect(await client.complete({ ...question, tools }, new AbortController().signal)).toEqual({ text: 'Well then', toolCalls, usage: { inputTokens: 20, outputTokens: 3 }, stopReason: 'toolCalls' })
  })

  test.each([
    ['nothing but the question', question],
    ['every setting and a tool', { prompt, config: { ...everything, extra: { stream: false, model: 'x', messages: [] } }, tools }],
    ['calls and their results', { ...question, prompt: promptOf([said('Weather?'), calling('a'), { type: 'tool_result', callId: 'a', tool: 'weather', output: 'sun', status: 'success' }, said('And tomorrow?')]), tools }],
  ])('was asked with exactly what the preview shows: %s', async (_, request) => {
    const shown = client.preview?.(request)
    const { outcome } = await callToEnd(client, options(), request)
    expect([outcome.stopReason, JSON.stringify(server.requests[0]?.body)]).toEqual(['end', JSON.stringify(shown)])
  })

  test('waits for the words the server holds back', async () => {
    server.hold()
    const call = callToEnd(client, options())
    await server.received(1)
    server.release()
    expect((await call).outcome.text).toBe('Echo: Hi')
  })

  test('without a key of its own has what the user sends removed, with and without the word before it', async () => {
    const own = make({ apiKey: '', baseUrl: server.url, headers: { authorization: `Bearer ${canary}` } })
    server.script({ kind: 'answer', text: `You sent ${canary} today` }, { kind: 'status', status: 400, message: `no ${canary}` })
    const [first, second] = [await callToEnd(own, options()), await callToEnd(own, options())]
    expect([first.outcome.text, second.outcome.fault?.hint]).toEqual(['You sent [removed] today', 'no [removed]'])
  })

  test('comes after one before it, each request with what it was given', async () => {
    server.script('One', 'Two')
    await callToEnd(client, options(), { ...question, prompt: plainPrompt(['user', 'a']) })
    await callToEnd(client, options(), { ...question, prompt: plainPrompt(['user', 'a'], ['assistant', 'One'], ['user', 'b']) })
    expect(server.requests.map(({ body }) => (body as { messages: unknown }).messages)).toEqual([
      [{ role: 'user', content: 'a' }],
      [{ role: 'user', content: 'a' }, { role: 'assistant', content: 'One' }, { role: 'user', content: 'b' }],
    ])
  })

  test('the models are listed', async () => {
    expect(await client.listModels?.()).toEqual(['one', 'two'])
  })

  test('a wrong key shows when the models are asked for', async () => {
    await server.close()
    server = await start({ key: 'right-key' })
    const wrong = make({ apiKey: canary, baseUrl: server.url, name: 'Local' })
    const error = await wrong.listModels?.().catch((fault: unknown) => fault)
    expect([error, String((error as Error).stack).includes('canary')]).toEqual([expect.objectContaining({ code: 'llm/auth', message: 'Local refused the key for 127.0.0.1 (401).' }), false])
  })

  test('the key goes to no other address', async () => {
    const seen: unknown[] = []
    const other = createServer((request, response) => {
      seen.push(request.headers)
      response.end()
    })
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve))
    server.script({ kind: 'redirect', to: `http://127.0.0.1:${(other.address() as AddressInfo).port}/v1` })
    const { outcome } = await callToEnd(client, options())
    await new Promise((resolve) => other.close(resolve))
    expect([outcome.fault?.code, seen]).toEqual(['llm/protocol', []])
  })

  describe('with keys and addresses in the environment', () => {
    afterEach(() => vi.unstubAllEnvs())
    test('they are not used', async () => {
      const foreign = ['API_KEY', 'ADMIN_KEY', 'AUTH_TOKEN', 'ORG_ID', 'PROJECT_ID', 'BASE_URL', 'LOG', 'WEBHOOK_SECRET', 'PROFILE']
      for (const name of foreign) for (const who of ['OPENAI', 'ANTHROPIC']) vi.stubEnv(`${who}_${name}`, name === 'BASE_URL' ? 'http://127.0.0.1:9/' : name === 'LOG' ? 'debug' : 'from-environment')
      for (const who of ['OPENAI', 'ANTHROPIC']) vi.stubEnv(`${who}_CUSTOM_HEADERS`, 'Authorization: from-environment\nx-foreign: from-environment')
      const { outcome } = await callToEnd(make({ apiKey: canary, baseUrl: server.url, headers: { 'x-own': 'mine' } }), options())
      const headers = server.requests[0]?.headers ?? {}
      expect([outcome.stopReason, headers.authorization, headers['x-own'], Object.values(headers).some((value) => String(value).includes('environment'))]).toEqual(['end', `Bearer ${canary}`, 'mine', false])
    })

    test('without a key none is sent', async () => {
      vi.stubEnv('OPENAI_API_KEY', 'from-environment')
      vi.stubEnv('ANTHROPIC_API_KEY', 'from-environment')
      await callToEnd(make({ apiKey: '', baseUrl: server.url }), options())
      const headers = server.requests[0]?.headers ?? {}
      expect([headers.authorization, headers['x-api-key']]).toEqual([undefined, undefined])
    })
  })

  test('a request beyond 30 MB is not sent', async () => {
    const { outcome } = await callToEnd(client, options(), { ...question, prompt: plainPrompt(['user', 'x'.repeat(31 * 1024 * 1024)]) })
    expect([outcome.fault?.code, outcome.fault?.hint, server.requests.length]).toEqual(['llm/refused-payload', 'The request has 31 MB; at most 30 MB are sent. Hide some messages', 0])
  })
})

describe('what OpenAI gets', () => {
  let server: ModelServer
  beforeEach(async () => { server = await startOpenAIServer() })
  afterEach(() => server.close())

  test('every setting under its name, extra ones as they are, and none that it does not know', async () => {
    await callToEnd(openai({ apiKey: canary, baseUrl: server.url }), options(), { prompt, config: everything, tools })
    const client = openai({ apiKey: canary })
    expect([server.requests[0]?.body, client.unsupported?.(everything), client.unsupported?.({})]).toEqual([
      {
        user: 'u', model: 'm', stream: true, stream_options: { include_usage: true }, temperature: 0, top_p: 0.5, max_tokens: 7, stop: ['END'], frequency_penalty: 1, presence_penalty: -1, seed: 9,
        tools: [{ type: 'function', function: tools[0] }],
        messages: [{ role: 'system', content: 'Be brief.' }, { role: 'user', content: 'Hi' }, { role: 'assistant', content: 'Hello' }, { role: 'user', content: 'Ünïcödé 😀?' }],
      },
      ['topK'],
      [],
    ])
  })

  test('nothing but what is set', async () => {
    await callToEnd(openai({ apiKey: canary, baseUrl: server.url }), options())
    expect(server.requests[0]?.body).toEqual({ model: 'test-model', messages: [{ role: 'user', content: 'Hi' }], stream: true, stream_options: { include_usage: true } })
  })

  test.each([['gpt-4o', 'max_tokens'], ['o3-mini', 'max_completion_tokens'], ['openai/gpt-5', 'max_completion_tokens'], ['llama3', 'max_tokens']])('the limit of %s as %s', async (model, name) => {
    await callToEnd(openai({ apiKey: canary, baseUrl: server.url }), options(), { ...question, config: { model, maxTokens: 5 } })
    expect(Object.keys(server.requests[0]?.body ?? {}).filter((key) => key.startsWith('max'))).toEqual([name])
  })

  const all = { temperature: 0.5, topP: 0.4, frequencyPenalty: 1, presencePenalty: 1, stopSequences: ['END'], seed: 1, maxTokens: 5 }
  const untold = { extra: { reasoning_effort: 'none' } }
  test.each<[name: string, config: LLMConfig, left: readonly string[]]>([
    ['gpt-4o takes all', { model: 'gpt-4o', ...all }, []],
    ['o3-mini takes stops', { model: 'o3-mini', ...all }, ['temperature', 'topP', 'frequencyPenalty', 'presencePenalty']],
    ['o3 takes none', { model: 'o3', ...all }, ['temperature', 'topP', 'frequencyPenalty', 'presencePenalty', 'stopSequences']],
    ['nor does gpt-5, whoever serves it', { model: 'openai/gpt-5-mini', ...all }, ['temperature', 'topP', 'frequencyPenalty', 'presencePenalty', 'stopSequences']],
    ['told not to think', { model: 'gpt-5', ...all, ...untold }, ['temperature', 'topP', 'frequencyPenalty', 'presencePenalty', 'stopSequences']],
    ['gpt-5.4 takes two when told not to think', { model: 'gpt-5.4', ...all, ...untold }, ['frequencyPenalty', 'presencePenalty', 'stopSequences']],
    ['the newest', { model: 'gpt-6.2-sol', temperature: 0 }, ['temperature']],
    ['the one for chats takes all', { model: 'gpt-5-chat-latest', ...all }, []],
    ['open models of the same house take all', { model: 'gpt-oss:20b', ...all }, []],
    ['what is not set is not told', { model: 'o3', seed: 1 }, []],
  ])('settings that a model refuses stay here: %s', async (_, config, left) => {
    const client = openai({ apiKey: canary, baseUrl: server.url })
    const { outcome } = await callToEnd(client, options(), { ...question, config })
    expect([outcome.stopReason, client.unsupported?.(config)]).toEqual(['end', left])
  })

  test('a length limit for a while: patience by address and model', () => {
    const patience = (baseUrl: string, model: string) => openai({ apiKey: canary, baseUrl }).patience?.({ model })
    expect([patience('', 'gpt-4o'), patience('', 'o3'), patience('http://localhost:1234/v1', 'x'), openai({ apiKey: '', timeoutMs: 5 }).patience?.({})]).toEqual([
      { headersMs: 30_000, progressMs: 60_000 },
      { headersMs: 30_000, progressMs: 180_000 },
      { headersMs: 300_000, progressMs: 300_000 },
      { headersMs: 5, progressMs: 60_000 },
    ])
  })
})

test('a client is named for people: by its provider, its host, or as it is told', () => {
  const named = [openai({ apiKey: canary }), anthropic({ apiKey: canary }), openai({ apiKey: canary, baseUrl: 'http://gpu.local:8000/v1' }), openai({ apiKey: canary, baseUrl: '', name: 'Mine', model: 'm' })]
  expect(named.map(({ name, model, url }) => [name, model, url])).toEqual([
    ['OpenAI', null, 'https://api.openai.com/v1'],
    ['Anthropic', null, 'https://api.anthropic.com'],
    ['gpu.local', null, 'http://gpu.local:8000/v1'],
    ['Mine', 'm', 'https://api.openai.com/v1'],
  ])
})
