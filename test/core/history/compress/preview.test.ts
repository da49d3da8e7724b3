import { expect, test } from 'vitest'
import { Tract } from '../../../../core/index.ts'
import { handClock } from '../../../helpers/handClock.ts'
import { testPorts } from '../../../helpers/testPorts.ts'

test('what a range comes to is what compressing it then takes, and nothing is written for it', () => {
  using tract = Tract.open(':memory:', { ports: testPorts(handClock()) })
  const said = ['Shoes, please.', 'Which size?', 'Never in red.', 'Size 42, wide.', 'Thanks.'].map((text) => tract.user(text))
  tract.annotate(said[2]!.hash, 'pinned')
  const head = tract.status().head
  const range = { from: said[0]!.hash, to: said[3]!.hash }
  const preview = tract.previewCompression(range)
  expect([preview, tract.status().head]).toEqual([
    { runs: [{ messages: [said[0]!.messageId, said[1]!.messageId], tokens: expect.any(Number) }, { messages: [said[3]!.messageId], tokens: expect.any(Number) }], kept: [said[2]!.messageId], tokens: preview.runs[0]!.tokens + preview.runs[1]!.tokens, nothing: null },
    head,
  ])
  const done = tract.compress({ ...range, content: ['Shoes.', '42.'] })
  expect(done.kind === 'compressed' && [done.commits.map(({ replaces }) => replaces), done.originalTokens]).toEqual([preview.runs.map(({ messages }) => messages), preview.tokens])
})

test('a range of hidden, pinned or no messages says which', () => {
  using tract = Tract.open(':memory:', { ports: testPorts(handClock()) })
  const empty = tract.previewCompression().nothing
  const said = tract.user('Hello')
  tract.annotate(said.hash, 'skip')
  const hidden = tract.previewCompression().nothing
  tract.annotate(said.hash, 'pinned')
  expect([empty, hidden, tract.previewCompression().nothing]).toEqual(['empty', 'allSkipped', 'allPinned'])
})
