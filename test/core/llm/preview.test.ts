import { describe, expect, test } from 'vitest'
import { anthropic, ollama, openai, scripted, type Tract } from '../../../core/index.ts'
import { openTract, stopAfter } from '../../helpers/asking.ts'
import { startAnthropicServer } from '../../helpers/anthropicServer.ts'
import { faultOf } from '../../helpers/faultOf.ts'
import type { ModelServer } from '../../helpers/modelServer.ts'
import { startOllamaServer } from '../../helpers/ollamaServer.ts'
import { startOpenAIServer } from '../../helpers/openaiServer.ts'

const providers = [
  ['openai', startOpenAIServer, (server: ModelServer) => openai({ apiKey: 'secret-key', model: 'small', baseUrl: server.url })],
  ['anthropic', startAnthropicServer, (server: ModelServer) => anthropic({ apiKey: 'secret-key', model: 'small', baseUrl: server.url })],
  ['ollama', startOllamaServer, (server: ModelServer) => ollama({ model: 'small', baseUrl: server.url })],
] as const
const tools = [{ name: 'add', description: 'Adds', parameters: { type: 'object', properties: { a: { type: 'number' } } } }]

test.each(providers)('what is shown before a call over %s is what its server then gets, to the letter', async (_, start, connect) => {
  const server = await start({})
  try {
    using tract = openTract()
    tract.configureClients({ default: connect(server) })
    tract.system('Be brief.')
    tract.user('Hi')
    const options = { temperature: 0.5, maxTokens: 50, seed: 1, presencePenalty: 0.1, tools }
    const before = tract.workspace.lastSeq()
    const preview = tract.previewRequest(options)
    expect([tract.workspace.lastSeq(), server.requests.length]).toEqual([before, 0])
    const reply = await tract.generate(options)
    expect([preview.body, preview.notSent, preview.model]).toEqual([server.requests[0]?.body, reply.notSent, 'small'])
    expect([preview.url?.startsWith('http://127.0.0.1'), JSON.stringify(preview).includes('secret-key')]).toEqual([true, false])
  } finally {
    await server.close()
  }
})

describe('a preview', () => {
  test('of a client that can not tell its body is neutral', () => {
    using tract = openTract()
    const { preview: _, unsupported: __, ...client } = scripted(['x'], { model: 'm' })
    tract.configureClients({ default: client })
    tract.user('Hi')
    expect(tract.previewRequest({ temperature: 0, tools })).toEqual({
      client: 'scripted', model: 'm', url: null, notSent: [], body: { messages: [{ role: 'user', content: 'Hi' }], config: { model: 'm', temperature: 0 }, tools },
    })
  })

  test('tells which settings are not sent', () => {
    using tract = openTract()
    tract.configureClients({ default: { ...scripted(['x']), unsupported: () => ['topK'] } })
    tract.user('Hi')
    expect(tract.previewRequest({ topK: 3 }).notSent).toEqual(['topK'])
  })

  test('of going on shows the half answer too', async () => {
    using tract = openTract()
    tract.user('How long?')
    await stopAfter(tract, 'Sixty')
    tract.configureClients({ default: scripted(['x']) })
    const { body } = tract.previewRequest({ resume: tract.partials.list()[0]!.id })
    expect((body['messages'] as { content: string }[]).map(({ content }) => content)).toEqual(['How long?', 'Sixty', expect.stringContaining('cut off')])
  })

  test.each<[string, (tract: Tract) => unknown, string]>([
    ['without a client', (tract) => [tract.user('x'), tract.previewRequest()], 'llm/no-client'],
    ['without a model', (tract) => [tract.user('x'), tract.configureClients({ default: { ...scripted([]), model: null } }), tract.previewRequest()], 'llm/no-model'],
    ['of an empty tract', (tract) => [tract.configureClients({ default: scripted([]) }), tract.previewRequest()], 'chat/nothing-pending'],
    ['while only looking around', (tract) => [tract.configureClients({ default: scripted([]) }), tract.checkout(tract.user('x').hash), tract.previewRequest()], 'head/detached'],
    ['of an answer that does not wait', (tract) => [tract.configureClients({ default: scripted([]) }), tract.user('x'), tract.previewRequest({ resume: 'none' as never })], 'partial/not-found'],
  ])('is refused %s', (_, act, code) => {
    using tract = openTract()
    expect(faultOf(() => act(tract))).toBe(code)
  })
})
