import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { LLMClient } from '../../../../core/llm/client.ts'
import { anthropic, protocolVersion, unsupportedByAnthropic } from '../../../../core/llm/providers/anthropic.ts'
import { openai, unsupportedByOpenAI } from '../../../../core/llm/providers/openai.ts'
import type { LLMConfig } from '../../../../core/model/config.ts'
import { startAnthropicServer } from '../../../helpers/anthropicServer.ts'
import { briefly, callToEnd, question } from '../../../helpers/calls.ts'
import { handClock } from '../../../helpers/handClock.ts'
import type { ModelServer } from '../../../helpers/modelServer.ts'
import { startOpenAIServer } from '../../../helpers/openaiServer.ts'
import { plainPrompt } from '../../../helpers/prompt.ts'
import { canary, providers } from './providers.ts'

const options = () => ({ clock: handClock(), random: () => 0 })
const everything: LLMConfig = {
  model: 'm', temperature: 0, topP: 0.5, maxTokens: 7, stopSequences: ['END'], frequencyPenalty: 1, presencePenalty: -1, topK: 3, seed: 9, extra: { user: 'u', stream: false, model: 'x', messages: [] },
}
const tools = [{ name: 'compress', description: 'Makes it short', parameters: { type: 'object', properties: { target: { type: 'number' } } } }]
const prompt = plainPrompt(['system', 'Be brief.'], ['user', 'Hi'], ['assistant', 'Hello'], ['user', 'Ünïcödé 😀?'])

describe.each(providers)('an answer of $title', ({ make, start }) => {
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

  test.each([['end', 'end'], ['length', 'length'], ['filtered', 'filtered']] as const)('ends by %s', async (finish, stopReason) => {
    server.script({ kind: 'answer', text: 'Hi', finish })
    expect((await callToEnd(client, options())).outcome.stopReason).toBe(stopReason)
  })

  test('waits for the words the server holds back', async () => {
    server.hold()
    const call = callToEnd(client, options())
    await server.received(1)
    server.release()
    expect((await call).outcome.text).toBe('Echo: Hi')
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
    expect([server.requests[0]?.body, unsupportedByOpenAI(everything), unsupportedByOpenAI({})]).toEqual([
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

describe('what Anthropic gets', () => {
  let server: ModelServer
  beforeEach(async () => { server = await startAnthropicServer() })
  afterEach(() => server.close())
  const ask = (config: LLMConfig) => callToEnd(anthropic({ apiKey: canary, baseUrl: server.url }), options(), { prompt, config, tools })

  test('every setting under its name, in the version of the protocol that takes them', async () => {
    const { outcome } = await ask(everything)
    const request = server.requests[0]
    expect([outcome.stopReason, request?.body, request?.headers['anthropic-version'], request?.headers['x-api-key'], request?.headers.authorization, unsupportedByAnthropic(everything)]).toEqual([
      'end',
      {
        user: 'u', model: 'm', stream: true, max_tokens: 7, temperature: 0, top_p: 0.5, top_k: 3, stop_sequences: ['END'], system: 'Be brief.',
        tools: [{ name: 'compress', description: 'Makes it short', input_schema: tools[0]?.parameters }],
        messages: [{ role: 'user', content: 'Hi' }, { role: 'assistant', content: 'Hello' }, { role: 'user', content: 'Ünïcödé 😀?' }],
      },
      '2023-06-01', canary, `Bearer ${canary}`,
      ['frequencyPenalty', 'presencePenalty', 'seed'],
    ])
  })

  test.each([
    ['at its own address', {}, 'https://api.anthropic.com', {}],
    ['with sampling settings', { temperature: 0 }, 'https://api.anthropic.com', { 'anthropic-version': '2023-06-01' }],
    ['with topK', { topK: 1 }, 'https://api.anthropic.com', { 'anthropic-version': '2023-06-01' }],
    ['at another address', {}, 'http://localhost:8080', { 'anthropic-version': '2023-06-01' }],
  ])('the version that fits %s', (_, config, baseUrl, headers) => {
    expect(protocolVersion(config, baseUrl)).toEqual(headers)
  })

  test('a limit where none is set', async () => {
    await ask({ model: 'm' })
    expect(server.requests[0]?.body).toEqual(expect.objectContaining({ max_tokens: 4096 }))
  })

  test('and what it signs of its thoughts is kept', async () => {
    server.script({ kind: 'answer', reasoning: 'Hm', signature: 'c2ln', text: 'Hi', finish: 'stopSequence' })
    const { outcome } = await ask({ model: 'm' })
    expect([outcome.reasoning, outcome.stopReason]).toEqual([{ text: 'Hm', signature: 'c2ln' }, 'stopSequence'])
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
