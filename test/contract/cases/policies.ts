import { expect } from 'vitest'
import type { Proposal } from '../../../core/model/proposal.ts'
import type { Scene } from '../scene.ts'
import type { Cases } from './case.ts'
import { noTract } from './case.ts'

const pinning = (patterns: readonly string[]) => ({ name: 'pin', isOn: true, autonomy: null, settings: { policy: 'pin', types: [], roles: [], patterns: patterns.map((source) => ({ source, flags: '' })) } })
const noProposal = (more: object = {}) => ({ input: ({ tract }: Scene) => ({ tract, proposal: 'none', ...more }), code: 'proposal/not-found' as const })
const stateOf = ({ api, tract }: Scene) => api().policies.state({ tract })

/** A message that must be kept, and the proposal to keep it. */
async function proposed(scene: Scene): Promise<Proposal> {
  const { api, tract } = scene
  await api().policies.configure({ tract, autonomy: 'manual', policies: [pinning(['must'])] })
  await scene.say('It must be red.')
  const { waiting: [first] } = await stateOf(scene)
  if (!first) throw new Error('nothing was proposed')
  return first
}

export const policies: Cases = {
  'policies.state': {
    fault: noTract,
    bad: { tract: 1 },
    async does(scene) {
      const { id, reasoning } = await proposed(scene)
      const { autonomy, policies: kept, waiting, decided, log } = await stateOf(scene)
      expect([autonomy, kept, waiting.map((one) => one.id), decided, log.map(({ policy, outcome }) => [policy, outcome]), reasoning.length > 0]).toEqual(['manual', [pinning(['must'])], [id], [], [['pin', { kind: 'proposed', proposal: id }]], true])
    },
  },
  'policies.configure': {
    fault: { input: ({ tract }) => ({ tract, policies: [pinning(['('])] }), code: 'config/bad-value' },
    bad: { tract: 'x', autonomy: 'whatever' },
    async does(scene) {
      const { api, tract } = scene
      await api().policies.configure({ tract, policies: [pinning(['must'])] })
      const { autonomy, policies: kept } = await api().policies.configure({ tract, autonomy: 'autonomous' })
      await api().acts.undo({ tract })
      expect([autonomy, kept, (await stateOf(scene)).autonomy]).toEqual(['autonomous', [pinning(['must'])], null])
    },
  },
  'policies.approve': {
    fault: noProposal(),
    bad: { tract: 'x', proposal: 'y', args: 1 },
    async does(scene) {
      const { api, tract } = scene
      const { id, action } = await proposed(scene)
      const done = await api().policies.approve({ tract, proposal: id, args: { ...(action.args as Record<string, never>), reason: 'as asked' } })
      const { waiting, decided } = await stateOf(scene)
      const [step] = (await api().history.xray({ tract, branch: 'main' })).messages.slice(-1)
      expect([done, waiting, decided[0]?.state, step?.priority]).toMatchObject([{ kind: 'executed' }, [], { kind: 'executed', args: { reason: 'as asked' } }, 'pinned'])
    },
  },
  'policies.reject': {
    fault: noProposal({ reason: '' }),
    bad: { tract: 'x', proposal: 'y' },
    async does(scene) {
      const { api, tract } = scene
      const { id } = await proposed(scene)
      await api().policies.reject({ tract, proposal: id, reason: 'not that one ' })
      const { waiting, decided } = await stateOf(scene)
      await api().acts.undo({ tract })
      expect([waiting, decided[0]?.state, (await stateOf(scene)).waiting.map((one) => one.id)]).toMatchObject([[], { kind: 'rejected', reason: 'not that one' }, [id]])
    },
  },
  'policies.refresh': {
    fault: noProposal(),
    bad: { tract: 'x' },
    async does(scene) {
      const { api, tract } = scene
      const { id } = await proposed(scene)
      await scene.say('And large.')
      const before = (await stateOf(scene)).waiting[0]?.isCurrent
      expect([before, (await api().policies.refresh({ tract, proposal: id })).isCurrent]).toEqual([false, true])
    },
  },
  'policies.trial': {
    fault: { input: ({ tract }) => ({ tract, branch: 'main', policy: { name: 'x' } }), code: 'config/bad-value' },
    bad: { tract: 'x', branch: 'main', policy: 1 },
    async does(scene) {
      const { api, tract } = scene
      for (const text of ['It must be red.', 'Thanks.', 'It must be large.']) await scene.say(text)
      const trials = await api().policies.trial({ tract, branch: 'main', policy: pinning(['must']) })
      expect([trials.map(({ tool }) => tool), (await stateOf(scene)).log]).toEqual([['annotate', 'annotate'], []])
    },
  },
}
