import { expect, test } from 'vitest'
import { Tract } from 'tract-studio'

const texts = (tract: Tract): readonly string[] => tract.compile().messages.map(({ content }) => content)

test('a branch behind a message shows it, and all before it, as they are shown now', () => {
  using tract = Tract.open()
  const rule = tract.system('Be kind.')
  const question = tract.user('How long?')
  const answer = tract.assistant('60 days')
  tract.user('Sure?')
  tract.edit(answer.hash, '30 days')
  tract.annotate(question.hash, 'skip')
  tract.annotate(rule.hash, 'normal')

  tract.branchAfter(answer.hash, 'side')

  expect([texts(tract), tract.compile().excluded.length, tract.transcript().items.map(({ priority }) => priority), texts(tract.on('main'))]).toEqual([
    ['Be kind.', '30 days'], 1, ['normal', 'skip', 'normal'], ['Be kind.', '30 days', 'Sure?'],
  ])
})

test('behind the last message it starts at the end of the branch', () => {
  using tract = Tract.open()
  const said = tract.user('Hello')
  const corrected = tract.edit(said.hash, 'Hello there')
  expect(tract.branchAfter(said.hash, 'side').commit).toBe(corrected.hash)
})

test('one undo takes the branch back with all that was made again on it', () => {
  using tract = Tract.open()
  const said = tract.user('Hello')
  tract.user('More')
  tract.edit(said.hash, 'Hello there')
  tract.branchAfter(said.hash, 'side')
  tract.undo()
  expect([tract.listBranches().map(({ name }) => name), tract.status().head, texts(tract)]).toEqual([['main'], { kind: 'attached', branch: 'main', commit: tract.resolve('main') }, ['Hello there', 'More']])
})

test('a message that the branch does not have can not be its end', () => {
  using tract = Tract.open()
  tract.user('Hello')
  tract.branch('side')
  const there = tract.user('On the side')
  tract.switch('main')
  expect(() => tract.branchAfter(there.hash, 'other')).toThrow('is not in the history of "main"')
})
