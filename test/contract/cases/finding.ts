import { expect } from 'vitest'
import type { Cases } from './case.ts'

export const finding: Cases = {
  'finding.search': {
    fault: { input: ({ tract }) => ({ tract, text: 'boots', branch: 'nowhere', limit: 10, cursor: null }), code: 'branch/not-found' },
    bad: { tract: 'x', text: '', limit: 10, cursor: null },
    async does({ api, tract, say }) {
      const message = await say('Boots or sandals?')
      await api().acts.append({ tract, branch: 'main', as: 'assistant', text: 'Boots.' })
      const here = await api().finding.search({ tract, text: 'boots', roles: ['user'], limit: 10, cursor: null })
      const everywhere = await api().finding.search({ tract: null, text: 'sandals', limit: 10, cursor: null })
      expect([here.items.map((hit) => [hit.messageId, hit.branches, hit.snippet]), everywhere.items.map((hit) => [hit.tract, hit.messageId])]).toEqual([
        [[message, ['main'], 'Boots or sandals?']],
        [[tract, message]],
      ])
    },
  },
  'finding.contextAt': {
    fault: { input: ({ tract }) => ({ tract, at: 'nowhere' }), code: 'ref/not-found' },
    bad: { tract: 'x' },
    async does({ api, tract, say }) {
      const first = await say('Boots?')
      const then = await api().history.xray({ tract, branch: 'main' })
      await say('And sandals?')
      expect(await api().finding.contextAt({ tract, at: first })).toEqual({ hash: then.hash, tokenCount: then.tokenCount, messageCount: 1 })
    },
  },
  'finding.diff': {
    fault: { input: ({ tract }) => ({ tract, from: 'main', to: 'nowhere' }), code: 'ref/not-found' },
    bad: { tract: 'x', from: 'main' },
    async does({ api, tract, say }) {
      const message = await say('Boots?')
      await api().acts.branch({ tract, name: 'side', from: 'main' })
      await api().acts.edit({ tract, branch: 'side', message, text: 'Sandals?' })
      const { changes } = await api().finding.diff({ tract, from: 'main', to: 'side' })
      expect(changes.map(({ kind }) => kind)).toEqual(['edited'])
    },
  },
}
