import { expect } from 'vitest'
import type { CompressState, SummaryJob } from '../../../main/contract/compress.ts'
import type { AppEvent } from '../../../main/contract/events.ts'
import type { CompressionDraft } from '../../../core/model/compress.ts'
import type { MessageId } from '../../../core/model/ids.ts'
import type { Scene } from '../scene.ts'
import type { Cases } from './case.ts'
import { noTract } from './case.ts'

const onMain = ({ tract }: Scene) => ({ tract, branch: 'main' })
const nobody = '0'.repeat(64)
const nowhere = { from: nobody, to: nobody }
const noDraft = (more: object = {}) => ({ input: ({ tract }: Scene) => ({ tract, draft: 'none', ...more }), code: 'draft/not-found' as const })
const noMessage = (more: object = {}) => ({ input: (scene: Scene) => ({ ...onMain(scene), range: nowhere, ...more }), code: 'ref/not-found' as const })

const long = [
  'How long can I return shoes that I bought in the shop in Hamburg last Friday? They are too small. I have the receipt and the box, and have not worn them. My sister lives around the corner and could bring them back on Saturday. Would she need my card for that?',
  'Never promise a date before the parcel is scanned.',
  'And for boots that I wore once outside, in the rain, on the way to the station? The sole shows light marks. I would rather exchange them for a wide pair than pay. Could you put one aside until next week? I am on the road until then.',
  'Thank you.',
]
/** Four messages, of which the second is pinned. */
async function said(scene: Scene): Promise<{ readonly ids: readonly MessageId[]; readonly range: { readonly from: MessageId; readonly to: MessageId } }> {
  const ids: MessageId[] = []
  for (const text of long) ids.push(await scene.say(text))
  await scene.api().acts.annotate({ ...onMain(scene), messages: [ids[1] as MessageId], priority: 'pinned' })
  return { ids, range: { from: ids[0] as MessageId, to: ids[2] as MessageId } }
}
async function drafted(scene: Scene): Promise<CompressionDraft> {
  const { range } = await said(scene)
  return await scene.api().compress.draft({ ...onMain(scene), range, texts: ['Shoes: asked.', 'Boots: asked.'], wish: { targetTokens: 20, instructions: 'Keep names.' } })
}
const seen = async (scene: Scene): Promise<readonly string[]> => (await scene.api().history.xray(onMain(scene))).messages.map(({ preview }) => long.find((text) => text.startsWith(preview)) ?? preview) // a preview is cut
const stateOf = ({ api, tract }: Scene): Promise<CompressState> => api().compress.state({ tract })
const hasEnded = ({ id }: Pick<SummaryJob, 'id'>) => (event: AppEvent): boolean => event.type === 'summary.written' && event.job.id === id && event.job.state.kind !== 'running'

/** Starts a job and waits for its end; gives the last word of it. */
async function written(scene: Scene, start: () => Promise<SummaryJob>): Promise<SummaryJob> {
  await using ear = await scene.listen()
  const job = await start()
  const heard = (await ear.until(hasEnded(job))).at(-1)
  return heard?.type === 'summary.written' ? heard.job : job
}

export const compress: Cases = {
  'compress.state': {
    fault: noTract,
    bad: { tract: 1 },
    async does(scene) {
      const draft = await drafted(scene)
      expect([await stateOf(scene), draft.wish]).toEqual([{ drafts: [draft], jobs: [] }, { targetTokens: 20, instructions: 'Keep names.', mustKeep: [] }])
    },
  },
  'compress.view': {
    fault: noMessage(),
    bad: { tract: 'x', branch: 'main', range: { from: nobody } },
    async does(scene) {
      const { ids, range } = await said(scene)
      const both = await scene.api().compress.view({ ...onMain(scene), range })
      const one = await scene.api().compress.view({ ...onMain(scene), range: { ...range, preserve: [ids[2] as MessageId] } })
      await scene.api().acts.annotate({ ...onMain(scene), messages: [ids[0] as MessageId], priority: 'skip' })
      const none = await scene.api().compress.view({ ...onMain(scene), range: { from: ids[0] as MessageId, to: ids[0] as MessageId } })
      expect([both.rows.map(({ mark }) => mark), both.runs.map(({ messages }) => messages), both.rows.map((row) => (row.mark === 'taken' ? row.text : null)), one.rows.map(({ mark }) => mark), none.nothing]).toEqual([
        ['taken', 'pinned', 'taken', 'outside'], [[ids[0]], [ids[2]]], [long[0], null, long[2], null], ['taken', 'pinned', 'leftOut', 'outside'], 'allSkipped',
      ])
    },
  },
  'compress.effect': {
    fault: noMessage({ texts: ['x'] }),
    bad: { tract: 'x', branch: 'main', range: nowhere, texts: [] },
    async does(scene) {
      const { range } = await said(scene)
      const before = await seen(scene)
      const effect = await scene.api().compress.effect({ ...onMain(scene), range, texts: ['Shoes: asked.', 'Boots: asked.'] })
      expect([effect.lines.map(({ preview }) => preview), effect.pinned, effect.messagesBefore, effect.messagesAfter, effect.summaryTokens.length, effect.tokensAfter < effect.tokensBefore, effect.readAnew > 0, await seen(scene)]).toEqual([
        ['Shoes: asked.', long[1], 'Boots: asked.', long[3]], { count: 1, areSame: true }, 4, 4, 2, true, true, before,
      ])
    },
  },
  'compress.draft': {
    fault: noMessage({ texts: ['x'] }),
    bad: { tract: 'x', branch: 'main', range: nowhere, texts: [1] },
    async does(scene) {
      const { branch, runs, isStale } = await drafted(scene)
      expect([branch, isStale, runs.map(({ summary, originals }) => [summary, originals.map(({ content }) => content)]), await seen(scene)]).toEqual(['main', false, [['Shoes: asked.', [long[0]]], ['Boots: asked.', [long[2]]]], long])
    },
  },
  'compress.write': {
    fault: noMessage(),
    bad: { tract: 'x', branch: 'main', range: nowhere, writer: { provider: 'demo' } },
    async does(scene) {
      const { range } = await said(scene)
      const job = await written(scene, () => scene.api().compress.write({ ...onMain(scene), range }))
      const { drafts: [draft], jobs } = await stateOf(scene)
      expect([job.provider, job.model, job.texts.map(({ text }) => text.trim()).filter((text) => text !== ''), job.state, jobs, await seen(scene)]).toEqual(['demo', 'demo', draft?.runs.map(({ summary }) => summary), { kind: 'done', draft: draft?.id }, [], long])
    },
  },
  'compress.regenerate': {
    fault: noDraft({ run: null, guidance: '' }),
    bad: { tract: 'x', draft: 'y', run: -1, guidance: '' },
    async does(scene) {
      const draft = await drafted(scene)
      const job = await written(scene, () => scene.api().compress.regenerate({ tract: scene.tract, draft: draft.id, run: 1, guidance: 'shorter' }))
      const { drafts } = await stateOf(scene)
      const version = drafts[0]?.runs[1]?.versions.at(-1)
      expect([job.state.kind, drafts[0]?.runs.map(({ versions, chosen }) => [versions.length, chosen]), version?.guidance, version?.writer]).toEqual(['done', [[1, 0], [2, 1]], 'shorter', { client: 'Demo', model: 'demo', costUsd: 0 }])
    },
  },
  'compress.stop': {
    fault: null,
    bad: { job: 1 },
    async does(scene) {
      await scene.useServer()
      const { range } = await said(scene)
      scene.server.script('Half of a summary')
      scene.server.hold()
      await using ear = await scene.listen()
      const job = await scene.api().compress.write({ ...onMain(scene), range })
      await scene.server.received(1)
      scene.server.release(2)
      await ear.until((event) => event.type === 'summary.written' && event.job.texts.length > 0)
      const busy = await scene.api().compress.write({ ...onMain(scene), range }).catch((error: { data: { code: string } }) => error.data.code)
      await scene.page.reload()
      const reloaded = (await stateOf(scene)).jobs
      await scene.api().compress.stop({ job: job.id })
      const { jobs, drafts } = await stateOf(scene)
      const kept = drafts.map(({ runs }) => runs.map(({ summary, versions }) => [summary, versions.map(({ isWhole }) => isWhole)]))
      expect([busy, reloaded.map(({ id, state }) => [id, state.kind]), jobs, kept, await seen(scene)]).toEqual(['compress/busy', [[job.id, 'running']], [], [[[expect.stringMatching(/^Half/), [false]], ['', []]]], long])
      scene.server.release()
    },
  },
  'compress.dismiss': {
    fault: null,
    bad: {},
    async does(scene) {
      await scene.useServer()
      const { range } = await said(scene)
      scene.server.script({ kind: 'status', status: 401 })
      const job = await written(scene, () => scene.api().compress.write({ ...onMain(scene), range }))
      const before = (await stateOf(scene)).jobs.map(({ state }) => (state.kind === 'failed' ? state.fault.code : state.kind))
      await scene.api().compress.dismiss({ job: job.id })
      expect([before, await stateOf(scene), await seen(scene)]).toEqual([['llm/auth'], { drafts: [], jobs: [] }, long])
    },
  },
  'compress.edit': {
    fault: noDraft({ run: 0, text: 'x' }),
    bad: { tract: 'x', draft: 'y', run: 0, text: 1 },
    async does(scene) {
      const { id } = await drafted(scene)
      const { runs } = await scene.api().compress.edit({ tract: scene.tract, draft: id, run: 0, text: 'Shoes.' })
      expect(runs.map(({ summary, versions }) => [summary, versions.length])).toEqual([['Shoes.', 2], ['Boots: asked.', 1]])
    },
  },
  'compress.choose': {
    fault: noDraft({ run: 0, version: 0 }),
    bad: { tract: 'x', draft: 'y', run: 0, version: -1 },
    async does(scene) {
      const { api, tract } = scene
      const { id } = await drafted(scene)
      await api().compress.edit({ tract, draft: id, run: 0, text: 'Shoes.' })
      expect((await api().compress.choose({ tract, draft: id, run: 0, version: 0 })).runs[0]?.summary).toBe('Shoes: asked.')
    },
  },
  'compress.refresh': {
    fault: noDraft(),
    bad: { tract: 'x' },
    async does(scene) {
      const { api, tract } = scene
      const { id, runs } = await drafted(scene)
      await api().acts.edit({ ...onMain(scene), message: runs[0]?.originals[0]?.messageId as MessageId, text: 'How long can I return sandals that I bought in the shop in Bremen?' })
      const stale = (await stateOf(scene)).drafts[0]?.isStale
      const { isStale, runs: [first] } = await api().compress.refresh({ tract, draft: id })
      expect([stale, isStale, first?.summary, first?.originals[0]?.content]).toEqual([true, false, 'Shoes: asked.', 'How long can I return sandals that I bought in the shop in Bremen?'])
    },
  },
  'compress.approve': {
    fault: noDraft(),
    bad: { tract: 'x' },
    async does(scene) {
      const { api, tract } = scene
      const { id } = await drafted(scene)
      const done = await api().compress.approve({ tract, draft: id })
      const after = await seen(scene)
      await api().acts.undo({ tract })
      expect([done.messages, done.tokensAfter < done.tokensBefore, after, await seen(scene), (await stateOf(scene)).drafts.map((draft) => draft.id)]).toEqual([2, true, ['Shoes: asked.', long[1], 'Boots: asked.', long[3]], long, [id]])
    },
  },
  'compress.reject': {
    fault: noDraft(),
    bad: { tract: 'x', draft: 'y', reason: 1 },
    async does(scene) {
      const { api, tract } = scene
      const { id } = await drafted(scene)
      await api().compress.reject({ tract, draft: id, reason: 'too lossy' })
      const after = (await stateOf(scene)).drafts
      const { items } = await api().history.operations({ tract, limit: 1, cursor: null })
      await api().acts.undo({ tract })
      expect([after, items[0]?.detail, (await stateOf(scene)).drafts.length]).toEqual([[], 'too lossy', 1])
    },
  },
}
