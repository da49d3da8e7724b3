import { describe, expect, test } from 'vitest'
import { bodyOf } from '../e2e/received.ts'
import { isEnd, openScene } from './scene.ts'
import type { Scene } from './scene.ts'
import { transports } from './transports.ts'

const [transport] = transports
if (!transport) throw new Error('no transport')

type Sent = Parameters<ReturnType<Scene['api']>['chat']['send']>[0]

/** Sends, waits for the answer, and gives what the model server got and what the answer says of itself. */
async function sent(scene: Scene, more: Partial<Sent> = {}) {
  const { api, tract, server } = scene
  await using ear = await scene.listen()
  const { call } = await api().chat.send({ tract, branch: 'main', text: 'Hello', ...more })
  await ear.until((event) => isEnd(event, call))
  const { items } = await api().history.transcript({ tract, branch: 'main', limit: 1 })
  const { model, temperature, max_tokens, stop } = bodyOf(server.requests.at(-1))
  return { body: { model, temperature, max_tokens, stop }, levels: items[0]?.configLevels }
}

describe('settings of a message', () => {
  test('what nobody set in the composer comes from the tract: its chat settings, then its default, then the provider', async () => {
    await using scene = await openScene(transport)
    const { api, tract, test: { app } } = scene
    await scene.useServer()
    await api().chat.choose({ config: { model: null } })
    const first = await sent(scene)
    app.workspace().get(tract).configure({ defaultConfig: { temperature: 0.9, maxTokens: 50 } })
    app.workspace().get(tract).configureOperations({ chat: { temperature: 0.4, model: 'tract-model' } })
    const second = await sent(scene)
    expect([first, second]).toEqual([
      { body: { model: 'test-model' }, levels: { model: 'client' } },
      { body: { model: 'tract-model', temperature: 0.4, max_tokens: 50 }, levels: { model: 'operation', temperature: 'operation', maxTokens: 'default' } },
    ])
  })

  test('the composer’s lasting choice wins over the tract, and what is set once wins over that, for one message', async () => {
    await using scene = await openScene(transport)
    const { api, tract, test: { app } } = scene
    await scene.useServer()
    app.workspace().get(tract).configureOperations({ chat: { temperature: 0.4, model: 'tract-model', stopSequences: ['END'] } })
    await api().chat.choose({ config: { temperature: 0.2 } })
    const once = await sent(scene, { settings: { temperature: 0, model: 'other-model' } })
    const next = await sent(scene)
    expect([once, next]).toEqual([
      { body: { model: 'other-model', temperature: 0, stop: ['END'] }, levels: { model: 'sugar', temperature: 'sugar', stopSequences: 'operation' } },
      { body: { model: 'test-model', temperature: 0.2, stop: ['END'] }, levels: { model: 'llmConfig', temperature: 'llmConfig', stopSequences: 'operation' } },
    ])
  })

  test('another provider doesn’t get the model that was chosen for the first', async () => {
    await using scene = await openScene(transport)
    const { api, tract } = scene
    await scene.useServer()
    await api().chat.choose({ provider: 'demo', config: {} })
    const { provider, lasting, config } = await api().chat.forecast({ tract, branch: 'main' })
    expect([provider, lasting, config.values.model]).toEqual(['demo', {}, 'demo'])
  })

  test('a provider for one message is asked with its own first model, and the next goes where it went before', async () => {
    await using scene = await openScene(transport)
    const { api, tract } = scene
    await scene.useServer()
    const there = await api().chat.forecast({ tract, branch: 'main', settings: { provider: 'demo' } })
    const { items } = await answered(scene, { provider: 'demo' })
    const after = await api().chat.forecast({ tract, branch: 'main' })
    expect([there.isDemo, there.config.values.model, items[0]?.call?.client, after.client]).toEqual([true, 'demo', 'Demo', 'Local'])
  })

  test('without a key it is said beforehand, and files are not written either', async () => {
    await using scene = await openScene(transport)
    const { api, tract } = scene
    const settings = { provider: 'openai', model: 'gpt-4o' }
    const { fault, price } = await api().chat.forecast({ tract, branch: 'main', settings })
    const refused = await api().chat.send({ tract, branch: 'main', text: 'Hi', attachments: [{ name: 'a', content: 'b' }], settings }).catch((error: { data: { code: string } }) => error.data.code)
    expect([fault?.code, price?.inputUsd, refused, (await api().history.transcript({ tract, branch: 'main', limit: 9 })).items]).toEqual(['llm/no-key', 2.5, 'llm/no-key', []])
  })

  test('files alone get words to be answered, and reach the model before them', async () => {
    await using scene = await openScene(transport)
    await scene.useServer()
    await sent(scene, { text: '', attachments: [{ name: 'notes.md', language: 'markdown', content: '# Notes' }] })
    const { messages } = bodyOf(scene.server.requests.at(-1))
    expect(JSON.stringify(messages)).toMatch(/# Notes.*Here is a file\./)
  })
})

async function answered(scene: Scene, settings: Sent['settings']) {
  const { api, tract } = scene
  await using ear = await scene.listen()
  const { call } = await api().chat.send({ tract, branch: 'main', text: 'Hello', ...(settings && { settings }) })
  await ear.until((event) => isEnd(event, call))
  return api().history.transcript({ tract, branch: 'main', limit: 1 })
}
