import { describe, expect, test } from 'vitest'
import { anthropic, openai, scripted, type Tract } from '../../../core/index.ts'
import { titleIn } from '../../../core/llm/title.ts'
import { startAnthropicServer } from '../../helpers/anthropicServer.ts'
import { openTract, refused, said } from '../../helpers/asking.ts'
import { faultOfPromise } from '../../helpers/faultOf.ts'
import { holdingClient, words } from '../../helpers/holdingClient.ts'
import type { ModelServer } from '../../helpers/modelServer.ts'
import { startOpenAIServer } from '../../helpers/openaiServer.ts'

const providers = [
  ['openai', startOpenAIServer, (server: ModelServer) => openai({ apiKey: 'key', model: 'small', baseUrl: server.url })],
  ['anthropic', startAnthropicServer, (server: ModelServer) => anthropic({ apiKey: 'key', model: 'small', baseUrl: server.url })],
] as const

test.each(providers)('a title comes from a model of its own over %s, and only its call is written', async (_, start, connect) => {
  const server = await start({ key: 'key' })
  server.script({ kind: 'answer', text: '"Returning shoes"\n', usage: { input: 90, output: 3 } })
  try {
    using tract = openTract()
    tract.configureClients({ default: refused(), title: connect(server) })
    tract.configureOperations({ title: { maxTokens: 20 } })
    tract.system('You sell shoes.')
    tract.user('How long can I return shoes?')
    tract.assistant('60 days.')
    const title = await tract.suggestTitle({ temperature: 0 })
    expect([title, tract.rename(title)?.verb, tract.name]).toEqual(['Returning shoes', 'rename', 'Returning shoes'])
    expect(tract.usage().rows).toEqual([expect.objectContaining({ task: 'title', model: 'small', commit: null, inputTokens: 90, outputTokens: 3 })])
    const sent = JSON.stringify(server.requests[0]?.body)
    expect([sent.includes('user: How long can I return shoes?'), sent.includes('assistant: 60 days.'), sent.includes('You sell shoes.'), said(tract).length]).toEqual([true, true, false, 3])
    tract.undo()
    expect([tract.name, tract.undoState().undo?.verb]).toEqual(['Untitled tract', 'commit'])
  } finally {
    await server.close()
  }
})

test('however long the conversation is, only its beginning is sent', async () => {
  using tract = openTract()
  const client = scripted(['Many words'])
  tract.configureClients({ title: client })
  tract.batch(() => { for (let i = 0; i < 50; i++) tract.user(`${i} ${'word '.repeat(1000)}`) })
  await tract.suggestTitle()
  const prompt = client.requests[0]!.prompt.toDicts()
  expect([prompt.length, prompt[0]!.content.length < 3800, prompt[0]!.content.includes('user: 5 word'), prompt[0]!.content.includes('user: 6 word')]).toEqual([1, true, true, false])
})

test('where only rules were said, they give the title; while looking around too', async () => {
  using tract = openTract()
  const client = scripted(['Shoe shop', 'Shoe shop'])
  tract.configureClients({ default: client })
  const { hash } = tract.system('You sell shoes.')
  await tract.suggestTitle()
  tract.checkout(hash)
  expect([await tract.suggestTitle(), client.requests[1]!.prompt.toDicts()[0]!.content.includes('system: You sell shoes.')]).toEqual(['Shoe shop', true])
})

describe('refused', () => {
  test.each<[string, (tract: Tract) => void, string]>([
    ['without a client', () => {}, 'llm/no-client'],
    ['without a model', (tract) => tract.configureClients({ title: { ...scripted(['x']), model: null } }), 'llm/no-model'],
    ['when the key is', (tract) => tract.configureClients({ title: refused() }), 'llm/auth'],
    ['when there is no title in the answer', (tract) => tract.configureClients({ title: scripted(['"..."']) }), 'llm/incomplete'],
  ])('%s', async (_, prepare, code) => {
    using tract = openTract()
    tract.user('Hi')
    prepare(tract)
    expect([await faultOfPromise(tract.suggestTitle()), tract.name]).toEqual([code, 'Untitled tract'])
  })

  test('before anything was said', async () => {
    using tract = openTract()
    tract.configureClients({ default: scripted(['x']) })
    expect([await faultOfPromise(tract.suggestTitle()), await faultOfPromise(tract.suggestTitle('short' as never))]).toEqual(['ref/no-commits', 'input/invalid'])
  })

  test('when it is stopped, with the reason', async () => {
    using tract = openTract()
    const client = holdingClient()
    tract.configureClients({ title: client })
    tract.user('Hi')
    const stop = new AbortController()
    const title = tract.suggestTitle({ signal: stop.signal })
    ;(await client.request(1)).send(words('Half'))
    stop.abort(new Error('enough'))
    await expect(title).rejects.toThrow('enough')
  })
})

describe('the title in what a model says', () => {
  test.each([
    ['Returning shoes', 'Returning shoes'],
    ['  "Returning shoes."  ', 'Returning shoes'],
    ['**Title: “Returning shoes”**', 'Returning shoes'],
    ['# Returning   shoes\n\nIt is about shoes.', 'Returning shoes'],
    ['\n\n— \nReturning shoes', 'Returning shoes'],
    ['<think>They ask about\nshoes.</think>\nReturning shoes', 'Returning shoes'],
    ['<think>They ask about shoes', ''],
    ['„Schuhe zurückgeben“', 'Schuhe zurückgeben'],
    ['「靴の返品」', '靴の返品'],
    ['Wait for it...', 'Wait for it...'],
    ['Right\u202eto left\u0007', 'Right to left'],
    ['A 👩‍👩‍👧‍👦 holiday', 'A 👩‍👩‍👧‍👦 holiday'],
    ['C# and "quoted" words', 'C# and "quoted" words'],
    ['', ''],
    ['A title that goes on and on about nothing in particular and never ends', 'A title that goes on and on about nothing in particular…'],
    ['x'.repeat(80), `${'x'.repeat(59)}…`],
    [`${'x'.repeat(58)}👩‍👩‍👧‍👦`, `${'x'.repeat(58)}…`],
  ])('%j is %j', (answer, title) => {
    expect(titleIn(answer)).toBe(title)
  })

  test('has at most 60 characters and is a name that a tract can have', () => {
    using tract = openTract()
    for (const answer of ['word '.repeat(40), `Family ${'👩‍👩‍👧‍👦'.repeat(20)}`, 'a\u0000b\u2028c']) {
      const title = titleIn(answer)
      expect([title.length <= 60, tract.rename(title)?.verb, tract.name]).toEqual([true, 'rename', title])
    }
  })
})
