import { expect } from 'vitest'
import type { MessageId } from '../../../core/model/ids.ts'
import type { Scene } from '../scene.ts'
import { noTract } from './case.ts'
import type { Cases } from './case.ts'

const onMain = ({ tract }: Scene) => ({ tract, branch: 'main' })
const nobody = '0'.repeat(64)
const fault = { input: ({ tract }: Scene) => ({ tract, branch: 'nowhere' }), code: 'branch/not-found' as const }

/** `main` and `side` part after a first message, and each says something of its own. */
async function parted(scene: Scene): Promise<{ readonly first: MessageId; readonly own: MessageId }> {
  const { api, tract } = scene
  const first = await scene.say('First')
  await api().acts.branch({ tract, name: 'side', from: 'main' })
  await api().acts.append({ tract, branch: 'side', as: 'user', text: 'On the side' })
  await scene.say('On main')
  await api().acts.switch({ tract, branch: 'main' })
  const { items } = await api().history.transcript({ tract, branch: 'side', limit: 1 })
  return { first, own: items[0]?.messageId as MessageId }
}

/** The same, and both corrected the first message: a merge has something to decide. */
async function atOdds(scene: Scene): Promise<string> {
  const { api, tract } = scene
  const { first } = await parted(scene)
  await api().acts.edit({ tract, branch: 'main', message: first, text: 'First, ours' })
  await api().acts.edit({ tract, branch: 'side', message: first, text: 'First, theirs' })
  const merged = await api().joins.merge({ ...onMain(scene), from: 'side' })
  return merged.kind === 'conflict' ? (merged.pending.conflicts[0]?.id ?? '') : ''
}

const textsOn = async ({ api, tract }: Scene, branch: string): Promise<readonly string[]> => (await api().history.xray({ tract, branch })).messages.map(({ preview }) => preview)

export const joins: Cases = {
  'joins.preview': {
    fault: { input: ({ tract }) => ({ tract, branch: 'main', act: { kind: 'merge', from: 'nowhere' } }), code: 'branch/not-found' },
    bad: { tract: 'x', branch: 'main', act: { kind: 'undo' } },
    async does(scene) {
      const { own } = await parted(scene)
      const { tract, api } = scene
      const preview = (branch: string, act: Parameters<ReturnType<typeof api>['joins']['preview']>[0]['act']) => api().joins.preview({ tract, branch, act })
      const merge = await preview('main', { kind: 'merge', from: 'side' })
      const pick = await preview('main', { kind: 'pick', refs: [own] })
      const rebase = await preview('side', { kind: 'rebase', onto: 'main' })
      const reset = await preview('side', { kind: 'reset', to: 'main' })
      const kept = await preview('side', { kind: 'reset', to: 'main', keep: 'before' })
      expect([reset, kept].map((one) => one.kind === 'reset' && [one.left.count, one.left.newest.map(({ preview: text }) => text)])).toEqual([[1, ['On the side']], [0, []]])
      expect(rebase.kind === 'rebase' && [rebase.own.count, rebase.own.newest]).toEqual([1, [{ commit: own, kind: 'append', messageId: own, role: 'user', preview: 'On the side', priority: null, tokens: 7 }]])
      const told = [merge, pick, rebase, reset].map(({ kind, effect }) => [kind, effect.changes.map((change) => change.kind)])
      expect([told, merge.kind === 'merge' && merge.result.kind, await textsOn(scene, 'main'), await textsOn(scene, 'side')]).toEqual([
        [['merge', ['added']], ['pick', ['added']], ['rebase', ['added']], ['reset', ['removed', 'added']]],
        'clean',
        ['First', 'On main'],
        ['First', 'On the side'],
      ])
    },
  },
  'joins.merge': {
    fault: { input: ({ tract }) => ({ tract, branch: 'main', from: 'main' }), code: 'merge/itself' },
    bad: { tract: 'x', branch: 'main', from: 'side', strategy: 'theirs-always' },
    async does(scene) {
      await parted(scene)
      const merged = await scene.api().joins.merge({ ...onMain(scene), from: 'side', deleteBranch: true })
      const { branches } = await scene.api().tracts.overview({ tract: scene.tract })
      expect([merged.kind, await textsOn(scene, 'main'), branches.map(({ name }) => name)]).toEqual(['clean', ['First', 'On main', 'On the side'], ['main']])
    },
  },
  'joins.pick': {
    fault: { input: (scene) => ({ ...onMain(scene), refs: [nobody] }), code: 'ref/not-found' },
    bad: { tract: 'x', branch: 'main', refs: [] },
    async does(scene) {
      const { own } = await parted(scene)
      const picked = await scene.api().joins.pick({ ...onMain(scene), refs: [own] })
      expect([picked.kind, await textsOn(scene, 'main')]).toEqual(['picked', ['First', 'On main', 'On the side']])
    },
  },
  'joins.rebase': {
    fault: { input: (scene) => ({ ...onMain(scene), onto: 'nowhere' }), code: 'ref/not-found' },
    bad: { tract: 'x', branch: 'main' },
    async does(scene) {
      await parted(scene)
      const rebased = await scene.api().joins.rebase({ tract: scene.tract, branch: 'side', onto: 'main' })
      expect([rebased.kind, await textsOn(scene, 'side')]).toEqual(['rebased', ['First', 'On main', 'On the side']])
    },
  },
  'joins.pending': {
    fault,
    bad: { tract: 'x' },
    async does(scene) {
      const before = await scene.api().joins.pending(onMain(scene))
      await atOdds(scene)
      const pending = await scene.api().joins.pending(onMain(scene))
      expect([before, pending?.branch, pending?.conflicts.map(({ kind, ours, theirs }) => [kind, ours.text, theirs.text])]).toEqual([null, 'side', [['bothEdited', 'First, ours', 'First, theirs']]])
    },
  },
  'joins.waiting': {
    fault: noTract,
    bad: {},
    async does(scene) {
      const { tract } = scene
      const before = await scene.api().joins.waiting({ tract })
      await atOdds(scene)
      const waiting = await scene.api().joins.waiting({ tract })
      expect([before, waiting.map(({ branch, into }) => [branch, into])]).toEqual([[], [['side', 'main']]])
    },
  },
  'joins.resolve': {
    fault: { input: (scene) => ({ ...onMain(scene), conflict: 'none', resolution: { take: 'ours' } }), code: 'merge/none-pending' },
    bad: { tract: 'x', branch: 'main', conflict: 'c', resolution: { take: 'text' } },
    async does(scene) {
      const conflict = await atOdds(scene)
      const { conflicts } = await scene.api().joins.resolve({ ...onMain(scene), conflict, resolution: { take: 'text', text: 'First, ours and theirs' } })
      expect(conflicts.map(({ resolution }) => resolution)).toEqual([{ take: 'text', text: 'First, ours and theirs' }])
    },
  },
  'joins.suggest': {
    fault: { input: (scene) => ({ ...onMain(scene), conflict: 'none' }), code: 'merge/none-pending' },
    bad: { tract: 'x', branch: 'main', conflict: '' },
    async does(scene) {
      await scene.useServer()
      const conflict = await atOdds(scene)
      scene.server.script({ kind: 'answer', text: 'First, ours and theirs', usage: { input: 90, output: 6 } })
      const { text, model, usage } = await scene.api().joins.suggest({ ...onMain(scene), conflict })
      const pending = await scene.api().joins.pending(onMain(scene))
      expect([text, model, usage?.inputTokens, pending?.conflicts.map(({ resolution }) => resolution)]).toEqual(['First, ours and theirs', 'test-model', 90, [null]])
    },
  },
  'joins.commit': {
    fault: { input: onMain, code: 'merge/none-pending' },
    bad: { tract: 'x', branch: 'main', note: '' },
    async does(scene) {
      const conflict = await atOdds(scene)
      await scene.api().joins.resolve({ ...onMain(scene), conflict, resolution: { take: 'theirs' } })
      const { kind } = await scene.api().joins.commit(onMain(scene))
      expect([kind, await textsOn(scene, 'main')]).toEqual(['merge', ['First, theirs', 'On main', 'On the side']])
    },
  },
  'joins.refresh': {
    fault: { input: onMain, code: 'merge/none-pending' },
    bad: { tract: 'x' },
    async does(scene) {
      await atOdds(scene)
      await scene.say('More on main')
      const stale = await scene.api().joins.pending(onMain(scene))
      const fresh = await scene.api().joins.refresh(onMain(scene))
      expect([stale?.isStale, fresh?.isStale]).toEqual([true, false])
    },
  },
  'joins.abort': {
    fault: { input: onMain, code: 'merge/none-pending' },
    bad: { tract: 'x' },
    async does(scene) {
      await atOdds(scene)
      await scene.api().joins.abort(onMain(scene))
      expect([await scene.api().joins.pending(onMain(scene)), await textsOn(scene, 'main')]).toEqual([null, ['First, ours', 'On main']])
    },
  },
}
