import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { Fault, Tract } from '../../../core/index.ts'
import { said } from '../../helpers/asking.ts'
import { callFaults, causeOf } from '../../helpers/callFaults.ts'
import { type FaultScene, faultScene, impatientClock } from '../../helpers/faultScene.ts'
import { seenOfWalk, startFaultWalk, walkFault } from '../../helpers/faultWalk.ts'
import type { ModelServer } from '../../helpers/modelServer.ts'
import { forSeedsAsync } from '../../helpers/random.ts'
import { tempFolder } from '../../helpers/tempFolder.ts'
import { testPorts } from '../../helpers/testPorts.ts'
import { providers } from './providers/providers.ts'

const unhandled: unknown[] = []
const note = (reason: unknown) => void unhandled.push(reason)
beforeAll(() => void process.on('unhandledRejection', note))
afterAll(() => void process.off('unhandledRejection', note))

/** What a caller learns of an answer that failed: the code, and the text of it that it is given. */
type Learned = { readonly code: string; readonly text: string }
type Ask = (tract: Tract, words: string) => Promise<Learned>

/** Each way to ask. `keeps`: whether half an answer is kept. */
const ways: { readonly [way: string]: { readonly ask: Ask; readonly keeps: boolean } } = {
  'streamed by stream': {
    keeps: true,
    async ask(tract, words) {
      tract.user(words)
      const answer = tract.stream()
      let text = ''
      let code = 'no ending'
      for await (const event of answer) {
        expect(code, 'nothing comes after the ending').toBe('no ending')
        if (event.type === 'text') text += event.text
        if (event.type === 'failed') code = event.fault.code
        expect(event.type, 'nothing is run of half an answer').not.toBe('toolCall')
      }
      const reply = await answer.reply
      expect([reply.status, reply.status === 'partial' && reply.fault?.code, reply.toolCalls, reply.text]).toEqual(['partial', code, [], text])
      return { code, text }
    },
  },
  'waited for by chat': { keeps: true, ask: (tract, words) => learned(tract.chat(words)) },
  'waited for by generate without committing': {
    keeps: false,
    ask(tract, words) {
      tract.user(words)
      return learned(tract.generate({ commit: false }))
    },
  },
}

async function learned(asking: Promise<{ readonly status: string; readonly text: string; readonly fault?: { readonly code: string } | null; readonly toolCalls: readonly unknown[] }>): Promise<Learned> {
  try {
    const { status, fault, text, toolCalls } = await asking
    expect([status, toolCalls]).toEqual(['partial', []])
    return { code: fault?.code ?? 'none', text }
  } catch (error) {
    if (!Fault.is(error)) throw error
    return { code: error.code, text: '' }
  }
}

describe.each(providers)('a call to $title', (provider) => {
  let server: ModelServer
  let scene: FaultScene
  beforeAll(async () => { server = await provider.start() })
  afterAll(() => server.close())
  beforeEach(() => { scene = faultScene(provider, server) })

  describe.each(Object.entries(ways))('%s', (_, { ask, keeps }) => {
    test.each(callFaults())('whose server $title', async (fault) => {
      using folder = tempFolder()
      const ports = testPorts(scene.clock)
      const before = server.requests.length
      const kept = keeps && fault.text !== '' ? [[fault.text, causeOf(fault)]] : []
      {
        using tract = openHere(folder.file(), scene, ports)
        tract.user('Hi')
        tract.assistant('Good day.')
        const [seen] = await Promise.all([ask(tract, 'The question'), scene.befall(fault)])
        expect({ seen, attempts: server.requests.length - before, timers: scene.clock.pending(), ...shown(tract) }).toEqual({
          seen: { code: fault.code, text: keeps ? fault.text : '' }, attempts: fault.answers.length, timers: [], said: [...greeting, 'user: The question'], partials: kept,
        })
      }
      using again = openHere(folder.file(), scene, ports)
      expect({ ...shown(again), found: again.workspace.fsck('quick').findings }).toEqual({ said: [...greeting, 'user: The question'], partials: kept, found: [] })
      const reply = await again.retry()
      expect({ status: reply.status, ...shown(again), asked: timesSaid(server, 'The question'), replay: again.workspace.replay().kind }).toEqual({
        status: 'complete', said: [...greeting, 'user: The question', 'assistant: Echo: The question'], partials: [], asked: 1, replay: 'same',
      })
    })
  })

  test('that fails and then goes well is answered once, within three attempts', async () => {
    using tract = openHere(':memory:', scene)
    const before = server.requests.length
    const answers = [{ kind: 'status', status: 429, headers: { 'retry-after': '2' } }, { kind: 'hangUp' }, { kind: 'answer', text: 'Well 👩‍🚀 then 🦊', splitBytes: 1 }] as const
    const [reply] = await Promise.all([tract.chat('The question'), scene.befall({ answers })])
    expect([reply.status, server.requests.length - before, said(tract), scene.clock.pending()]).toEqual(['complete', 3, ['user: The question', 'assistant: Well 👩‍🚀 then 🦊'], []])
  })

  test('that fails five times in a row is left alone for a moment; the words are kept, and then it is asked again', async () => {
    using tract = openHere(':memory:', scene)
    const fault = callFaults().find(({ title }) => title === 'cuts the connection')
    if (!fault) throw new Error('no such fault')
    tract.user('The question')
    for (let time = 0; time < 5; time++) await Promise.all([tract.retry(), scene.befall(fault)])
    const before = server.requests.length
    const paused = await learned(tract.retry())
    const meanwhile = [said(tract), tract.partials.list().map(({ text }) => text), server.requests.length - before]
    scene.clock.advance(30_000)
    await tract.retry()
    expect([paused.code, meanwhile, said(tract)]).toEqual(['llm/paused', [['user: The question'], ['Hello there'], 0], ['user: The question', 'assistant: Echo: The question']])
  })
})

test('whatever befalls a thousand conversations, what was said and what arrived is there, once', async () => {
  const servers = await Promise.all(providers.map(({ start }) => start()))
  let asked = 0
  await forSeedsAsync(1000, 0, async (random) => {
    const clock = impatientClock()
    using tract = Tract.open(':memory:', { ports: testPorts(clock) })
    const scenes = providers.map((provider, at) => faultScene(provider, servers[at]!, { clock }))
    const isLong = random.chance(0.03) // long enough with one provider for it to be left alone
    const walk = startFaultWalk(tract, isLong ? [random.pick(scenes)] : scenes)
    for (let steps = isLong ? 15 : 2 + random.below(4); steps > 0; steps--) {
      await walkFault(walk, random)
      const { seen, expected } = seenOfWalk(walk)
      expect(seen).toEqual(expected)
    }
    asked += walk.words
    expect([clock.pending(), tract.workspace.fsck('quick').findings]).toEqual([[], []])
  })
  await Promise.all(servers.map((server) => server.close()))
  expect(asked).toBeGreaterThan(1000)
}, 300_000)

test('nothing was rejected without being heard', async () => {
  for (let turn = 0; turn < 20; turn++) await new Promise((resolve) => setImmediate(resolve))
  expect(unhandled).toEqual([])
})

const greeting = ['user: Hi', 'assistant: Good day.']

function openHere(path: string, { client, clock }: FaultScene, ports = testPorts(clock)) {
  const tract = Tract.open(path, { ports })
  tract.configureClients({ default: client })
  return tract
}

const shown = (tract: Tract) => ({ said: said(tract), partials: tract.partials.list().map(({ text, cause }) => [text, cause]) })

/** How often the last request says these words. */
function timesSaid({ requests }: ModelServer, words: string): number {
  const { messages } = (requests.at(-1)?.body ?? {}) as { readonly messages?: unknown }
  return JSON.stringify(messages).split(words).length - 1
}
