import { expect, test } from 'vitest'
import { scripted, Tract } from '../../../core/index.ts'
import { faultOf } from '../../helpers/faultOf.ts'

test('a message is told as its branch has it, with the call that wrote it; a reference to what changed it tells the same', async () => {
  using tract = Tract.open()
  tract.configureClients({ default: scripted(['Sixty days.']) })
  await tract.chat('How long?')
  const answer = tract.show('HEAD').commit
  const edit = tract.edit(answer.hash, 'Thirty days.')
  tract.annotate(answer.hash, 'skip', { reason: 'too short' })
  const told = tract.message(answer.hash)
  expect(told).toEqual(tract.transcript().items.at(-1))
  expect([tract.message(edit.hash), told.versions, told.shown, told.why.kind, told.call?.client]).toEqual([told, 2, false, 'skipped', 'scripted'])
})

test('one that the branch does not have is told as it was at the commit that was named', () => {
  using tract = Tract.open()
  tract.user('root')
  tract.branch('side')
  const there = tract.user('Only there')
  const edited = tract.edit(there.hash, 'Only there, corrected')
  tract.switch('main')
  expect([there, edited].map(({ hash }) => [tract.message(hash).content, tract.message(hash).versions])).toEqual([
    [{ type: 'dialogue', role: 'user', text: 'Only there' }, 1],
    [{ type: 'dialogue', role: 'user', text: 'Only there, corrected' }, 2],
  ])
})

test('a merge is no message', () => {
  using tract = Tract.open()
  tract.user('root')
  tract.branch('side')
  tract.user('a')
  tract.switch('main')
  tract.user('b')
  tract.merge('side')
  expect(faultOf(() => tract.message('HEAD'))).toBe('ref/not-a-message')
})
