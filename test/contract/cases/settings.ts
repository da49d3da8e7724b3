import { expect } from 'vitest'
import { defaultAppearance } from '../../../main/contract/appearance.ts'
import { noTract } from './case.ts'
import type { Cases } from './case.ts'

export const settings: Cases = {
  'settings.get': {
    fault: null,
    bad: null,
    async does({ api }) {
      const { theme, enterSends, providers, chat } = await api().settings.get()
      expect([theme, enterSends, providers.map(({ id, key, isBuiltIn }) => [id, key.kind, isBuiltIn]), chat]).toEqual([
        'system',
        true,
        [
          ['openai', 'none', true],
          ['anthropic', 'none', true],
          ['ollama', 'none', true],
          ['demo', 'none', true],
        ],
        { provider: 'demo', model: 'demo', temperature: null },
      ])
    },
  },
  'settings.update': {
    fault: null,
    bad: { theme: 'purple' },
    async does({ api }) {
      await api().settings.update({ theme: 'dark' })
      const { theme, enterSends } = await api().settings.update({ enterSends: false })
      await api().settings.update({ keys: { 'step.hide': ['H'], 'step.pin': [], 'step.edit': ['G E'] } })
      const { keys } = await api().settings.update({ keys: { 'step.edit': null } })
      await api().settings.update({ appearance: { textPx: 18, contrast: 'high' } })
      const { appearance } = await api().settings.update({ appearance: { density: 'cosy', colours: { dark: { 'bg-pane': '#101216' } } } })
      await api().settings.update({ tips: { tell: 'step.hide' } })
      const told = (await api().settings.update({ tips: { areOn: false, tell: 'step.pin' } })).tips
      const again = (await api().settings.update({ tips: { areOn: true, forget: true } })).tips
      expect([told, again]).toEqual([{ areOn: false, told: ['step.hide', 'step.pin'] }, { areOn: true, told: [] }])
      expect([theme, enterSends, keys]).toEqual(['dark', false, { 'step.hide': ['H'], 'step.pin': [] }])
      expect(appearance).toEqual({ ...defaultAppearance, textPx: 18, contrast: 'high', density: 'cosy', colours: { dark: { 'bg-pane': '#101216' } } })
    },
  },
  'settings.undo': {
    fault: null,
    bad: null,
    async does({ api }) {
      await api().settings.update({ theme: 'dark', appearance: { textPx: 18 } })
      await api().settings.chooseModel({ provider: 'openai', model: 'gpt-4o' })
      await api().settings.update({ tips: { tell: 'step.hide' } }) // the app's own note
      const [first, second, third] = [await api().settings.undo(), await api().settings.undo(), await api().settings.undo()]
      expect([first.undone, second.undone, third.undone]).toEqual([['chat'], ['theme', 'appearance.textPx'], []])
      expect([first.settings.chat.provider, first.settings.theme, third.settings.theme, third.settings.appearance, third.settings.tips.told]).toEqual(['demo', 'dark', 'system', defaultAppearance, ['step.hide']])
    },
  },
  'settings.chooseModel': {
    fault: { input: () => ({ provider: 'nobody', model: 'x' }), code: 'provider/not-found' },
    bad: { provider: 'openai', model: '' },
    async does({ api }) {
      await api().settings.chooseModel({ provider: 'openai', model: 'gpt-4o', temperature: 0.5 })
      expect((await api().settings.chooseModel({ provider: 'anthropic', model: 'claude' })).chat).toEqual({ provider: 'anthropic', model: 'claude', temperature: 0.5 })
    },
  },
  'settings.addProvider': {
    fault: { input: () => ({ name: 'Evil', baseUrl: 'http://evil.example', model: 'x' }), code: 'settings/bad-value' },
    bad: { name: '', baseUrl: '', model: 'x' },
    async does({ api }) {
      const { providers } = await api().settings.addProvider({ name: 'Mine', baseUrl: 'http://127.0.0.1:8000/v1/', model: 'llama' })
      expect(providers.at(-1)).toEqual({ id: expect.any(String), kind: 'openai', name: 'Mine', baseUrl: 'http://127.0.0.1:8000/v1', models: ['llama'], key: { kind: 'none' }, headers: [], contextTokens: null, isBuiltIn: false, isReady: true })
    },
  },
  'settings.updateProvider': {
    fault: { input: () => ({ provider: 'openai', baseUrl: 'https://me:pass@example.com' }), code: 'settings/bad-value' },
    bad: { provider: 'openai', models: [] },
    async does({ api }) {
      const { providers } = await api().settings.updateProvider({ provider: 'openai', baseUrl: 'https://proxy.example/v1', models: ['one', 'two'] })
      const { baseUrl, models, name } = providers[0] ?? {}
      expect([baseUrl, models, name]).toEqual(['https://proxy.example/v1', ['one', 'two'], 'OpenAI'])
    },
  },
  'settings.removeProvider': {
    fault: { input: () => ({ provider: 'openai' }), code: 'provider/built-in' },
    bad: { provider: '' },
    async does(scene) {
      const provider = await scene.useServer('a-key-of-its-own')
      const { providers, chat } = await scene.api().settings.removeProvider({ provider })
      expect([providers.map(({ id }) => id), chat.provider]).toEqual([['openai', 'anthropic', 'ollama', 'demo'], 'demo'])
    },
  },
  'settings.setKey': {
    fault: { input: () => ({ provider: 'demo', key: 'sk-demo' }), code: 'settings/bad-value' },
    bad: { provider: 'openai', key: '' },
    async does({ api }) {
      const { providers, chat } = await api().settings.setKey({ provider: 'anthropic', key: ' sk-ant-0123456789x4f2\n' })
      expect([providers.find(({ id }) => id === 'anthropic')?.key, chat.provider]).toEqual([{ kind: 'kept', last4: 'x4f2', origin: 'https://api.anthropic.com', where: 'file' }, 'anthropic'])
    },
  },
  'settings.deleteKey': {
    fault: { input: () => ({ provider: 'nobody' }), code: 'provider/not-found' },
    bad: {},
    async does({ api }) {
      await api().settings.setKey({ provider: 'openai', key: 'sk-0123456789' })
      const { providers, chat } = await api().settings.deleteKey({ provider: 'openai' })
      expect([providers[0]?.key, chat.provider]).toEqual([{ kind: 'none' }, 'demo'])
    },
  },
  'settings.check': {
    fault: { input: () => ({ provider: 'nobody' }), code: 'provider/not-found' },
    bad: {},
    async does(scene) {
      const provider = await scene.useServer()
      const there = await scene.api().settings.check({ provider })
      const withoutKey = await scene.api().settings.check({ provider: 'openai' })
      expect([there, withoutKey.kind === 'failed' && withoutKey.fault.code]).toEqual([{ kind: 'ok', models: ['test-model'], listMs: expect.any(Number), answer: { model: 'test-model', ms: expect.any(Number) } }, 'llm/no-key'])
    },
  },
  'settings.setHeader': {
    fault: { input: () => ({ provider: 'openai', name: 'Content-Length', value: '5' }), code: 'settings/bad-value' },
    bad: { provider: 'openai', name: '', value: null },
    async does(scene) {
      const { settings: api } = scene.api()
      const provider = await scene.useServer()
      const origin = new URL(scene.server.url).origin
      await api.setHeader({ provider, name: 'X-Team', value: 'garden' })
      const { providers } = await api.setHeader({ provider, name: 'X-Api-Token', value: 'a-token-of-24-letters-x4f2' })
      await scene.ask('Hello')
      const sent = scene.server.requests[0]?.headers
      const { providers: after } = await api.setHeader({ provider, name: 'x-team', value: null })
      expect([providers.at(-1)?.headers, sent?.['x-team'], sent?.['x-api-token'], after.at(-1)?.headers.map(({ name }) => name)]).toEqual([
        [
          { kind: 'open', name: 'X-Team', value: 'garden' },
          { kind: 'secret', name: 'X-Api-Token', status: { kind: 'kept', last4: 'x4f2', origin, where: 'file' } },
        ],
        'garden',
        'a-token-of-24-letters-x4f2',
        ['X-Api-Token'],
      ])
    },
  },
  'settings.found': {
    fault: null,
    bad: null,
    async does(scene) {
      expect(await scene.api().settings.found()).toEqual([{ server: 'vllm', name: 'vLLM', baseUrl: scene.server.url, models: ['test-model'], provider: null }])
      const provider = await scene.useServer('a-key-that-is-never-sent-there')
      const [found] = await scene.api().settings.found()
      expect([found?.provider === provider, scene.server.requests]).toEqual([true, []])
    },
  },
  'settings.useFound': {
    fault: { input: () => ({ server: 'lmStudio' }), code: 'llm/unreachable' },
    bad: { server: 'http://127.0.0.1:9' },
    async does(scene) {
      const { providers } = await scene.api().settings.useFound({ server: 'vllm' })
      const again = await scene.api().settings.useFound({ server: 'vllm' })
      expect([providers.at(-1), again.providers.length]).toEqual([
        { id: expect.any(String), kind: 'openai', name: 'vLLM', baseUrl: scene.server.url, models: ['test-model'], key: { kind: 'none' }, headers: [], contextTokens: null, isBuiltIn: false, isReady: true },
        providers.length,
      ])
    },
  },
  'settings.models': {
    fault: null,
    bad: null,
    async does(scene) {
      const { settings: api } = scene.api()
      const local = await scene.useServer()
      await api.setKey({ provider: 'openai', key: 'sk-0123456789' })
      await api.updateProvider({ provider: 'openai', models: ['gpt-4o', 'nobody-knows-it'] })
      const { pricesAsOf, rows } = await api.models()
      const gpt4o = { inputUsd: 2.5, cachedInputUsd: 1.25, outputUsd: 10 }
      const nothing = { inputUsd: 0, cachedInputUsd: 0, outputUsd: 0 }
      expect([/^\d{4}-\d{2}-\d{2}$/.test(pricesAsOf), rows]).toEqual([
        true,
        [
          { provider: 'openai', model: 'gpt-4o', contextTokens: 128_000, maxOutputTokens: 16_384, price: gpt4o, from: 'table', tablePrice: gpt4o },
          { provider: 'openai', model: 'nobody-knows-it', contextTokens: null, maxOutputTokens: null, price: null, from: 'unknown', tablePrice: null },
          { provider: 'demo', model: 'demo', contextTokens: null, maxOutputTokens: null, price: nothing, from: 'free', tablePrice: null },
          { provider: local, model: 'test-model', contextTokens: null, maxOutputTokens: null, price: nothing, from: 'free', tablePrice: null },
        ],
      ])
    },
  },
  'settings.setPrice': {
    fault: null,
    bad: { model: 'gpt-4o', price: { inputUsd: -1, cachedInputUsd: null, outputUsd: 1 } },
    async does(scene) {
      const { settings: api } = scene.api()
      await scene.useServer()
      const own = { inputUsd: 3, cachedInputUsd: null, outputUsd: 12 }
      const rowOf = ({ rows }: Awaited<ReturnType<typeof api.models>>) => rows.find(({ model }) => model === 'test-model')
      const set = rowOf(await api.setPrice({ model: 'test-model', price: own }))
      await scene.ask('What do you cost?')
      const { items } = await scene.api().history.transcript({ tract: scene.tract, branch: 'main', limit: 1 })
      const reset = rowOf(await api.setPrice({ model: 'test-model', price: null }))
      const { inputTokens, outputTokens } = items[0]?.call?.usage ?? { inputTokens: 0, outputTokens: 0 }
      expect([set?.price, set?.from, reset?.from, items[0]?.call?.costUsd]).toEqual([own, 'own', 'free', expect.closeTo((inputTokens * 3 + outputTokens * 12) / 1e6, 12)])
    },
  },
  'settings.operations': {
    fault: noTract,
    bad: { tract: 5 },
    async does(scene) {
      const { rows, defaultConfig } = await scene.api().settings.operations({ tract: scene.tract })
      expect([rows.map(({ task }) => task), rows[1], defaultConfig]).toEqual([
        ['chat', 'compress', 'merge', 'orchestrate', 'plan', 'title'],
        { task: 'compress', client: { provider: 'demo', name: 'Demo model', isOwn: false }, config: {}, resolved: { values: { model: 'demo' }, levels: { model: 'client' } } },
        {},
      ])
    },
  },
  'settings.setClient': {
    fault: { input: () => ({ task: 'compress', provider: 'nobody' }), code: 'provider/not-found' },
    bad: { task: 'sing', provider: null },
    async does(scene) {
      const { settings: api } = scene.api()
      const provider = await scene.useServer()
      await api.setClient({ task: 'chat', provider: 'demo' })
      const { clients, chat } = await api.setClient({ task: 'compress', provider })
      const { rows } = await api.operations({ tract: scene.tract })
      const back = await api.setClient({ task: 'compress', provider: null })
      const { chat: usual } = await api.setClient({ task: 'chat', provider: null })
      expect([clients, chat.provider, rows[1]?.client, rows[1]?.resolved.values, back.clients, usual.provider]).toEqual([{ compress: provider }, 'demo', { provider, name: 'Local', isOwn: true }, { model: 'test-model' }, {}, 'demo'])
    },
  },
  'settings.configure': {
    fault: { input: ({ tract }) => ({ tract, task: 'chat', level: 'operation', changes: { temperature: 'hot' } }), code: 'config/bad-value' },
    bad: { tract: 'x', task: 'chat', level: 'sugar', changes: {} },
    async does(scene) {
      const { settings: api, acts } = scene.api()
      const { tract } = scene
      await scene.useServer()
      await api.configure({ tract, task: 'chat', level: 'default', changes: { max_tokens: 1024, top_k: 40 } })
      await api.configure({ tract, task: 'chat', level: 'operation', changes: { temperature: 0.2, stop: ['END'], user: 'me' } })
      await api.configure({ tract, task: 'chat', level: 'llmConfig', changes: { seed: 0 } })
      const { rows, defaultConfig } = await api.configure({ tract, task: 'chat', level: 'operation', changes: { stopSequences: null } })
      await scene.ask('Hello')
      const { messages: _said, stream: _how, stream_options: _too, ...sent } = (scene.server.requests[0]?.body ?? {}) as Record<string, unknown>
      await acts.undo({ tract }) // the answer
      await acts.undo({ tract }) // the message
      await acts.undo({ tract })
      const undone = await api.operations({ tract })
      expect([rows[0]?.config, defaultConfig, sent, undone.rows[0]?.config]).toEqual([
        { temperature: 0.2, extra: { user: 'me' } },
        { maxTokens: 1024, topK: 40 },
        { model: 'test-model', temperature: 0.2, max_tokens: 1024, seed: 0, user: 'me' },
        { temperature: 0.2, stopSequences: ['END'], extra: { user: 'me' } },
      ])
    },
  },
  'settings.resolution': {
    fault: { input: () => ({ tract: 'no-such-tract', task: 'chat' }), code: 'tract/not-found' },
    bad: { tract: 'x', task: 'sing' },
    async does(scene) {
      const { settings: api } = scene.api()
      const { tract } = scene
      await scene.useServer()
      await api.configure({ tract, task: 'chat', level: 'default', changes: { maxTokens: 1024, model: 'small' } })
      await api.configure({ tract, task: 'chat', level: 'operation', changes: { temperature: 0.2 } })
      await api.configure({ tract, task: 'chat', level: 'llmConfig', changes: { temperature: 0.5, topK: 40, user: 'me' } })
      const { client, rows } = await api.resolution({ tract, task: 'chat', sugar: { temperature: 0.9 } })
      const shown = rows.filter(({ used }) => used !== null).map(({ name, set, used, notSent }) => [name, set, used, notSent])
      expect([client, rows.length, shown]).toEqual([
        'Local',
        10,
        [
          ['model', { llmConfig: 'test-model', default: 'small', client: 'test-model' }, { value: 'test-model', from: 'llmConfig' }, null],
          ['temperature', { sugar: 0.9, llmConfig: 0.5, operation: 0.2 }, { value: 0.9, from: 'sugar' }, null],
          ['max_tokens', { default: 1024 }, { value: 1024, from: 'default' }, null],
          ['top_k', { llmConfig: 40 }, { value: 40, from: 'llmConfig' }, 'Local has no top_k'],
          ['user', { llmConfig: 'me' }, { value: 'me', from: 'llmConfig' }, null],
        ],
      ])
    },
  },
  'settings.readConfig': {
    fault: { input: () => ({ json: '{ half of it' }), code: 'settings/bad-value' },
    bad: { json: 5 },
    async does({ api }) {
      const { config, keys } = await api().settings.readConfig({ json: '{"model":"gpt-4o","stop":["END"],"messages":[],"api_key":"sk-1","logit_bias":{"5":1}}' })
      expect([config, keys]).toEqual([
        { model: 'gpt-4o', stopSequences: ['END'], extra: { logit_bias: { '5': 1 } } },
        [
          { key: 'model', became: 'same', name: 'model' },
          { key: 'stop', became: 'renamed', name: 'stop_sequences' },
          { key: 'messages', became: 'dropped', name: null },
          { key: 'api_key', became: 'dropped', name: null },
          { key: 'logit_bias', became: 'extra', name: 'logit_bias' },
        ],
      ])
    },
  },
}
