import { expect, test } from 'vitest'
import { Tract } from 'tract-studio'

test('however many changes a rebase leaves out with their messages, it is told once, with all the messages', () => {
  using tract = Tract.open()
  tract.user('one')
  tract.branch('side')
  const [two, three] = [tract.user('two'), tract.user('three')]
  tract.edit(two.hash, 'Two.')
  tract.annotate(two.hash, 'pinned')
  tract.edit(three.hash, 'Three.')
  tract.on('main').user('four')
  const result = tract.rebase('main', { drop: [two.hash, three.hash] })
  expect(result.kind === 'rebased' && [result.commits.length, result.warnings]).toEqual([
    0, [{ code: 'rebase/left-out', text: '3 changes were left out because their messages were.', messages: [two.messageId, three.messageId] }],
  ])
})

test('what a rebase decided says onto what', () => {
  using tract = Tract.open()
  const message = tract.user('one')
  tract.branch('side')
  tract.edit(message.hash, 'one S')
  tract.on('main').edit(message.hash, 'one M')
  const result = tract.rebase('main', { strategy: 'theirs' })
  expect(result.kind === 'rebased' && [result.commits.at(-1)?.message, tract.compile().messages.map(({ content }) => content)]).toEqual(['resolve: main', ['one S']])
})
