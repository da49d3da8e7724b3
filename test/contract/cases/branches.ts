import { expect } from 'vitest'
import type { Scene } from '../scene.ts'
import { noTract } from './case.ts'
import type { Cases } from './case.ts'

const noBranch = (more: object = {}) => ({ input: ({ tract }: Scene) => ({ tract, branch: 'nowhere', ...more }), code: 'branch/not-found' as const })
const namesOf = async ({ api, tract }: Scene): Promise<readonly string[]> => (await api().tracts.overview({ tract })).branches.map(({ name }) => name)
const textsOn = async ({ api, tract }: Scene): Promise<readonly string[]> => (await api().history.xray({ tract, branch: 'main' })).messages.map(({ preview }) => preview)

export const branches: Cases = {
  'branches.rename': {
    fault: noBranch({ to: 'side' }),
    bad: { tract: 'x', branch: 'main', to: '' },
    async does(scene) {
      await scene.say('Hello')
      const { name, isCurrent } = await scene.api().branches.rename({ tract: scene.tract, branch: 'main', to: 'trunk' })
      expect([name, isCurrent, await namesOf(scene)]).toEqual(['trunk', true, ['trunk']])
    },
  },
  'branches.delete': {
    fault: { input: ({ tract }) => ({ tract, branch: 'main' }), code: 'branch/current' },
    bad: { tract: 'x' },
    async does(scene) {
      const { api, tract } = scene
      await scene.say('Hello')
      await api().acts.branch({ tract, name: 'side', from: 'main' })
      await api().acts.append({ tract, branch: 'side', as: 'user', text: 'Only here' })
      await api().acts.switch({ tract, branch: 'main' })
      const refused = await api().branches.delete({ tract, branch: 'side' }).then(() => 'not refused', (error: { data: { code: string } }) => error.data.code)
      await api().branches.delete({ tract, branch: 'side', force: true })
      const without = await namesOf(scene)
      await api().acts.undo({ tract })
      expect([refused, without, await namesOf(scene)]).toEqual(['branch/unmerged', ['main'], ['main', 'side']])
    },
  },
  'branches.reset': {
    fault: noBranch({ to: 'main' }),
    bad: { tract: 'x', branch: 'main' },
    async does(scene) {
      const { api, tract } = scene
      const first = await scene.say('First')
      await scene.say('Second')
      await api().branches.reset({ tract, branch: 'main', to: first })
      const after = await textsOn(scene)
      await api().branches.reset({ tract, branch: 'main', to: 'ORIG_HEAD' })
      expect([after, await textsOn(scene)]).toEqual([['First'], ['First', 'Second']])
      await api().branches.reset({ tract, branch: 'main', to: first, keep: 'before' })
      const tags = await api().branches.tags({ tract })
      await api().acts.undo({ tract })
      expect([tags.map(({ name }) => name), await api().branches.tags({ tract }), await textsOn(scene)]).toEqual([['before'], [], ['First', 'Second']])
    },
  },
  'branches.tags': {
    fault: noTract,
    bad: { tract: 'x', name: 'y' },
    async does(scene) {
      const commit = await scene.say('Hello')
      await scene.api().branches.tag({ tract: scene.tract, name: 'good', at: 'main' })
      expect(await scene.api().branches.tags({ tract: scene.tract })).toEqual([{ name: 'good', commit }])
    },
  },
  'branches.tag': {
    fault: { input: ({ tract }) => ({ tract, name: 'good', at: 'nowhere' }), code: 'ref/not-found' },
    bad: { tract: 'x', name: 'good' },
    async does(scene) {
      const commit = await scene.say('Hello')
      expect(await scene.api().branches.tag({ tract: scene.tract, name: 'good', at: commit })).toEqual({ name: 'good', commit })
    },
  },
  'branches.renameTag': {
    fault: { input: ({ tract }) => ({ tract, name: 'good', to: 'better' }), code: 'ref/not-found' },
    bad: { tract: 'x', name: 'good' },
    async does(scene) {
      const commit = await scene.say('Hello')
      const { tract } = scene
      await scene.api().branches.tag({ tract, name: 'good', at: commit })
      await scene.api().branches.renameTag({ tract, name: 'good', to: 'better' })
      const renamed = await scene.api().branches.tags({ tract })
      await scene.api().acts.undo({ tract })
      expect([renamed, await scene.api().branches.tags({ tract })]).toEqual([[{ name: 'better', commit }], [{ name: 'good', commit }]])
    },
  },
  'branches.deleteTag': {
    fault: { input: ({ tract }) => ({ tract, name: 'good' }), code: 'tag/not-found' },
    bad: { tract: 'x' },
    async does(scene) {
      await scene.say('Hello')
      await scene.api().branches.tag({ tract: scene.tract, name: 'good', at: 'main' })
      await scene.api().branches.deleteTag({ tract: scene.tract, name: 'good' })
      expect(await scene.api().branches.tags({ tract: scene.tract })).toEqual([])
    },
  },
}
