import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { AppEvent } from '../../main/contract/events.ts'
import { startOpenAIServer } from '../helpers/openaiServer.ts'
import { testApp } from '../main/testApp.ts'
import { isEnd, listenTo, openScene } from './scene.ts'
import type { Scene } from './scene.ts'
import { transports } from './transports.ts'

const faultOf = async (call: Promise<unknown>): Promise<unknown> => call.then(() => 'no fault', (error: { data?: { code?: string } }) => error.data?.code)
const textsOf = async ({ api, tract }: Scene, branch = 'main'): Promise<readonly unknown[]> =>
  (await api().history.transcript({ tract, branch, limit: 100 })).items.map(({ content }) => ('text' in content ? content.text : null))
const hasText = (call: string, end: string) => {
  let seen = ''
  return (event: AppEvent) => event.type === 'reply.event' && event.call === call && event.event.type === 'text' && (seen += event.event.text).includes(end)
}

describe.each(transports)('answers over a $name', (transport) => {
  test('go on while the page is loaded again', async () => {
    await using scene = await openScene(transport)
    const { tract, server } = scene
    await scene.useServer()
    server.script('one two three four')
    server.hold()
    const first = await scene.listen()
    const { call } = await scene.api().chat.send({ tract, branch: 'main', text: 'Count' })
    server.release(2)
    await first.until(hasText(call, 'two'))

    await scene.page.reload()
    await using second = await scene.listen()
    await second.until(({ type }) => type === 'hello')
    const { live } = await scene.api().chat.state({ tract })
    server.release()
    await second.until((event) => isEnd(event, call))
    const after = await scene.api().chat.state({ tract })
    expect([live.map((reply) => [reply.call, reply.branch, reply.text, reply.model]), after, await textsOf(scene)]).toEqual([
      [[call, 'main', 'one two', 'test-model']],
      { live: [], failed: [], partials: [], awaiting: [] },
      ['Count', 'one two three four'],
    ])
  })

  test('that failed are told of only while their message waits: an undo takes them along, a redo brings them back', async () => {
    await using scene = await openScene(transport)
    const { tract, server, api } = scene
    await scene.useServer()
    await scene.ask('First')
    server.script({ kind: 'status', status: 401 })
    await scene.ask('Second')
    const failed = async (): Promise<readonly unknown[]> => (await api().chat.state({ tract })).failed.map(({ fault }) => fault.code)
    const before = await failed()
    await api().acts.undo({ tract })
    const undone = await failed()
    await api().acts.redo({ tract })
    const redone = await failed()
    await api().chat.add({ tract, branch: 'main', text: 'Third' })
    expect([before, undone, redone, await failed()]).toEqual([['llm/auth'], [], ['llm/auth'], []])
  })

  test('are one at a time on a branch, and several beside each other on several', async () => {
    await using scene = await openScene(transport)
    const { tract, server } = scene
    await scene.useServer()
    await scene.say('Before')
    await scene.api().acts.branch({ tract, name: 'side', from: 'main' })
    server.hold()
    await using ear = await scene.listen()
    const main = await scene.api().chat.send({ tract, branch: 'main', text: 'to main' })
    const side = await scene.api().chat.send({ tract, branch: 'side', text: 'to side' })
    await server.received(2)
    const busy = await faultOf(scene.api().chat.send({ tract, branch: 'main', text: 'too soon' }))
    const busyRetry = await faultOf(scene.api().chat.retry({ tract, branch: 'side' }))
    const { live } = await scene.api().chat.state({ tract })
    server.release()
    const ended = new Set<string>()
    await ear.until((event) => [main.call, side.call].some((call) => isEnd(event, call) && ended.add(call).size === 2))
    expect([busy, busyRetry, live.map(({ branch }) => branch), await textsOf(scene), await textsOf(scene, 'side')]).toEqual([
      'chat/busy',
      'chat/busy',
      ['main', 'side'],
      ['Before', 'to main', 'Echo: to main'],
      ['Before', 'to side', 'Echo: to side'],
    ])
  })

  test('that never begin leave the message and what went wrong', async () => {
    await using scene = await openScene(transport)
    const { tract, server } = scene
    await scene.useServer()
    server.script({ kind: 'status', status: 401 })
    const call = await scene.ask('Anyone?')
    const { failed, awaiting, partials } = await scene.api().chat.state({ tract })
    expect([failed.map((reply) => [reply.call, reply.branch, reply.fault.code, reply.fault.lost]), awaiting.map(({ message }) => message), partials, await textsOf(scene)]).toEqual([
      [[call, 'main', 'llm/auth', 'nothing']],
      [failed[0]?.respondsTo],
      [],
      ['Anyone?'],
    ])
  })

  test('that are cut keep what arrived', async () => {
    await using scene = await openScene(transport)
    await scene.useServer()
    scene.server.script({ kind: 'answer', text: 'half of it', afterwards: 'cut' })
    await scene.ask('Go')
    const { partials, failed } = await scene.api().chat.state({ tract: scene.tract })
    expect([partials.map(({ text, cause }) => [text, cause]), failed]).toEqual([[['half of it', 'cut']], []])
  })

  test('are stopped and kept when another file is opened', async () => {
    await using scene = await openScene(transport)
    const { tract, server } = scene
    await scene.useServer()
    server.script('one two three')
    server.hold()
    await using ear = await scene.listen()
    const { call } = await scene.api().chat.send({ tract, branch: 'main', text: 'Count' })
    server.release(1)
    await ear.until(hasText(call, 'one'))
    await scene.api().files.create({ name: 'Second' })
    const first = (await scene.api().files.list()).items.find(({ name }) => name === 'Tracts')
    await scene.api().files.open({ handle: first?.handle ?? '' })
    expect((await scene.api().chat.state({ tract })).partials.map(({ text }) => text)).toEqual(['one'])
  })

  test('without a key are not asked for, and nothing is written', async () => {
    await using scene = await openScene(transport)
    const { tract } = scene
    await scene.api().settings.chooseModel({ provider: 'openai', model: 'gpt-4o' })
    const code = await faultOf(scene.api().chat.send({ tract, branch: 'main', text: 'Hello' }))
    expect([code, await textsOf(scene)]).toEqual(['llm/no-key', []])
  })
})

describe.each(transports)('a key over a $name', (transport) => {
  const key = 'canary-3f9a-key-7c1b'

  test('never leaves the main process but for its own host, whatever the server does with it', async () => {
    await using scene = await openScene(transport, { server: { key: 'another-key' } })
    const heard: AppEvent[] = []
    await using ear = await scene.listen()
    const provider = await scene.useServer(key)
    const call = await scene.ask('Hello') // refused by the server, which quotes the key
    scene.server.script({ kind: 'status', status: 400, message: `bad request with ${key} in it` })
    heard.push(...(await ear.until((event) => isEnd(event, call))))
    const api = scene.api()
    const given = JSON.stringify([
      heard,
      await api.settings.get(),
      await api.settings.check({ provider }),
      await api.chat.state({ tract: scene.tract }),
      await api.app.info(),
      await api.files.list(),
      await api.tracts.overview({ tract: scene.tract }),
      scene.test.logged,
    ])
    const inFiles = filesUnder(scene.test.dir).filter((path) => readFileSync(path).includes(key))
    expect([given.includes(key), given.includes(Buffer.from(key).toString('base64').slice(0, 20)), inFiles]).toEqual([false, false, [join(scene.test.dir, 'keys.json')]])
  })

  test('is not sent to another host when the address changes', async () => {
    await using scene = await openScene(transport)
    const other = await startOpenAIServer()
    const provider = await scene.useServer(key)
    const moved = await scene.api().settings.updateProvider({ provider, baseUrl: other.url })
    const refused = await faultOf(scene.api().chat.send({ tract: scene.tract, branch: 'main', text: 'Hello' }))
    const checked = await scene.api().settings.check({ provider })
    await scene.api().settings.updateProvider({ provider, baseUrl: scene.server.url })
    await scene.ask('Hello')
    await other.close()
    expect({
      status: moved.providers.at(-1)?.key,
      refused,
      checked: checked.kind === 'failed' && checked.fault.code,
      toOther: other.requests.length,
      toOwn: scene.server.requests.map(({ headers }) => headers.authorization),
    }).toEqual({
      status: { kind: 'otherHost', last4: '7c1b', origin: new URL(scene.server.url).origin },
      refused: 'llm/key-for-other-host',
      checked: 'llm/key-for-other-host',
      toOther: 0,
      toOwn: [`Bearer ${key}`],
    })
  })

  test('is not sent on when its host points elsewhere', async () => {
    await using scene = await openScene(transport)
    const other = await startOpenAIServer()
    await scene.useServer(key)
    scene.server.script({ kind: 'redirect', to: `${other.url}/chat/completions` })
    await scene.ask('Hello')
    await other.close()
    expect([other.requests, (await scene.api().chat.state({ tract: scene.tract })).failed.length]).toEqual([[], 1])
  })
})

test('everything is there after the app was closed and opened again', async () => {
  const [transport] = transports
  if (!transport) throw new Error('no transport')
  await using before = await openScene(transport)
  await before.useServer()
  await before.ask('Remember this')
  await before.page[Symbol.asyncDispose]()
  await before.test.app.close()

  await using after = testApp({ dataDir: before.test.dir })
  const page = await transport.open(after.app)
  const [tract] = await page.api.tracts.list()
  const { items } = await page.api.history.transcript({ tract: tract?.id ?? '', branch: 'main', limit: 10 })
  await using ear = await listenTo(page.api)
  await ear.until(({ type }) => type === 'hello')
  const { chat } = await page.api.settings.get()
  expect([items.map(({ role }) => role), chat.model]).toEqual([['user', 'assistant'], 'test-model'])
})

function filesUnder(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true }).flatMap((entry) => (entry.isFile() ? [join(entry.parentPath, entry.name)] : []))
}
