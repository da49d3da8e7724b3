import { expect, it } from 'vitest'
import type { TranscriptMessage } from '../../../core/model/context.ts'
import type { CommitHash, MessageId } from '../../../core/model/ids.ts'
import { positionWords, seenWords } from '../../../renderer/step/seenWords.ts'

const you = { kind: 'user', id: 'user' } as const
const rule = { kind: 'policy', id: 'PII' } as const
const id = (name: string) => name as MessageId

it.each<readonly [TranscriptMessage['why'], boolean, number, string]>([
  [{ kind: 'appended' }, true, 1, 'yes'],
  [{ kind: 'appended' }, true, 3, 'yes, corrected text'],
  [{ kind: 'pinned', by: rule, reason: 'law' }, true, 2, 'yes, kept always by rule PII: law, corrected text'],
  [{ kind: 'summary', of: [id('a'), id('b')] }, true, 1, 'yes, in place of 2 steps'],
  [{ kind: 'expanded', from: id('s') }, true, 1, 'yes, from an opened summary'],
  [{ kind: 'merged', by: 'm' as CommitHash }, true, 1, 'yes, brought by another branch'],
  [{ kind: 'skipped', by: you, reason: null }, false, 2, 'no, hidden by you'],
  [{ kind: 'compressed', into: id('s'), all: [id('s')] }, false, 1, 'no, a summary stands for it'],
  [{ kind: 'compressed', into: id('s'), all: [id('s'), id('t')] }, false, 1, 'no, 2 summaries stand for it'],
  [{ kind: 'expanded', by: you }, false, 1, 'no, summary opened by you'],
  [{ kind: 'resolved', by: 'm' as CommitHash }, false, 1, 'no, left out when a branch was brought in'],
])('%j is told as words', (why, shown, versions, words) => {
  expect(seenWords({ why, shown, versions })).toBe(words)
})

it('the position counts only what the model gets', () => {
  const messages = ['a', 'b', 'c'].map((name) => ({ messageId: id(name) }))
  expect([positionWords({ messages }, id('b')), positionWords({ messages }, id('gone'))]).toEqual(['2 of 3', null])
})
