import { expect } from 'vitest'
import { noTract } from './case.ts'
import type { Cases } from './case.ts'

const noOperation = (more: object) => ({ input: ({ tract }: { readonly tract: string }) => ({ tract, ...more }), code: 'operation/not-found' as const })

/** What was done, how it was then, and the ways back. */
export const past: Cases = {
  'acts.openBatch': {
    fault: noTract,
    bad: { tract: '' },
    async does({ api, tract, say }) {
      const opened = [await api().acts.openBatch({ tract }), await api().acts.openBatch({ tract })]
      await say('Hello')
      expect([opened, (await api().tracts.overview({ tract })).batch]).toEqual([[true, false], { acts: 1 }])
    },
  },
  'acts.commitBatch': {
    fault: noTract,
    bad: { tract: '' },
    async does({ api, tract, say }) {
      await api().acts.openBatch({ tract })
      await say('Hello')
      await say('Hello again')
      const acts = await api().acts.commitBatch({ tract })
      const { undo, batch } = await api().tracts.overview({ tract })
      expect([acts, undo.undo?.verb, batch, await api().acts.commitBatch({ tract })]).toEqual([2, 'batch', null, 0])
    },
  },
  'acts.cancelBatch': {
    fault: noTract,
    bad: { tract: '' },
    async does({ api, tract, say }) {
      await api().acts.openBatch({ tract })
      await say('Hello')
      const { kind } = await api().acts.cancelBatch({ tract })
      expect([kind, (await api().history.transcript({ tract, branch: 'main', limit: 5 })).items, (await api().tracts.overview({ tract })).batch]).toEqual(['done', [], null])
    },
  },
  'history.operations': {
    fault: { input: ({ tract }) => ({ tract, limit: 10, cursor: 'nonsense' }), code: 'cursor/bad' },
    bad: { tract: 'x', limit: 1001, cursor: null },
    async does({ api, tract, say }) {
      const message = await say('Hello')
      await api().acts.annotate({ tract, branch: 'main', messages: [message], priority: 'skip' })
      await api().acts.undo({ tract })
      const first = await api().history.operations({ tract, limit: 2, cursor: null })
      const rest = await api().history.operations({ tract, limit: 10, cursor: first.next })
      const told = [...first.items, ...rest.items].map(({ verb, detail, cause }) => [verb, detail, cause.kind])
      expect([told, first.items.length, rest.next]).toEqual([[['undo', 'annotate', 'undo'], ['annotate', 'skip', 'direct'], ['commit', 'user', 'direct'], ['create', null, 'direct']], 2, null])
    },
  },
  'history.viewAt': {
    fault: { input: ({ tract }) => ({ tract, seq: 1_000_000 }), code: 'journal/no-such-seq' },
    bad: { tract: 'x', seq: -1 },
    async does({ api, tract, say }) {
      const message = await say('Hello')
      const { items } = await api().history.operations({ tract, limit: 1, cursor: null })
      await api().acts.branch({ tract, name: 'side', from: 'main' })
      const then = await api().history.viewAt({ tract, seq: items[0]?.seq ?? 0 })
      expect([then.branches.map(({ name, commit }) => [name, commit]), then.head]).toEqual([[['main', message]], { kind: 'attached', branch: 'main', commit: message }])
    },
  },
  'acts.restore': {
    fault: noOperation({ operation: 'op_999999' }),
    bad: { tract: 'x', operation: '' },
    async does({ api, tract, say }) {
      await say('Hello')
      const { items } = await api().history.operations({ tract, limit: 1, cursor: null })
      await say('And more')
      const { kind } = await api().acts.restore({ tract, operation: items[0]?.id ?? '' })
      expect([kind, (await api().tracts.overview({ tract })).summary.messageCount]).toEqual(['done', 1])
    },
  },
  'acts.revert': {
    fault: noOperation({ operation: 'op_999999' }),
    bad: { tract: 'x', operation: '' },
    async does({ api, tract, say }) {
      const message = await say('Hello')
      await api().acts.annotate({ tract, branch: 'main', messages: [message], priority: 'skip' })
      const { items } = await api().history.operations({ tract, limit: 1, cursor: null })
      await say('And more')
      const { kind } = await api().acts.revert({ tract, operation: items[0]?.id ?? '' })
      expect([kind, (await api().history.xray({ tract, branch: 'main' })).excluded]).toEqual(['done', []])
    },
  },
  'acts.previewJump': {
    fault: { input: ({ tract }) => ({ tract, jump: { kind: 'restore', operation: 'op_999999' } }), code: 'operation/not-found' },
    bad: { tract: 'x', jump: { kind: 'back' } },
    async does({ api, tract, say }) {
      await say('Hello')
      const { items } = await api().history.operations({ tract, limit: 1, cursor: null })
      await say('And more')
      const operation = items[0]?.id ?? ''
      const jumps = [{ kind: 'undo' }, { kind: 'restore', operation }, { kind: 'revert', operation }, { kind: 'redo' }] as const
      const previews = await Promise.all(jumps.map((jump) => api().acts.previewJump({ tract, jump })))
      const { items: after } = await api().history.transcript({ tract, branch: 'main', limit: 10 })
      expect([previews.map(({ result, effect }) => [result.kind, effect.refs.map(({ ref }) => ref)]), after.length]).toEqual([[['done', ['main']], ['done', ['main']], ['done', ['main']], ['nothing', []]], 2])
    },
  },
}
