import { expect } from 'vitest'
import type { Scene } from '../scene.ts'
import type { Cases } from './case.ts'

const onMain = ({ tract }: Scene) => ({ tract, branch: 'main' })
const noBranch = (more: object = {}) => ({ input: ({ tract }: Scene) => ({ tract, branch: 'nowhere', ...more }), code: 'branch/not-found' as const })

export const xray: Cases = {
  'xray.replaced': {
    fault: noBranch(),
    bad: { tract: 'x', branch: 'main', at: 'HEAD', asOf: 0 },
    async does(scene) {
      const message = await scene.say('60 days')
      for (const text of ['45 days', '30 days']) await scene.api().acts.edit({ ...onMain(scene), message, text })
      const versions = await scene.api().xray.replaced(onMain(scene))
      const [first] = await scene.api().xray.replaced({ ...onMain(scene), at: 'HEAD~1' })
      expect(versions).toMatchObject([{ messageId: message, preview: '60 days', role: 'user', by: { kind: 'user' } }, { messageId: message, preview: '45 days' }])
      expect([versions.every(({ tokens }) => tokens > 3), first, await scene.api().xray.replaced({ ...onMain(scene), at: message })]).toEqual([true, versions[0], []])
    },
  },
  'xray.sendRaw': {
    fault: noBranch({ body: {} }),
    bad: { tract: 'x', branch: 'main', body: 'hello' },
    async does(scene) {
      const { api, tract } = scene
      await scene.useServer()
      await scene.say('How long?')
      const { body } = await api().history.request(onMain(scene))
      const sent = { ...(body as { readonly [name: string]: never }), messages: [{ role: 'user', content: 'Something else' }] }
      const { text, model, usage } = await api().xray.sendRaw({ ...onMain(scene), body: sent })
      const { items } = await api().history.transcript({ ...onMain(scene), limit: 10 })
      const { status, undo } = await api().tracts.overview({ tract })
      expect([text.includes('Something else'), model, (usage?.outputTokens ?? 0) > 0, items.length]).toEqual([true, 'test-model', true, 1])
      expect([status.tokenSource, undo.undo?.verb]).toEqual(['estimate', 'commit']) // it counted no context, and there is nothing to take back
      await expect(api().xray.sendRaw({ ...onMain(scene), body: { ...sent, stream: false } })).rejects.toMatchObject({ data: { code: 'input/invalid' } })
    },
  },
  'xray.repairs': {
    fault: noBranch(),
    bad: { tract: 'x', branch: 'main', form: 'openai' },
    async does(scene) {
      const { api } = scene
      await scene.say('Hello')
      const late = { ...onMain(scene), as: 'system', text: 'Be brief.' } as const
      await api().acts.append(late)
      await scene.useServer()
      const [own, anthropic] = [await api().xray.repairs(onMain(scene)), await api().xray.repairs({ ...onMain(scene), settings: { provider: 'anthropic' } })]
      expect([own, anthropic.map(({ kind, text }) => [kind, text])]).toEqual([[], [['joined', 'A system message inside the conversation was moved to its top.']]])
    },
  },
  'xray.changes': {
    fault: noBranch({ against: { kind: 'lastCall' } }),
    bad: { tract: 'x', branch: 'main', against: { kind: 'yesterday' } },
    async does(scene) {
      const { api } = scene
      const early = await scene.say('How long?')
      expect(await api().xray.changes({ ...onMain(scene), against: { kind: 'lastCall' } })).toBe(null)
      await scene.useServer()
      await scene.ask('And boots?')
      await api().acts.edit({ ...onMain(scene), message: early, text: 'How long exactly?' })
      const sinceCall = await api().xray.changes({ ...onMain(scene), against: { kind: 'lastCall' } })
      const sinceStart = await api().xray.changes({ ...onMain(scene), against: { kind: 'at', at: early } })
      expect(sinceCall?.lines.map(({ mark, role }) => [mark, role])).toEqual([['changed', 'user'], ['same', 'user'], ['added', 'assistant']])
      expect(sinceCall?.lines[0]?.hunks).toEqual([{ kind: 'same', text: 'How long' }, { kind: 'added', text: ' exactly' }, { kind: 'same', text: '?' }])
      expect(sinceStart).toMatchObject({ added: 2, removed: 0, changed: 1, from: { messageCount: 1 }, to: { messageCount: 3 } })
    },
  },
  'xray.sinceLastCall': {
    fault: noBranch(),
    bad: { tract: 'x', branch: 'main', task: 'sing' },
    async does(scene) {
      const { api } = scene
      const early = await scene.say('How long?')
      expect(await api().xray.sinceLastCall(onMain(scene))).toBe(null)
      await scene.useServer()
      await scene.ask('And boots?')
      const more = await api().xray.sinceLastCall(onMain(scene))
      await api().acts.edit({ ...onMain(scene), message: early, text: 'How long exactly?' })
      const edited = await api().xray.sinceLastCall(onMain(scene))
      const other = await api().xray.sinceLastCall({ ...onMain(scene), settings: { model: 'another' } })
      expect(more).toMatchObject({ call: { client: 'Local', model: 'test-model' }, added: 1, removed: 0, changed: 0, cache: { kind: 'known', isOnlyMore: true, first: { role: 'assistant', edited: false } } })
      expect(edited).toMatchObject({ added: 1, changed: 1, cache: { kind: 'known', tokens: 0, isOnlyMore: false, first: { messageId: early, edited: true } } })
      expect(other).toMatchObject({ added: 1, cache: { kind: 'new', client: 'Local', model: 'another' } })
    },
  },
}
