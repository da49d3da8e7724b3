import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { anthropic } from '../../../../core/llm/providers/anthropic.ts'
import { protocolVersion } from '../../../../core/llm/providers/anthropicBody.ts'
import type { LLMConfig } from '../../../../core/model/config.ts'
import type { JsonObject } from '../../../../core/model/json.ts'
import { startAnthropicServer } from '../../../helpers/anthropicServer.ts'
import { callToEnd } from '../../../helpers/calls.ts'
import { handClock } from '../../../helpers/handClock.ts'
import type { ModelServer } from '../../../helpers/modelServer.ts'
import { promptOf } from '../../../../core/context/prompt.ts'
import type { Content } from '../../../../core/model/content.ts'
import { plainPrompt } from '../../../helpers/prompt.ts'
import { canary } from './providers.ts'

const options = () => ({ clock: handClock(), random: () => 0 })
const everything: LLMConfig = {
  model: 'm', temperature: 0, topP: 0.5, maxTokens: 7, stopSequences: ['END'], frequencyPenalty: 1, presencePenalty: -1, topK: 3, seed: 9, extra: { user: 'u', stream: false, model: 'x', messages: [] },
}
const tools = [{ name: 'compress', description: 'Makes it short', parameters: { type: 'object', properties: { target: { type: 'number' } } } }]
const said = (text: string): Content => ({ type: 'dialogue', role: 'user', text })
const calling = (callId: string): Content => ({ type: 'tool_call', callId, tool: 'weather', input: { city: 'Bern' } })
const prompt = plainPrompt(['system', 'Be brief.'], ['user', 'Hi'], ['assistant', 'Hello'], ['user', 'Ünïcödé 😀?'])

describe('what Anthropic gets', () => {
  let server: ModelServer
  beforeEach(async () => { server = await startAnthropicServer() })
  afterEach(() => server.close())
  const ask = (config: LLMConfig) => callToEnd(anthropic({ apiKey: canary, baseUrl: server.url }), options(), { prompt, config, tools })

  test('every setting under its name, in the version of the protocol that takes them', async () => {
    const { outcome } = await ask(everything)
    const request = server.requests[0]
    expect([outcome.stopReason, request?.body, request?.headers['anthropic-version'], request?.headers['x-api-key'], request?.headers.authorization, anthropic({ apiKey: canary }).unsupported?.(everything)]).toEqual([
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
    ['with topK', { top_k: 1 }, 'https://api.anthropic.com', { 'anthropic-version': '2023-06-01' }],
    ['at another address', {}, 'http://localhost:8080', { 'anthropic-version': '2023-06-01' }],
  ])('the version that fits %s', (_, body, baseUrl, headers) => {
    expect(protocolVersion(body, baseUrl)).toEqual(headers)
  })

  test.each<[model: string, extra: JsonObject, maxTokens: number]>([
    ['m', {}, 4096],
    ['m', { thinking: { type: 'enabled', budget_tokens: 2000 } }, 6096],
    ['claude-3-opus-20240229', {}, 4096],
    ['claude-3-5-haiku-latest', {}, 8192],
    ['claude-opus-5-5', {}, 16_384],
    ['claude-opus-4-1', { thinking: { type: 'enabled', budget_tokens: 10_000 } }, 26_384],
    ['claude-opus-4-1', { thinking: { type: 'enabled', budget_tokens: 30_000 } }, 32_000],
  ])('a limit where none is set: %s %j', async (model, extra, maxTokens) => {
    const { outcome } = await ask({ model, extra })
    expect([outcome.stopReason, server.requests[0]?.body]).toEqual(['end', expect.objectContaining({ max_tokens: maxTokens })])
  })

  const sampling = { temperature: 0.5, topP: 0.4, topK: 3 }
  const adaptive = { thinking: { type: 'adaptive' } }
  test.each<[name: string, config: LLMConfig, sent: object, left: readonly string[]]>([
    ['an older model takes all', { model: 'claude-3-5-sonnet-latest', ...sampling }, { temperature: 0.5, top_p: 0.4, top_k: 3 }, []],
    ['Sonnet 4 takes all', { model: 'claude-sonnet-4-20250514', ...sampling }, { temperature: 0.5, top_p: 0.4, top_k: 3 }, []],
    ['from 4.1 on one of two', { model: 'claude-opus-4-1', ...sampling }, { temperature: 0.5, top_k: 3 }, ['topP']],
    ['which may be topP', { model: 'claude-haiku-4-5', topP: 0.4 }, { top_p: 0.4 }, []],
    ['from 4.7 on none', { model: 'anthropic/claude-opus-4.7', ...sampling }, {}, ['temperature', 'topP', 'topK']],
    ['nor the newest', { model: 'claude-fable-5-1', temperature: 1 }, {}, ['temperature']],
    ['while it thinks topP near 1', { model: 'claude-sonnet-4-6', temperature: 0.5, topP: 0.97, topK: 3, extra: adaptive }, { top_p: 0.97 }, ['temperature', 'topK']],
    ['and no other', { model: 'claude-sonnet-4-6', topP: 0.4, extra: adaptive }, {}, ['topP']],
    ['thinking that is off takes all', { model: 'claude-3-7-sonnet-latest', ...sampling, extra: { thinking: { type: 'disabled' } } }, { temperature: 0.5, top_p: 0.4, top_k: 3 }, []],
    ['a name that tells nothing takes all', { model: 'my-model', ...sampling }, { temperature: 0.5, top_p: 0.4, top_k: 3 }, []],
  ])('sampling settings: %s', async (_, config, sent, left) => {
    const client = anthropic({ apiKey: canary, baseUrl: server.url })
    const { outcome } = await callToEnd(client, options(), { prompt, config, tools })
    const body = server.requests[0]?.body as { readonly [name: string]: unknown }
    const found = Object.fromEntries(['temperature', 'top_p', 'top_k'].filter((name) => name in body).map((name) => [name, body[name]]))
    expect([outcome.stopReason, found, client.unsupported?.(config)]).toEqual(['end', sent, left])
  })

  describe('of what the model thought', () => {
    const thinking: LLMConfig = { model: 'claude-opus-4-5', extra: { thinking: { type: 'enabled', budget_tokens: 1024 } } }
    const thought = (text: string, signature?: string): Content => ({ type: 'reasoning', text, ...(signature === undefined ? {} : { signature }) })
    const sun = (callId: string): Content => ({ type: 'tool_result', callId, tool: 'weather', output: 'sun', status: 'success' })
    const contents = [said('Hi'), thought('Greet.', 'b2xk'), { type: 'dialogue', role: 'assistant', text: 'Hello' } as const, said('Weather?'), thought('Ask.', 'c2ln'), calling('a'), sun('a'), thought('Again.', 'c2lnMg'), { type: 'dialogue', role: 'assistant', text: 'One more.' } as const, calling('b'), sun('b')]
    const sentBlocks = async (config: LLMConfig, of: readonly Content[]) => {
      const { outcome } = await callToEnd(anthropic({ apiKey: canary, baseUrl: server.url }), options(), { prompt: promptOf(of), config, tools })
      const { messages } = server.requests[0]!.body as { readonly messages: readonly { readonly content: string | readonly { readonly type: string; readonly thinking?: string; readonly signature?: string }[] }[] }
      return [outcome.stopReason, messages.flatMap(({ content }) => (typeof content === 'string' ? [content] : content.map(({ type, thinking: text, signature }) => (type === 'thinking' ? `${text} ${signature}` : type))))]
    }

    test('what belongs to the tool loop under way, each before its calls', async () => {
      expect(await sentBlocks(thinking, contents)).toEqual(['end', ['Hi', 'Hello', 'Weather?', 'Ask. c2ln', 'tool_use', 'tool_result', 'Again. c2lnMg', 'text', 'tool_use', 'tool_result']])
    })

    test('nothing while it is not asked to think', async () => {
      expect(await sentBlocks({ model: 'claude-opus-4-5' }, contents)).toEqual(['end', ['Hi', 'Hello', 'Weather?', 'tool_use', 'tool_result', 'text', 'tool_use', 'tool_result']])
    })

    test('nothing without a signature, and nothing after the loop', async () => {
      expect(await sentBlocks(thinking, [said('Weather?'), thought('Ask.'), calling('a'), sun('a')])).toEqual(['end', ['Weather?', 'tool_use', 'tool_result']])
    })

    test('nothing of a loop that has ended', async () => {
      expect(await sentBlocks(thinking, [...contents, { type: 'dialogue', role: 'assistant', text: 'Sun.' }, said('Thanks')])).toEqual(['end', ['Hi', 'Hello', 'Weather?', 'tool_use', 'tool_result', 'text', 'tool_use', 'tool_result', 'Sun.', 'Thanks']])
    })
  })

  test('and what it signs of its thoughts is kept', async () => {
    server.script({ kind: 'answer', reasoning: 'Hm', signature: 'c2ln', text: 'Hi', finish: 'stopSequence' })
    const { outcome } = await ask({ model: 'm' })
    expect([outcome.reasoning, outcome.stopReason]).toEqual([{ text: 'Hm', signature: 'c2ln' }, 'stopSequence'])
  })
})
