import { describe, expect, test } from 'vitest'
import { anthropic, demo, openai, scripted, type Tract } from '../../../../core/index.ts'
import { startAnthropicServer } from '../../../helpers/anthropicServer.ts'
import { openTract, refused } from '../../../helpers/asking.ts'
import { faultOf, faultOfPromise } from '../../../helpers/faultOf.ts'
import { done, holdingClient, words } from '../../../helpers/holdingClient.ts'
import type { Answer, ModelServer } from '../../../helpers/modelServer.ts'
import { startOpenAIServer } from '../../../helpers/openaiServer.ts'

const providers = [
  ['openai', startOpenAIServer, (server: ModelServer) => openai({ apiKey: 'key', model: 'small', baseUrl: server.url })],
  ['anthropic', startAnthropicServer, (server: ModelServer) => anthropic({ apiKey: 'key', model: 'small', baseUrl: server.url })],
] as const

function conversation() {
  const tract = openTract()
  const said = [
    tract.system('Be brief.'),
    tract.user('How long can I return the shoes that I bought in the shop in Hamburg on 3 March?'),
    tract.assistant('You have 60 days for that, in every one of our shops, if they are unworn outdoors.'),
    tract.user('And for boots that I wore once outside, in the rain, on the way home?'),
    tract.assistant('The same, if the sole has light marks only. Order NW-20417 was one of them.'),
  ]
  tract.edit(said[2]!.hash, 'You have 30 days for that, in every one of our shops, if they are unworn outdoors.')
  return { tract, said }
}
const shown = (tract: Tract) => tract.compile().messages.map(({ content }) => content)
/** Everything a failed compression must leave alone. */
const state = (tract: Tract) => [tract.compile().hash, tract.listBranches().map(({ commit }) => commit), tract.listCompressionDrafts(), tract.undoState().undo?.id]

describe.each(providers)('over %s', (_, start, connect) => {
  test('a model writes from the corrected text, without what is hidden; its call is on record', async () => {
    const server = await start({ key: 'key' })
    server.script({ kind: 'answer', text: 'Returns: 30 days; boots with light marks too.', usage: { input: 120, output: 11 } })
    try {
      const { tract, said } = conversation()
      using __ = tract
      tract.annotate(said[3]!.hash, 'skip')
      tract.configureClients({ default: refused(), compress: connect(server) })
      const pieces: string[] = []
      const result = await tract.compress({ from: said[1]!.hash, targetTokens: 60, instructions: 'keep numbers', mustKeep: ['30 days'], onText: ({ text }) => pieces.push(text) })
      const sent = JSON.stringify(server.requests[0]?.body)
      expect([result.kind, shown(tract), pieces.join('')]).toEqual(['compressed', ['Be brief.', 'Returns: 30 days; boots with light marks too.'], 'Returns: 30 days; boots with light marks too.'])
      expect(['You have 30 days', 'You have 60 days', 'in the rain', 'about 60 tokens', 'keep numbers', '30 days'].map((text) => sent.includes(text))).toEqual([true, false, false, true, true, true])
      expect(tract.usage().rows).toEqual([expect.objectContaining({ task: 'compress', model: 'small', inputTokens: 120, outputTokens: 11 })])
      tract.undo()
      expect(shown(tract).length).toBe(4)
    } finally {
      await server.close()
    }
  })

  test.each<[string, Answer, string]>([
    ['an empty answer', '', 'llm/incomplete'],
    ['a summary that is longer than what it replaces', 'far too long '.repeat(80), 'compress/longer'],
    ['a refused key', { kind: 'status', status: 401 }, 'llm/auth'],
    ['a request that is refused', { kind: 'status', status: 400 }, 'llm/refused-payload'],
    ['a cut answer', { kind: 'answer', text: 'Returns: 30', afterwards: 'cut' }, 'llm/incomplete'],
  ])('%s changes nothing', async (__, script, fault) => {
    const server = await start({ key: 'key' })
    server.script(script)
    try {
      const { tract } = conversation()
      using ___ = tract
      tract.configureClients({ compress: connect(server) })
      const before = state(tract)
      const [first] = [await faultOfPromise(tract.compress({ targetTokens: 40 }))]
      server.script(script)
      const second = await faultOfPromise(tract.compress({ targetTokens: 40, autoCommit: false }))
      expect([first, second, state(tract).slice(0, 3)]).toEqual([fault, fault, before.slice(0, 3)])
    } finally {
      await server.close()
    }
  })
})

describe('a summary by a model', () => {
  test('is asked for once more when what must be kept is missing, and the miss is told', async () => {
    const { tract } = conversation()
    using _ = tract
    const client = scripted(['Returns and boots.', 'Returns and boots, NW-20417.', 'Nothing of it.', 'Still nothing.'])
    tract.configureClients({ compress: client })
    const draft = await tract.compress({ autoCommit: false, mustKeep: ['NW-20417', /nowhere/] })
    const again = client.requests[1]!.prompt.toDicts()[0]!.content
    expect([[draft.runs[0]?.summary, draft.missing], again.includes('It lacks NW-20417'), client.requests.length]).toEqual([['Returns and boots, NW-20417.', [{ run: 0, expected: '/nowhere/' }]], true, 2])
    const poor = await tract.compress({ mustKeep: ['NW-20417'] })
    expect(poor.kind === 'compressed' && [poor.missing, shown(tract).at(-1)]).toEqual([[{ run: 0, expected: 'NW-20417' }], 'Nothing of it.'])
  })

  test('is the first one where the second brings one text and loses another', async () => {
    const { tract } = conversation()
    using _ = tract
    tract.configureClients({ compress: scripted(['Shoes from Hamburg.', 'Order NW-20417.', 'Shoes from Hamburg.', 'Order NW-20417, from Hamburg.']) })
    const wish = { mustKeep: ['NW-20417', 'Hamburg'], autoCommit: false } as const
    const summaries = [await tract.compress(wish), await tract.compress(wish)].map(({ runs, missing }) => [runs[0]?.summary, missing.map(({ expected }) => expected)])
    expect(summaries).toEqual([['Shoes from Hamburg.', ['NW-20417']], ['Order NW-20417, from Hamburg.', []]])
  })

  test('is written run by run, and anew with guidance as a version beside the first', async () => {
    const { tract, said } = conversation()
    using _ = tract
    tract.annotate(said[2]!.hash, 'pinned')
    const client = scripted(['Asked about returns.', 'Asked about boots.', 'Asked about shoes, in Hamburg.'])
    tract.configureClients({ compress: client })
    const draft = await tract.compress({ from: said[1]!.hash, autoCommit: false, instructions: 'names' })
    const after = await tract.regenerateCompression(draft.id, 0, { guidance: 'name the city', temperature: 0.5 })
    const asked = client.requests[2]!
    expect([after.runs.map(({ versions }) => versions.map(({ text }) => text)), after.runs[0]?.chosen, after.runs[0]?.versions[1]?.guidance, asked.config.temperature]).toEqual([[['Asked about returns.', 'Asked about shoes, in Hamburg.'], ['Asked about boots.']], 1, 'name the city', 0.5])
    expect(['name the city', 'Asked about returns.', 'names', '60 days', 'in the rain'].map((text) => asked.prompt.toDicts()[0]!.content.includes(text))).toEqual([true, true, true, false, false])
  })

  test('of messages that changed while it was written is kept as a draft, and compresses nothing', async () => {
    const { tract, said } = conversation()
    using _ = tract
    const client = holdingClient()
    tract.configureClients({ compress: client })
    const asked = faultOfPromise(tract.compress({ from: said[1]!.hash }))
    const request = await client.request(1)
    tract.edit(said[4]!.hash, 'No.')
    request.send(words('Returns: 30 days.'), done)
    request.end()
    expect([await asked, shown(tract).at(-1), tract.listCompressionDrafts().map(({ isStale, runs }) => [isStale, runs[0]?.summary])]).toEqual(['draft/stale', 'No.', [[true, 'Returns: 30 days.']]])
  })

  test('can be stopped, and is refused inside a batch and with nonsense', async () => {
    const { tract } = conversation()
    using _ = tract
    const client = holdingClient()
    tract.configureClients({ compress: client })
    const stop = new AbortController()
    const asked = tract.compress({ signal: stop.signal })
    await client.request(1)
    stop.abort(new Error('enough'))
    await expect(asked).rejects.toThrow('enough')
    expect([
      await faultOfPromise(tract.batch(() => ({ asked: tract.compress({ autoCommit: false }) })).asked),
      await faultOfPromise(tract.compress({ targetTokens: -1 })), await faultOfPromise(tract.compress({ instructions: 7 as unknown as string })), shown(tract).length, tract.listCompressionDrafts(),
    ]).toEqual(['batch/async', 'input/invalid', 'input/invalid', 5, []])
  })

  test('once more reads what the first one stands for, and takes its place', async () => {
    const { tract, said } = conversation()
    using _ = tract
    const first = tract.compress({ from: said[1]!.hash, to: said[2]!.hash, content: 'Returns.' })
    const client = scripted(['Returns: 30 days.'])
    tract.configureClients({ compress: client })
    const summary = first.kind === 'compressed' ? first.commits[0]!.hash : ''
    await tract.compress({ again: summary, targetTokens: 30 })
    const sent = client.requests[0]!.prompt.toDicts()[0]!.content
    expect([['You have 30 days', 'Hamburg', 'boots'].map((text) => sent.includes(text)), shown(tract).slice(0, 2)]).toEqual([[true, true, false], ['Be brief.', 'Returns: 30 days.']])
  })

  test('that is stopped keeps what had come as a draft, which counts only when somebody has finished it', async () => {
    const { tract, said } = conversation()
    using _ = tract
    tract.annotate(said[2]!.hash, 'pinned')
    const client = holdingClient()
    tract.configureClients({ compress: client })
    const stop = new AbortController()
    const options = { from: said[1]!.hash, autoCommit: false, signal: stop.signal, onText: () => stop.abort() } as const
    const asked = tract.compress(options)
    ;(await client.request(1)).send(words('Asked about ret'))
    const draft = await asked
    expect([draft.runs.map(({ summary, versions }) => [summary, versions.map(({ isWhole, writer }) => [isWhole, writer?.model])]), client.asked.length]).toEqual([[['Asked about ret', [[false, client.model]]], ['', []]], 1])
    expect([faultOf(() => tract.approveCompression(draft.id)), tract.workspace.fsck('deep').findings, tract.workspace.replay().kind, shown(tract).length]).toEqual(['compress/unfinished', [], 'same', 5])
    tract.editCompression(draft.id, 0, 'Asked about returns.')
    expect(faultOf(() => tract.approveCompression(draft.id))).toBe('compress/empty')
    tract.editCompression(draft.id, 1, 'And about boots.')
    await expect(tract.compress(options)).rejects.toThrow('aborted')
    expect([tract.approveCompression(draft.id).kind, shown(tract).slice(1), tract.listCompressionDrafts()]).toEqual(['compressed', ['Asked about returns.', expect.stringContaining('30 days'), 'And about boots.'], []])
  })

  test('that is stopped while it is written anew leaves the chosen words as they are', async () => {
    const { tract } = conversation()
    using _ = tract
    const draft = tract.compress({ content: 'Returns and boots.', autoCommit: false })
    const client = holdingClient()
    tract.configureClients({ compress: client })
    const stop = new AbortController()
    const asked = tract.regenerateCompression(draft.id, 0, { guidance: 'longer', signal: stop.signal, onText: () => stop.abort() })
    ;(await client.request(1)).send(words('Returns of sho'))
    const [run] = (await asked).runs
    expect([run?.summary, run?.versions.map(({ text, isWhole }) => [text, isWhole]), tract.chooseCompression(draft.id, 0, 1).runs[0]?.summary, faultOf(() => tract.approveCompression(draft.id))]).toEqual(['Returns and boots.', [['Returns and boots.', true], ['Returns of sho', false]], 'Returns of sho', 'compress/unfinished'])
  })

  test('by the demo model is made of the sentences that say most, within the length', async () => {
    const { tract, said } = conversation()
    using _ = tract
    tract.configureClients({ default: demo() })
    const draft = await tract.compress({ from: said[1]!.hash, targetTokens: 45, mustKeep: ['NW-20417'], autoCommit: false })
    const [run] = draft.runs
    expect([run?.summary.includes('NW-20417'), (run?.summaryTokens ?? 99) < (run?.originalTokens ?? 0), draft.missing]).toEqual([true, true, []])
    const shorter = await tract.regenerateCompression(draft.id, 0, { guidance: 'shorter' })
    expect((shorter.runs[0]?.summaryTokens ?? 99) < (run?.summaryTokens ?? 0)).toBe(true)
  })
})
