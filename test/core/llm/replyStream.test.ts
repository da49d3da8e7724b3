import { describe, expect, test } from 'vitest'
import { scripted, Tract } from '../../../core/index.ts'
import type { ReplyEvent } from '../../../core/model/reply.ts'
import { openTract, readEvents, said } from '../../helpers/asking.ts'
import { faultOf } from '../../helpers/faultOf.ts'
import { handClock } from '../../helpers/handClock.ts'
import { done, holdingClient, words } from '../../helpers/holdingClient.ts'
import { tempFolder } from '../../helpers/tempFolder.ts'
import { testPorts } from '../../helpers/testPorts.ts'

describe('the branch an answer belongs to', () => {
  test('is the one it was asked on, wherever HEAD went meanwhile', async () => {
    using tract = openTract()
    const client = holdingClient()
    tract.configureClients({ default: client })
    const answer = tract.chat('on main')
    const asked = await client.request(1)
    tract.branch('side')
    tract.user('on side')
    asked.send(words('for main'), done)
    await answer
    expect([said(tract), said(tract.on('main'))]).toEqual([['user: on main', 'user: on side'], ['user: on main', 'assistant: for main']])
  })

  test('may have moved on: the answer stands at its tip', async () => {
    using tract = openTract()
    const client = holdingClient()
    tract.configureClients({ default: client })
    const answer = tract.chat('first')
    const asked = await client.request(1)
    tract.user('second, said meanwhile')
    asked.send(words('to the first'), done)
    const reply = await answer
    expect([said(tract), reply.status === 'complete' && reply.commit.parents]).toEqual([['user: first', 'user: second, said meanwhile', 'assistant: to the first'], [tract.resolve('HEAD~1')]])
  })

  test('may be gone: the answer is kept as unfinished, and can be kept when the branch is back', async () => {
    using tract = openTract()
    tract.user('a')
    const client = holdingClient()
    tract.configureClients({ default: client })
    tract.branch('side')
    const answer = tract.generate()
    const asked = await client.request(1)
    tract.undo()
    asked.send(words('for side'), done)
    const reply = await answer
    expect([reply.status === 'partial' && reply.fault?.code, tract.partials.list().map(({ text, branch }) => [text, branch])]).toEqual(['branch/not-found', [['for side', 'side']]])
    const id = tract.partials.list()[0]?.id as never
    expect(faultOf(() => tract.partials.keep(id))).toBe('branch/not-found')
    tract.branch('side')
    tract.partials.keep(id)
    expect(said(tract)).toEqual(['user: a', 'assistant: for side'])
  })

  test('can be several at once: each gets its own', async () => {
    using tract = openTract()
    tract.user('question')
    const client = holdingClient()
    tract.configureClients({ default: client })
    for (const name of ['a', 'b']) tract.branch(name, { switch: false })
    const streams = ['a', 'b'].map((name) => tract.on(name).stream())
    const reading = streams.map(readEvents)
    const [first, second] = await Promise.all([client.request(1), client.request(2)])
    second.send(words('B1 '))
    first.send(words('A1 '))
    second.send(words('B2'), done)
    first.send(words('A2'), done)
    await Promise.all(reading)
    expect(['a', 'b', 'main'].map((name) => said(tract.on(name)))).toEqual([['user: question', 'assistant: A1 A2'], ['user: question', 'assistant: B1 B2'], ['user: question']])
    expect([tract.workspace.verify().kind, tract.workspace.replay().kind]).toEqual(['intact', 'same'])
  })
})

describe('what is kept on disk while an answer comes', () => {
  test('goes with its end, even when nobody asks for another event', async () => {
    using folder = tempFolder()
    const clock = handClock()
    {
      using tract = Tract.open(folder.file(), { ports: testPorts(clock) })
      tract.configureClients({ default: scripted(['Whole']) })
      tract.user('Hi')
      const events = tract.stream()[Symbol.asyncIterator]()
      const told: (string | undefined)[] = []
      for (let i = 0; i < 2; i++) told.push(((await events.next()).value as ReplyEvent | undefined)?.type)
      expect(told).toEqual(['text', 'done'])
      clock.advance(60_000)
    }
    clock.advance(60_000)
    using again = Tract.open(folder.file(), { ports: testPorts(clock, 'again') })
    expect([again.partials.list(), said(again)]).toEqual([[], ['user: Hi', 'assistant: Whole']])
  })
})

test('an answer that another process took for lost, and that came after all, is there once', async () => {
  using folder = tempFolder()
  const clock = handClock()
  using tract = Tract.open(folder.file(), { ports: testPorts(clock) })
  const client = holdingClient()
  tract.configureClients({ default: scripted([[words('First try')]]) })
  await tract.chat('Hi')
  tract.configureClients({ default: client })
  const stream = tract.stream()
  const events = stream[Symbol.asyncIterator]()
  void client.request(1).then(({ send }) => send(words('Half')))
  await events.next()
  clock.advance(250)
  const later = handClock(clock.now() + 60_000)
  using other = Tract.open(folder.file(), { ports: testPorts(later, 'other') })
  const taken = other.partials.list().map(({ text, cause }) => [text, cause])
  client.asked[0]?.send(words(' and whole'), done)
  for (let step = await events.next(); !step.done; ) step = await events.next()
  expect([taken, other.partials.list(), said(other), tract.workspace.replay().kind]).toEqual([[['Half', 'crash']], [], ['user: Hi', 'assistant: Half and whole'], 'same'])
})
