import { expect } from 'vitest'
import { isEnd } from '../scene.ts'
import type { Scene } from '../scene.ts'
import type { Cases } from './case.ts'

const onMain = ({ tract }: Scene) => ({ tract, branch: 'main' })
const noBranch = { input: ({ tract }: Scene) => ({ tract, branch: 'nowhere' }), code: 'branch/not-found' } as const

/** What goes with a message, what it would cost, and what was sent. */
export const asking: Cases = {
  'chat.add': {
    fault: { input: (scene) => ({ ...onMain(scene), text: ' ' }), code: 'content/empty' },
    bad: { tract: 'x', branch: 'main', text: 'x', attachments: [{ name: '', content: 'x' }] },
    async does(scene) {
      const { api, tract } = scene
      await api().chat.add({ ...onMain(scene), text: 'Read this', attachments: [{ name: 'a.md', language: 'markdown', content: '# A' }, { name: 'b.txt', content: 'b' }] })
      const { items } = await api().history.transcript({ ...onMain(scene), limit: 10 })
      await api().acts.undo({ tract })
      const after = await api().history.transcript({ ...onMain(scene), limit: 10 })
      expect([items.map(({ content }) => content), after.items]).toEqual([
        [
          { type: 'artifact', artifactType: 'file', content: '# A', ref: 'a.md', language: 'markdown' },
          { type: 'artifact', artifactType: 'file', content: 'b', ref: 'b.txt' },
          { type: 'dialogue', role: 'user', text: 'Read this' },
        ],
        [],
      ])
    },
  },
  'chat.choose': {
    fault: { input: () => ({ provider: 'nobody', config: {} }), code: 'provider/not-found' },
    bad: { config: { temperature: 3 } },
    async does(scene) {
      const { api } = scene
      const provider = await scene.useServer()
      await api().chat.choose({ config: { topP: 0.5, seed: 7, temperature: 0.1 } })
      await api().chat.choose({ config: { seed: null, model: null } })
      const { lasting, config } = await api().chat.forecast(onMain(scene))
      expect([lasting, config.levels, config.values.model, (await api().settings.get()).chat.provider]).toEqual([
        { topP: 0.5, temperature: 0.1 },
        { topP: 'llmConfig', temperature: 'llmConfig', model: 'client' },
        'test-model',
        provider,
      ])
    },
  },
  'chat.forecast': {
    fault: noBranch,
    bad: { tract: 'x', branch: 'main', settings: { maxTokens: 0 } },
    async does(scene) {
      const { api, test, tract } = scene
      const provider = await scene.useServer()
      test.app.workspace().get(tract).configureOperations({ chat: { temperature: 0.3, model: 'gpt-4o' } })
      await api().settings.setPrice({ model: 'gpt-4o-mini', price: { inputUsd: 0.15, cachedInputUsd: 0.075, outputUsd: 0.6 } })
      const told = await api().chat.forecast({ ...onMain(scene), settings: { topK: 5, model: 'gpt-4o-mini' } })
      expect(told).toEqual({
        provider,
        client: 'Local',
        isDemo: false,
        config: { values: { model: 'gpt-4o-mini', temperature: 0.3, topK: 5 }, levels: { model: 'sugar', temperature: 'operation', topK: 'sugar' } },
        lasting: { model: 'test-model' },
        notSent: ['topK'],
        contextTokens: 128_000,
        maxOutputTokens: 16_384,
        price: { inputUsd: 0.15, cachedInputUsd: 0.075, outputUsd: 0.6 },
        fault: null,
      })
    },
  },
  'history.request': {
    fault: noBranch,
    bad: { tract: 'x', branch: 'main', form: 'yaml' },
    async does(scene) {
      const { api, server } = scene
      await scene.useServer('sk-never-shown-0001')
      await scene.say('Hello')
      const asked = { ...onMain(scene), settings: { temperature: 0.5 } }
      const own = await api().history.request(asked)
      const other = await api().history.request({ ...asked, form: 'anthropic' })
      const local = await api().history.request({ ...asked, form: 'ollama' })
      await using ear = await scene.listen()
      const { call } = await api().chat.retry(asked)
      await ear.until((event) => isEnd(event, call))
      expect([own.form, own.isSent, own.body, own.url, JSON.stringify(own).includes('never-shown')]).toEqual(['openai', true, server.requests[0]?.body, server.url, false])
      expect([other.form, other.isSent, other.body]).toMatchObject(['anthropic', false, { model: 'test-model', temperature: 0.5, messages: [{ role: 'user', content: 'Hello' }] }])
      const [titled, before] = [await api().history.request({ ...asked, task: 'title' }), await api().history.request({ ...asked, asOf: 0 })]
      expect([titled.isSent, before.isSent, before.body['messages']]).toEqual([false, false, []])
      expect([local.isSent, local.body]).toMatchObject([false, { model: 'test-model', options: { temperature: 0.5 }, messages: [{ role: 'user', content: 'Hello' }] }])
    },
  },
  'history.receipt': {
    fault: { input: (scene) => ({ ...onMain(scene), message: '0'.repeat(64) }), code: 'ref/not-found' },
    bad: { tract: 'x', branch: 'main', message: 'HEAD' },
    async does(scene) {
      await scene.useServer()
      const call = await scene.ask('Hello')
      const { items } = await scene.api().history.transcript({ ...onMain(scene), limit: 1 })
      const message = items[0]?.messageId ?? ''
      const receipt = await scene.api().history.receipt({ ...onMain(scene), message })
      expect(receipt).toMatchObject({ call, answer: message, client: 'Local', model: 'test-model', stillMatches: true })
    },
  },
}
