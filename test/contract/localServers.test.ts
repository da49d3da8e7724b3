import { describe, expect, test } from 'vitest'
import { startOllamaServer } from '../helpers/ollamaServer.ts'
import { openScene } from './scene.ts'
import { transports } from './transports.ts'

describe.each(transports)('Ollama on this machine, over a $name', (transport) => {
  test('is found, taken with its models, and asked in its own protocol with the window it was given', async () => {
    const ollama = await startOllamaServer({ models: ['llama3.2:3b', 'qwen3:8b'] })
    await using scene = await openScene(transport, { localServers: [{ server: 'ollama', name: 'Ollama', baseUrl: ollama.url }] })
    const { settings: api } = scene.api()
    const [found] = await api.found()
    const before = (await api.get()).providers.find(({ id }) => id === 'ollama')
    const taken = (await api.useFound({ server: 'ollama' })).providers.find(({ id }) => id === 'ollama')
    await api.updateProvider({ provider: 'ollama', contextTokens: 16_384 })
    await api.chooseModel({ provider: 'ollama', model: 'qwen3:8b' })
    const checked = await api.check({ provider: 'ollama' })
    await scene.ask('Hello')
    const { items } = await scene.api().history.transcript({ tract: scene.tract, branch: 'main', limit: 1 })
    const { model, options } = (ollama.requests.at(-1)?.body ?? {}) as { readonly model: string; readonly options: { readonly num_ctx: number } }
    await ollama.close()
    expect([found, before?.isReady, taken?.models, taken?.isReady, taken?.key]).toEqual([
      { server: 'ollama', name: 'Ollama', baseUrl: ollama.url, models: ['llama3.2:3b', 'qwen3:8b'], provider: null },
      false,
      ['llama3.2:3b', 'qwen3:8b'],
      true,
      { kind: 'none' },
    ])
    expect([checked, model, options.num_ctx, items[0]?.call?.costUsd]).toEqual([{ kind: 'ok', models: ['llama3.2:3b', 'qwen3:8b'], listMs: expect.any(Number), answer: { model: 'llama3.2:3b', ms: expect.any(Number) } }, 'qwen3:8b', 16_384, 0])
  })

  test('stands beside one on another machine, which stays as it was', async () => {
    const ollama = await startOllamaServer({ models: ['llama3.2:3b'] })
    await using scene = await openScene(transport, { localServers: [{ server: 'ollama', name: 'Ollama', baseUrl: ollama.url }] })
    const { settings: api } = scene.api()
    await api.updateProvider({ provider: 'ollama', baseUrl: 'http://192.168.1.5:11434', models: ['big'] })
    const { providers } = await api.useFound({ server: 'ollama' })
    await ollama.close()
    expect(providers.filter(({ kind }) => kind === 'ollama').map(({ baseUrl, models, isBuiltIn }) => [baseUrl, models, isBuiltIn])).toEqual([
      ['http://192.168.1.5:11434', ['big'], true],
      [ollama.url, ['llama3.2:3b'], false],
    ])
  })
})
