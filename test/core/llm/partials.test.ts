import { describe, expect, test } from 'vitest'
import { scripted, Tract } from '../../../core/index.ts'
import { openTract, refused, said, stopAfter } from '../../helpers/asking.ts'
import { briefly } from '../../helpers/calls.ts'
import { faultOf, faultOfPromise } from '../../helpers/faultOf.ts'
import { handClock } from '../../helpers/handClock.ts'
import { done, holdingClient, words } from '../../helpers/holdingClient.ts'
import { tempFolder } from '../../helpers/tempFolder.ts'
import { testPorts } from '../../helpers/testPorts.ts'

describe('an answer that stopped halfway', () => {
  test('by its signal is kept with its text; the last event says so', async () => {
    using tract = openTract()
    const { messageId } = tract.user('Hi')
    const { told, reply } = await stopAfter(tract, 'Half')
    const [kept] = tract.partials.list()
    expect([told, reply, said(tract)]).toEqual([
      ['text Half', 'stopped'],
      { status: 'partial', partial: kept?.id, cause: 'aborted', fault: null, call: expect.any(String), text: 'Half', toolCalls: [], usage: null, notSent: [], truncated: false, generationConfig: { model: 'held' }, configLevels: { model: 'client' } },
      ['user: Hi'],
    ])
    expect(kept).toEqual({ id: expect.any(String), call: reply.call, branch: 'main', respondsTo: messageId, text: 'Half', cause: 'aborted', model: 'held', at: expect.any(Number) })
    expect(tract.status().pending).toEqual({ partials: 1, merge: null })
  })

  test('by leaving the loop is kept the same way, and nothing goes on behind it', async () => {
    const clock = handClock()
    using tract = openTract(clock)
    const client = holdingClient()
    tract.configureClients({ default: client })
    tract.user('Hi')
    const stream = tract.stream()
    void client.request(1).then(({ send }) => send(words('Half'), words(' more')))
    for await (const _ of stream) break
    expect([(await stream.reply).status, tract.partials.list().map(({ text, cause }) => [text, cause]), client.asked[0]?.signal.aborted]).toEqual(['partial', [['Half', 'aborted']], true])
    await new Promise((resolve) => setImmediate(resolve))
    expect(clock.pending()).toEqual([])
  })

  test('before its first word leaves nothing to keep', async () => {
    using tract = openTract()
    tract.configureClients({ default: holdingClient() })
    const reply = await tract.chat('Hi', { signal: AbortSignal.abort() })
    expect([reply.status === 'partial' && [reply.partial, reply.cause, reply.fault], tract.partials.list(), said(tract)]).toEqual([[null, 'aborted', null], [], ['user: Hi']])
  })

  test('because it was cut says why; retry brings another in its place', async () => {
    using tract = openTract()
    tract.configureClients({ default: scripted([[words('Half')]]) })
    const reply = await tract.chat('Hi')
    expect(reply.status === 'partial' && [reply.cause, reply.fault?.code, tract.partials.list().length]).toEqual(['cut', 'llm/incomplete', 1])
    const again = scripted([[words('Half again')]])
    tract.configureClients({ default: again })
    await tract.retry()
    expect([tract.partials.list().map(({ text }) => text), said(tract), again.requests[0]?.prompt.toDicts()]).toEqual([['Half again'], ['user: Hi'], [{ role: 'user', content: 'Hi' }]])
    tract.configureClients({ default: scripted(['Whole']) })
    await tract.retry()
    expect([tract.partials.list(), said(tract)]).toEqual([[], ['user: Hi', 'assistant: Whole']])
  })

  test('stays when a retry fails before a word', async () => {
    using tract = openTract()
    tract.user('Hi')
    await stopAfter(tract, 'Half')
    tract.configureClients({ default: refused() })
    expect([await faultOfPromise(tract.retry()), tract.partials.list().map(({ text }) => text)]).toEqual(['llm/auth', ['Half']])
  })

  test('can be gone on with: the two halves become one answer', async () => {
    using tract = openTract()
    tract.user('Hi')
    const first = await stopAfter(tract, 'Half and')
    const id = first.reply.status === 'partial' ? first.reply.partial : null
    const client = scripted([' half.'])
    tract.configureClients({ default: client })
    const reply = await tract.partials.resume(id as never)
    expect([reply.status, reply.text, said(tract), tract.partials.list()]).toEqual(['complete', 'Half and half.', ['user: Hi', 'assistant: Half and half.'], []])
    expect(client.requests[0]?.prompt.toDicts().map(({ role, content }) => `${role}: ${content.slice(0, 24)}`)).toEqual(['user: Hi', 'assistant: Half and', 'user: Your answer was cut off.'])
  })

  test('and stopped again while it went on is one longer half', async () => {
    using tract = openTract()
    tract.user('Hi')
    await stopAfter(tract, 'One')
    await stopAfter(tract, ' two', { resume: tract.partials.list()[0]?.id as never })
    expect([tract.partials.list().map(({ text }) => text), said(tract)]).toEqual([['One two'], ['user: Hi']])
    tract.undo()
    expect(tract.partials.list().map(({ text }) => text)).toEqual(['One'])
  })

  test('that is decided on while it goes on takes nothing from the rest of the answer', async () => {
    using tract = openTract()
    tract.user('Hi')
    await stopAfter(tract, 'Half')
    const client = holdingClient()
    tract.configureClients({ default: client })
    const [half] = tract.partials.list()
    const going = tract.partials.resume(half?.id as never)
    const asked = await client.request(1)
    tract.partials.discard(half?.id as never)
    asked.send(words(' and the rest'), done)
    expect([(await going).status, said(tract), tract.partials.list()]).toEqual(['complete', ['user: Hi', 'assistant: Half and the rest'], []])
  })

  test('can be kept as it is, with a mark; undo makes it an unfinished one again', async () => {
    using tract = openTract()
    tract.user('Hi')
    await stopAfter(tract, 'Half', { temperature: 0.3 })
    const id = tract.partials.list()[0]?.id as never
    const commit = tract.partials.keep(id, { tags: ['ok'] })
    expect([commit.metadata, commit.tags, commit.generationConfig, said(tract), tract.partials.list()]).toEqual([{ partial: 'aborted' }, ['ok'], { model: 'held', temperature: 0.3 }, ['user: Hi', 'assistant: Half'], []])
    tract.undo()
    expect([said(tract), tract.partials.list().map(({ text }) => text)]).toEqual([['user: Hi'], ['Half']])
    tract.redo()
    expect([said(tract), tract.partials.list(), faultOf(() => tract.partials.keep(id)), faultOf(() => tract.partials.discard(id)), await faultOfPromise(tract.partials.resume(id))]).toEqual([
      ['user: Hi', 'assistant: Half'], [], 'partial/not-found', 'partial/not-found', 'partial/not-found',
    ])
    expect(tract.workspace.replay().kind).toBe('same')
  })

  test('can be discarded, and undo brings it back', async () => {
    using tract = openTract()
    tract.user('Hi')
    await stopAfter(tract, 'Half')
    tract.partials.discard(tract.partials.list()[0]?.id as never)
    expect([tract.partials.list(), tract.undo().kind, tract.partials.list().map(({ text }) => text)]).toEqual([[], 'done', ['Half']])
  })

  test('because the provider sent nothing more is kept as stalled', async () => {
    const clock = handClock()
    using tract = openTract(clock)
    const client = holdingClient()
    tract.configureClients({ default: client })
    tract.user('Hi')
    const stream = tract.stream()
    const events = stream[Symbol.asyncIterator]()
    void client.request(1).then(({ send }) => send(words('Half')))
    await events.next()
    const next = events.next()
    await clock.armed(60_000)
    clock.advance(60_000)
    await next
    const reply = await stream.reply
    expect(reply.status === 'partial' && [reply.cause, reply.fault?.code, reply.text]).toEqual(['stalled', 'llm/stalled', 'Half'])
  })

  test.each(['filtered', 'end'] as const)('and one that is whole but says nothing is a fault (%s)', async (stopReason) => {
    using tract = openTract()
    tract.configureClients({ default: scripted([[{ type: 'done', stopReason }]]) })
    expect([await faultOfPromise(tract.chat('Hi')), said(tract), tract.partials.list()]).toEqual(['llm/incomplete', ['user: Hi'], []])
  })

  test('because the file closed under it is there when the file is opened again', async () => {
    using folder = tempFolder()
    const ports = testPorts()
    const tract = Tract.open(folder.file(), { ports })
    const client = holdingClient()
    tract.configureClients({ default: client })
    tract.user('Hi')
    const stream = tract.stream()
    const told: string[] = []
    void client.request(1).then(({ send }) => send(words('Half')))
    for await (const event of stream) {
      told.push(briefly(event))
      if (event.type === 'text') tract.close()
    }
    using again = Tract.open(folder.file(), { ports })
    expect([told, (await stream.reply).status, again.partials.list().map(({ text, cause }) => [text, cause])]).toEqual([['text Half', 'stopped'], 'partial', [['Half', 'aborted']]])
  })
})
