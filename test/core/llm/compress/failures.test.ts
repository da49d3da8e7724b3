import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Tract } from '../../../../core/index.ts'
import { type CallFault, callFaults } from '../../../helpers/callFaults.ts'
import { startChild } from '../../../helpers/children.ts'
import { faultOf, faultOfPromise } from '../../../helpers/faultOf.ts'
import { type FaultScene, faultScene, impatientClock } from '../../../helpers/faultScene.ts'
import type { ModelServer } from '../../../helpers/modelServer.ts'
import { startOpenAIServer } from '../../../helpers/openaiServer.ts'
import { tempFolder } from '../../../helpers/tempFolder.ts'
import { testPorts } from '../../../helpers/testPorts.ts'
import { viewDigest } from '../../../helpers/viewDigest.ts'
import { providers } from '../providers/providers.ts'

const long = (text: string): CallFault['answers'] => [{ kind: 'answer', text }]
/** What only a summary can be wrong in. */
const badSummaries: readonly CallFault[] = [
  { title: 'writes more than there was', answers: long('far too long '.repeat(80)), code: 'compress/longer', text: '' },
  { title: 'writes nothing but blanks', answers: long(' \n '), code: 'compress/empty', text: '' },
  { title: 'thinks and says nothing', answers: long('<think>They talked about shoes.</think>'), code: 'compress/empty', text: '' },
  { title: 'reaches its limit in the summary', answers: [{ kind: 'answer', text: 'Returns: 30', finish: 'length' }], code: 'llm/incomplete', text: '' },
]

/** Two runs, with a pinned message between them. */
function conversation(path: string, ports = testPorts(impatientClock())) {
  const tract = Tract.open(path, { ports })
  tract.user('How long can I return the shoes that I bought in the shop in Hamburg on 3 March?')
  tract.annotate(tract.assistant('You have 30 days for that, in every one of our shops.').hash, 'pinned')
  tract.user('And for boots that I wore once outside, in the rain, on the way home?')
  return tract
}
/** Everything that compressing could change. */
const content = (tract: Tract) => [viewDigest(tract.workspace.path ?? ''), tract.compile().hash, tract.undoState().undo?.verb, tract.listCompressionDrafts()]

describe.each(providers)('a compression by $title', (provider) => {
  const folder = tempFolder()
  const clock = impatientClock()
  const tract = conversation(folder.file(), testPorts(clock))
  const before = content(tract)
  let server: ModelServer
  /** Each test with a client of its own, which has no bad experiences yet. */
  function connected(): FaultScene {
    const scene = faultScene(provider, server, { clock })
    tract.configureClients({ compress: scene.client })
    return scene
  }
  beforeAll(async () => { server = await provider.start() })
  afterAll(async () => {
    tract[Symbol.dispose]()
    folder[Symbol.dispose]()
    await server.close()
  })

  test.each([...callFaults(), ...badSummaries].map((fault, nth) => ({ ...fault, autoCommit: nth % 2 === 0 })))('whose server $title changes nothing (at once: $autoCommit)', async ({ autoCommit, code, ...fault }) => {
    const scene = connected()
    const [found] = await Promise.all([faultOfPromise(tract.compress({ autoCommit })), scene.befall(fault)])
    expect([found, content(tract), clock.pending()]).toEqual([code, before, []])
  })

  test('that fails in the second run changes nothing, though the first was written', async () => {
    connected()
    server.script('Returns.', { kind: 'status', status: 401 }, 'Returns.', { kind: 'answer', text: 'Boo', afterwards: 'cut' })
    const codes = [await faultOfPromise(tract.compress()), await faultOfPromise(tract.compress({ autoCommit: false }))]
    expect([codes, content(tract)]).toEqual([['llm/auth', 'llm/incomplete'], before])
  })

  test('that is stopped changes nothing but, where a draft was asked for, what had come as one', async () => {
    connected()
    const stopped = (autoCommit: boolean) => {
      const stop = new AbortController()
      server.script({ kind: 'answer', text: 'Returns of', afterwards: 'stall' })
      return tract.compress({ autoCommit, signal: stop.signal, onText: ({ text }) => text.endsWith('of') && stop.abort(new Error('enough')) })
    }
    await expect(stopped(true)).rejects.toThrow('enough')
    expect(content(tract)).toEqual(before)
    await stopped(false)
    expect([tract.compile().hash, tract.listCompressionDrafts().map(({ runs }) => runs.map(({ summary }) => summary)), tract.undo().kind, content(tract)]).toEqual([before[1], [['Returns of', '']], 'done', before])
  })

  test('goes well after all of that, in a file that is whole', async () => {
    connected()
    server.script('Returns.', 'Boots.')
    await tract.compress()
    expect([tract.compile().messages.map((message) => message.content), tract.workspace.fsck('deep').findings, tract.workspace.verify().kind, tract.workspace.replay().kind]).toEqual([['Returns.', 'You have 30 days for that, in every one of our shops.', 'Boots.'], [], 'intact', 'same'])
  })
})

test('a process that is killed while a summary comes leaves the file as it was', async () => {
  using folder = tempFolder()
  const server = await startOpenAIServer()
  server.script('Returns: thirty days, in every shop.')
  server.hold()
  {
    using _ = conversation(folder.file())
  }
  const before = viewed(folder.file())
  const child = startChild('compressChild.ts', folder.file(), server.url)
  await server.received(1)
  server.release(2)
  await child.said(2)
  await child.kill()
  await server.close()
  expect(viewed(folder.file())).toEqual(before)
})

/** What is in the file as it lies there. */
function viewed(path: string) {
  using tract = Tract.open(path)
  return [content(tract), tract.workspace.fsck('deep').findings, tract.workspace.verify().kind, tract.workspace.replay().kind]
}

test('a summary may hold any character that a message may', () => {
  using folder = tempFolder()
  using tract = conversation(folder.file())
  const odd = 'Returns:\0 30\u200b days \u{1f45f}'
  tract.compress({ content: [odd, 'Boots.'] })
  expect([tract.compile().messages[0]?.content, tract.search('Returns').items.length, tract.workspace.fsck('deep').findings, faultOf(() => tract.compress({ content: ['\ud800', 'x'] }))]).toEqual([odd, 1, [], 'value/not-json'])
})