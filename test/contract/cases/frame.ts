import { dirname, join } from 'node:path'
import { expect } from 'vitest'
import { noTract } from './case.ts'
import type { Cases } from './case.ts'

export const frame: Cases = {
  'app.info': {
    fault: null,
    bad: null,
    async does({ api, test }) {
      expect(await api().app.info()).toEqual({
        host: 'web',
        version: '0.0.0',
        platform: expect.stringMatching(/linux|mac|windows/),
        file: { name: 'Tracts', path: join(test.dir, 'tracts', 'Tracts.tract') },
        notices: [],
      })
    },
  },
  'files.list': {
    fault: null,
    bad: null,
    async does({ api, test }) {
      const path = join(test.dir, 'tracts', 'Tracts.tract')
      expect(await api().files.list()).toEqual({
        folder: dirname(path),
        items: [{ handle: expect.any(String), name: 'Tracts', path, modifiedAt: expect.any(Number), isOpen: true }],
        canBrowse: false,
      })
    },
  },
  'files.open': {
    fault: { input: () => ({ handle: '/etc/passwd' }), code: 'file/bad-handle' },
    bad: { handle: '' },
    async does({ api, tract }) {
      await api().files.create({ name: 'Second' })
      const first = (await api().files.list()).items.find(({ name }) => name === 'Tracts')
      expect(await api().files.open({ handle: first?.handle ?? '' })).toEqual({ kind: 'opened', name: 'Tracts' })
      expect((await api().tracts.list()).map(({ id }) => id)).toEqual([tract])
    },
  },
  'files.create': {
    fault: { input: () => ({ name: '../escape' }), code: 'file/bad-name' },
    bad: { name: '' },
    async does({ api, tract }) {
      expect(await api().files.create({ name: 'Second' })).toEqual({ kind: 'opened', name: 'Second' })
      const [made] = await api().tracts.list()
      expect([made?.name, made?.id === tract, (await api().app.info()).file.name]).toEqual(['Untitled tract', false, 'Second'])
    },
  },
  'files.browse': {
    fault: { input: () => undefined, code: 'file/no-dialog' },
    bad: null,
    // That a dialog's choice is opened is tested where there is a dialog: here none can be shown.
    does: async ({ api }) => expect((await api().files.list()).canBrowse).toBe(false),
  },
  'tracts.list': {
    fault: null,
    bad: null,
    does: async ({ api, tract }) => expect(await api().tracts.list()).toEqual([{ id: tract, name: 'Untitled tract', commitCount: 0, messageCount: 0, lastUsedAt: expect.any(Number) }]),
  },
  'tracts.create': {
    fault: { input: () => ({ name: 'Untitled tract' }), code: 'tract/name-taken' },
    bad: { name: 'x', more: 1 },
    async does({ api }) {
      const made = await api().tracts.create({ name: 'Plans' })
      expect([made.name, made.commitCount, (await api().tracts.list()).length]).toEqual(['Plans', 0, 2])
    },
  },
  'tracts.rename': {
    fault: { input: () => ({ tract: 'no-such-tract', name: 'x' }), code: 'tract/not-found' },
    bad: { tract: '', name: 'x' },
    does: async ({ api, tract }) => expect((await api().tracts.rename({ tract, name: 'Plans' })).name).toBe('Plans'),
  },
  'tracts.overview': {
    fault: noTract,
    bad: { tract: 5 },
    async does({ api, tract, say }) {
      await say('Hello')
      const { summary, status, branches, config, undo } = await api().tracts.overview({ tract })
      expect([summary.commitCount, status.messageCount, branches.map(({ name }) => name), config.budget, undo.undo?.verb, undo.redo]).toEqual([1, 1, ['main'], null, expect.any(String), null])
    },
  },
  'tracts.setBudget': {
    fault: { input: () => ({ tract: 'no-such-tract', maxTokens: null }), code: 'tract/not-found' },
    bad: { tract: 'x', maxTokens: 0 },
    async does({ api, tract }) {
      const set = await api().tracts.setBudget({ tract, maxTokens: 1000 })
      const removed = await api().tracts.setBudget({ tract, maxTokens: null })
      expect([set.status.budget?.max, removed.status.budget]).toEqual([1000, null])
    },
  },
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
      expect([theme, enterSends]).toEqual(['dark', false])
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
      expect(providers.at(-1)).toEqual({ id: expect.any(String), kind: 'openai', name: 'Mine', baseUrl: 'http://127.0.0.1:8000/v1', models: ['llama'], key: { kind: 'none' }, isBuiltIn: false })
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
      expect([providers.map(({ id }) => id), chat.provider]).toEqual([['openai', 'anthropic', 'demo'], 'demo'])
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
      expect([there, withoutKey.kind === 'failed' && withoutKey.fault.code]).toEqual([{ kind: 'ok', models: ['test-model'] }, 'llm/no-key'])
    },
  },
  'events.subscribe': {
    fault: null,
    bad: { since: -1 },
    async does({ api, listen, test }) {
      await using ear = await listen()
      const [hello] = await ear.until(({ type }) => type === 'hello')
      await api().settings.update({ theme: 'dark' })
      const heard = await ear.until(({ type }) => type === 'settings.changed')
      expect([hello, heard]).toEqual([
        { type: 'hello', workspace: test.app.workspace().id, seq: test.app.workspace().lastSeq(), at: expect.any(Number) },
        [{ type: 'settings.changed', at: expect.any(Number) }],
      ])
    },
  },
}
