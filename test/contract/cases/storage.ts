import { expect } from 'vitest'
import type { Scene } from '../scene.ts'
import type { Cases } from './case.ts'
import { noTract } from './case.ts'

const onMain = ({ tract }: Scene) => ({ tract, branch: 'main' })
const nobody = '0'.repeat(64)
const days = { orphanRetentionDays: 0, archiveRetentionDays: null, trashRetentionDays: 0 }
const noMessage = (more: object = {}) => ({ input: (scene: Scene) => ({ ...onMain(scene), message: nobody, ...more }), code: 'ref/not-found' as const })
const nowhere = { input: () => ({ tract: 'no-such-tract', ...days }), code: noTract.code }

/** One message on main, and one that a deleted branch has left. */
async function leftBehind(scene: Scene): Promise<void> {
  const { tract } = scene
  await scene.say('Stays')
  await scene.api().acts.branch({ tract, name: 'idea', from: 'main' })
  await scene.api().acts.append({ tract, branch: 'idea', as: 'user', text: 'Goes' })
  await scene.api().acts.switch({ tract, branch: 'main' })
  await scene.api().branches.delete({ tract, branch: 'idea', force: true })
}
const textsOf = async (scene: Scene) => (await scene.api().history.xray(onMain(scene))).messages.map(({ preview }) => preview)

export const storage: Cases = {
  'storage.facts': {
    fault: null,
    bad: null,
    async does(scene) {
      await leftBehind(scene)
      const { live, leftover, trash, fileBytes } = await scene.api().storage.facts()
      expect([live.commits, leftover.commits, trash, fileBytes > 0]).toEqual([1, 1, { commits: 0, bytes: 0, batches: [] }, true])
    },
  },
  'storage.preview': {
    fault: nowhere,
    bad: { tract: 'x', ...days, orphanRetentionDays: -1 },
    async does(scene) {
      await leftBehind(scene)
      const report = await scene.api().storage.preview({ tract: scene.tract, ...days })
      expect([report.wasDryRun, report.trashed.items.map(({ preview }) => preview), report.purged.commits]).toEqual([true, ['Goes'], 1])
    },
  },
  'storage.moveToTrash': {
    fault: nowhere,
    bad: { tract: 'x' },
    async does(scene) {
      await leftBehind(scene)
      const report = await scene.api().storage.moveToTrash({ tract: scene.tract, ...days })
      const { trash } = await scene.api().storage.facts()
      await scene.api().acts.undo({ tract: scene.tract })
      expect([report.purges, report.trashed.commits, report.removedCommits, trash.batches.map(({ commits, days: waited }) => [commits, waited]), (await scene.api().storage.facts()).trash.commits]).toEqual([false, 1, 0, [[1, 0]], 0])
    },
  },
  'storage.cleanUp': {
    fault: nowhere,
    bad: { tract: 'x', ...days, archiveRetentionDays: 'never' },
    async does(scene) {
      await leftBehind(scene)
      const report = await scene.api().storage.cleanUp({ tract: scene.tract, ...days })
      const { gone, trash } = await scene.api().storage.facts()
      expect([report.removedCommits, gone, trash.commits, await textsOf(scene)]).toEqual([1, { texts: 1, commits: 1 }, 0, ['Stays']])
    },
  },
  'storage.previewErase': {
    fault: noMessage(),
    bad: { tract: 'x', branch: 'main', message: 'short' },
    async does(scene) {
      const message = await scene.say('A secret that must go')
      await scene.say('He said: A secret that must go')
      const report = await scene.api().storage.previewErase({ ...onMain(scene), message })
      expect([report.wasPreview, report.places.map(({ kind }) => kind), report.mentions.map(({ how, preview }) => [how, preview]), await textsOf(scene)]).toEqual([
        true, ['version'], [['contains', 'He said: A secret that must go']], ['A secret that must go', 'He said: A secret that must go'],
      ])
    },
  },
  'storage.erase': {
    fault: noMessage({ reason: '' }),
    bad: { tract: 'x', branch: 'main', message: nobody },
    async does(scene) {
      const message = await scene.say('A secret that must go')
      await scene.say('Something else')
      const report = await scene.api().storage.erase({ ...onMain(scene), message, reason: 'it was a secret' })
      const { excluded } = await scene.api().history.xray(onMain(scene))
      expect([report.isGone, report.erasedBytes > 0, excluded.map(({ why }) => why.kind), await textsOf(scene)]).toEqual([true, true, ['erased'], ['Something else']])
    },
  },
}
