import { expect, test } from 'vitest'
import type { ProposedAction, ProposedEffect } from '../../../core/model/proposal.ts'
import type { MessageId } from '../../../core/model/ids.ts'
import { argumentLines, effectWords, messagesIn, proposalTitle } from '../../../renderer/review/proposalWords.ts'

const [a, b] = ['a', 'b'].map((sign) => sign.repeat(64) as MessageId) as [MessageId, MessageId]

test.each<[ProposedAction, string]>([
  [{ tool: 'annotate', args: { targets: [a, b], priority: 'pinned' } }, 'Keep 2 steps always'],
  [{ tool: 'compress', args: { from: a, to: b } }, 'Summarise older steps'],
  [{ tool: 'rename_branch', args: { from: 'old', to: 'archive/old' } }, 'Rename old to archive/old'],
  [{ tool: 'cherry_pick', args: { refs: [a] } }, 'Cherry pick'],
])('a line of the queue says what is wanted: %o', (action, title) => {
  expect(proposalTitle({ action })).toBe(title)
})

test('what it comes to is told in tokens and steps, without the texts; what only a model can tell is said so', () => {
  const effect: ProposedEffect = { tokensBefore: 1200, tokensAfter: 900, refs: ['main'], warnings: [], changes: [{ kind: 'compressed', messages: [a, b] }, { kind: 'added', messages: [] }] }
  expect([effectWords({ effect }), effectWords({ effect: null }).length]).toEqual([['−300 tokens: 1,200 → 900', 'Summarised: 2 steps', 'Into the context: 1 step'], 1])
})

test('arguments are read out, with hashes cut, and lead to the messages they are about', () => {
  const action: ProposedAction = { tool: 'annotate', args: { targets: [a, b], priority: 'skip', reason: 'noise' } }
  expect([argumentLines({ action }), messagesIn({ action })]).toEqual([[{ name: 'Targets', value: 'aaaaaaaa, bbbbbbbb' }, { name: 'Priority', value: 'skip' }, { name: 'Reason', value: 'noise' }], [a, b]])
})
