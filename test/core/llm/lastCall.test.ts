import { expect, test } from 'vitest'
import { scripted } from '../../../core/index.ts'
import { openTract } from '../../helpers/asking.ts'
import { faultOf } from '../../helpers/faultOf.ts'

test('is the newest request whose context is part of the history, answered or not', async () => {
  using tract = openTract()
  expect(tract.lastCall()).toBe(null)
  tract.configureClients({ default: scripted(['One.', 'Two.']) })
  const first = await tract.chat('First?')
  const afterFirst = tract.resolve('HEAD')
  const second = await tract.chat('Second?')
  tract.branch('side', { from: afterFirst, switch: false })
  const calls = [tract.lastCall(), tract.lastCall({ at: afterFirst }), tract.on('side').lastCall()]
  expect(calls.map((record) => record?.call)).toEqual([second.call, first.call, first.call])
  expect([calls[0]?.head, calls[0]?.commit]).toEqual([tract.resolve('HEAD~1'), tract.resolve('HEAD')])
  tract.reset('HEAD~1') // the answer is gone, the request was sent all the same
  expect(tract.lastCall()?.call).toBe(second.call)
})

test('is that of one provider and model where they are named; other jobs than chat are none', async () => {
  using tract = openTract()
  tract.configureClients({ default: scripted(['One.', 'Two.', 'A title']) })
  const first = await tract.chat('First?', { model: 'small' })
  await tract.chat('Second?', { model: 'large' })
  const second = tract.lastCall()
  await tract.suggestTitle()
  expect([tract.lastCall()?.call, tract.lastCall({ model: 'small' })?.call, tract.lastCall({ client: 'nobody' })]).toEqual([second?.call, first.call, null])
  expect(faultOf(() => tract.lastCall({ at: 'nowhere' }))).toBe('ref/not-found')
})
