import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { Workspace } from '../../core/workspace.ts'
import type { AppEvent } from '../../main/contract/events.ts'
import { isEnd, listenTo, openScene } from './scene.ts'
import { transports } from './transports.ts'

const typesOf = (events: readonly AppEvent[]): readonly string[] => events.map(({ type }) => type)
const isDone = (verb: string) => (event: AppEvent) => event.type === 'operation.done' && event.done.verb === verb
const numbersOf = (events: readonly AppEvent[]): readonly number[] => events.flatMap((event) => ('seq' in event && event.seq !== null && event.type !== 'hello' ? [event.seq] : []))

describe.each(transports)('the event stream over a $name', (transport) => {
  test('tells in order what an act did', async () => {
    await using scene = await openScene(transport)
    await using ear = await scene.listen()
    await ear.until(({ type }) => type === 'hello')
    await scene.say('Hello')
    const heard = await ear.until(({ type }) => type === 'operation.done')
    expect([typesOf(heard), numbersOf(heard)]).toEqual([expect.arrayContaining(['commit.added', 'operation.done']), numbersOf(heard).toSorted((a, b) => a - b)])
  })

  test('goes on where it was left, with what was missed first', async () => {
    await using scene = await openScene(transport)
    await using first = await scene.listen()
    const [hello] = await first.until(({ type }) => type === 'hello')
    const since = hello?.type === 'hello' ? hello.seq : -1
    await scene.say('missed')
    await first.until(({ type }) => type === 'operation.done')
    await scene.page.reload()
    await using second = await listenTo(scene.api(), since)
    const heard = await second.until(({ type }) => type === 'operation.done')
    expect([heard[0]?.type, heard.filter(({ type }) => type === 'commit.added').length, numbersOf(heard).every((seq) => seq > since)]).toEqual(['hello', 1, true])
  })

  test('tells nothing of the past when it is asked for from now on', async () => {
    await using scene = await openScene(transport)
    await scene.say('before')
    await using ear = await scene.listen()
    await scene.api().settings.update({ theme: 'dark' })
    expect(typesOf(await ear.until(({ type }) => type === 'settings.changed'))).toEqual(['hello', 'settings.changed'])
  })

  test('goes on with another file, from its present', async () => {
    await using scene = await openScene(transport)
    await using ear = await scene.listen()
    await ear.until(({ type }) => type === 'hello')
    await scene.api().files.create({ name: 'Second' })
    const heard = await ear.until(({ type }) => type === 'hello')
    const workspace = scene.test.app.workspace()
    const [made] = await scene.api().tracts.list()
    await scene.api().tracts.rename({ tract: made?.id ?? '', name: 'Renamed' })
    const after = await ear.until(({ type }) => type === 'tract.renamed')
    expect([heard, after.at(-1)]).toEqual([
      [
        { type: 'file.opened', name: 'Second', at: expect.any(Number) },
        { type: 'hello', workspace: workspace.id, seq: expect.any(Number), at: expect.any(Number) },
      ],
      expect.objectContaining({ type: 'tract.renamed', name: 'Renamed', tract: made?.id }),
    ])
  })

  test('asked for from a position the file has not reached begins at its end', async () => {
    await using scene = await openScene(transport)
    await using ear = await listenTo(scene.api(), 1_000_000)
    await scene.api().settings.update({ theme: 'dark' })
    expect(typesOf(await ear.until(({ type }) => type === 'settings.changed'))).toEqual(['hello', 'settings.changed'])
  })

  test('hears of what another process writes', async () => {
    await using scene = await openScene(transport)
    await using ear = await scene.listen()
    await ear.until(({ type }) => type === 'hello')
    using other = Workspace.open(join(scene.test.dir, 'tracts', 'Tracts.tract'))
    other.get(scene.tract).user('from elsewhere')
    expect(typesOf(await ear.until(({ type }) => type === 'operation.done'))).toContain('commit.added')
  })

  test('tells the same to every window', async () => {
    await using scene = await openScene(transport)
    await using one = await scene.listen()
    await using two = await scene.listen()
    await scene.say('Hello')
    const heard = await Promise.all([one, two].map((ear) => ear.until(({ type }) => type === 'operation.done')))
    expect(heard[0]).toEqual([{ ...heard[1]?.[0], at: heard[0]?.[0]?.at }, ...(heard[1]?.slice(1) ?? [])])
  })

  test('brings the words of an answer, and its end after the commit that holds them', async () => {
    await using scene = await openScene(transport)
    await scene.useServer()
    scene.server.script('one two three')
    await using ear = await scene.listen()
    const { call } = await scene.api().chat.send({ tract: scene.tract, branch: 'main', text: 'Count' })
    const heard = await ear.until((event) => isEnd(event, call))
    const words = heard.map((event) => (event.type === 'reply.event' && event.event.type === 'text' ? event.event.text : '')).join('')
    const answered = heard.findIndex(isDone('answer'))
    expect([words, answered > 0, heard.at(-1)]).toEqual([
      'one two three',
      true,
      { type: 'reply.event', seq: null, tract: scene.tract, at: expect.any(Number), call, branch: 'main', event: { type: 'done', stopReason: 'end' } },
    ])
  })
})
