import { describe, expect, test } from 'vitest'
import { scripted, type Tract, Workspace } from '../../../core/index.ts'
import { asCallId } from '../../../core/model/ids.ts'
import { openTract, refused, said } from '../../helpers/asking.ts'
import { faultOf, faultOfPromise } from '../../helpers/faultOf.ts'
import { done, holdingClient, words } from '../../helpers/holdingClient.ts'

const usage = { inputTokens: 12, outputTokens: 3, cachedInputTokens: 4 }
const counted = (text: string) => [words(text), { type: 'usage' as const, usage }, done]
const asked = (tract: Tract) => {
  tract.user('A line, please.')
  return tract.generate({ temperature: 0.2, llmConfig: { model: 'm', seed: 1 }, commit: false })
}

describe('generate without committing', () => {
  test('shows the answer, puts the call on record, and writes nothing else', async () => {
    using tract = openTract()
    tract.configureClients({ default: scripted([counted('A line.')]) })
    const before = tract.workspace.lastSeq()
    const reply = await asked(tract)
    expect(reply).toEqual({
      status: 'uncommitted', call: expect.any(String) as string, text: 'A line.', toolCalls: [], usage, stopReason: 'end', notSent: [], truncated: false,
      generationConfig: { model: 'm', temperature: 0.2, seed: 1 }, configLevels: { model: 'llmConfig', temperature: 'sugar', seed: 'llmConfig' },
    })
    expect([said(tract), tract.partials.list(), tract.usage().rows.map(({ call, commit, inputTokens }) => [call, commit, inputTokens])]).toEqual([['user: A line, please.'], [], [[reply.call, null, 12]]])
    const types: string[] = []
    for await (const event of tract.workspace.events({ since: before })) {
      types.push(event.type)
      if (event.type === 'operation.done' && event.done.verb === 'ask') break
    }
    expect([types, tract.undoState().undo?.verb]).toEqual([['commit.added', 'operation.done', 'usage.recorded', 'operation.done'], 'commit'])
  })

  test('what is made of the answer gets its settings, levels, usage and receipt, also in other words', async () => {
    using tract = openTract()
    tract.configureClients({ default: scripted([counted('A line.')]) })
    const { call, generationConfig, configLevels } = await asked(tract)
    const head = tract.resolve('HEAD')
    const commit = tract.assistant('A better line.', { call, tags: ['chosen'] })
    expect(commit).toEqual(expect.objectContaining({ preview: 'A better line.', role: 'assistant', generationConfig, configLevels, tags: ['chosen'] }))
    expect(tract.transcript().items.at(-1)?.call).toEqual({ call, client: 'scripted', stopReason: 'end', usage, durationMs: 0, firstTokenMs: 0, costUsd: null, notSent: [], truncated: false })
    expect(tract.receipt(commit.hash)).toEqual(expect.objectContaining({ call, answer: commit.hash, head, client: 'scripted', model: 'm', stillMatches: true }))
    expect([tract.usage().rows.map((row) => [row.call, row.commit]), tract.status().tokenSource]).toEqual([[[call, commit.hash]], 'mixed'])
    expect([tract.undo().kind, said(tract), tract.redo().kind, tract.receipt('HEAD').call, tract.workspace.replay().kind, tract.workspace.fsck('deep').findings]).toEqual([
      'done', ['user: A line, please.'], 'done', call, 'same', [],
    ])
  })

  test('one call may give two messages, on two branches or as another content; both keep their receipt', async () => {
    using tract = openTract()
    tract.configureClients({ default: scripted([counted('A line.'), counted('Another.')]) })
    const { call, text } = await asked(tract)
    tract.branch('b', { switch: false })
    const here = tract.assistant(text, { call })
    const there = tract.on('b').commit({ type: 'output', text, format: 'text' }, { call })
    expect([tract.receipt(here.hash).call, tract.receipt(there.hash).call, tract.usage().rows.length]).toEqual([call, call, 1])
    const reply = await tract.chat('Again.')
    const again = tract.assistant('In other words.', { call: reply.call })
    expect([again.generationConfig, tract.receipt(again.hash).call, tract.usage().rows.length, tract.usage().rows[0]?.commit]).toEqual([
      reply.generationConfig, reply.call, 2, reply.status === 'complete' && reply.commit.hash,
    ])
  })

  test('an answer in the place of one that is there is a correction with its own settings and receipt', async () => {
    using tract = openTract()
    tract.configureClients({ default: scripted([counted('A line.')]) })
    tract.user('A line, please.')
    const half = tract.assistant('A li')
    tract.annotate(half.hash, 'skip')
    const reply = await tract.generate({ temperature: 0.2, commit: false })
    const edit = tract.edit(half.hash, reply.text, { call: reply.call })
    expect([edit.generationConfig?.temperature, tract.receipt(edit.hash).call, tract.receipt(edit.hash).answer, faultOf(() => tract.receipt(half.hash))]).toEqual([0.2, reply.call, edit.hash, 'call/none'])
  })

  test('asks for tools like any other; their calls come back', async () => {
    using tract = openTract()
    const call = { id: 'c1', name: 'add', arguments: { a: 1 } }
    tract.configureClients({ default: scripted([[{ type: 'toolCall', call }, { type: 'done', stopReason: 'toolCalls' }]]) })
    tract.user('1?')
    const reply = await tract.generate({ commit: false, tools: [{ name: 'add', description: 'Adds', parameters: { type: 'object' } }] })
    expect([reply.toolCalls, reply.stopReason, said(tract)]).toEqual([[call], 'toolCalls', ['user: 1?']])
  })
})

describe('generate without committing keeps no half answer', () => {
  test.each([
    ['a cut one is thrown', () => scripted([[words('Half')]]), 'llm/incomplete'],
    ['a refused one too', refused, 'llm/auth'],
    ['and one without a word', () => scripted([[done]]), 'llm/incomplete'],
  ] as const)('%s', async (_, client, code) => {
    using tract = openTract()
    tract.configureClients({ default: client() })
    expect([await faultOfPromise(asked(tract)), said(tract), tract.partials.list(), tract.usage().rows]).toEqual([code, ['user: A line, please.'], [], []])
    tract.configureClients({ default: scripted(['Whole.']) })
    expect((await tract.retry()).text).toBe('Whole.')
  })

  test('stopping it rejects with the reason', async () => {
    using tract = openTract()
    const client = holdingClient()
    tract.configureClients({ default: client })
    tract.user('Hi')
    const stop = new AbortController()
    const answer = tract.generate({ commit: false, signal: stop.signal })
    const request = await client.request(1)
    request.send(words('Half'))
    stop.abort(new Error('enough'))
    await expect(answer).rejects.toThrow('enough')
    expect([request.signal.aborted, said(tract), tract.partials.list()]).toEqual([true, ['user: Hi'], []])
  })

  test('closing the file ends it', async () => {
    const tract = openTract()
    const client = holdingClient()
    tract.configureClients({ default: client })
    tract.user('Hi')
    const answer = faultOfPromise(tract.generate({ commit: false }))
    const request = await client.request(1)
    tract.close()
    expect([await answer, request.signal.aborted]).toEqual(['file/closed', true])
  })
})

describe('refused', () => {
  test.each<[string, (tract: Tract) => unknown, string]>([
    ['a call that nobody made', (tract) => tract.assistant('x', { call: asCallId('nobody') }), 'call/none'],
    ['a call that is no call', (tract) => tract.assistant('x', { call: 7 as never }), 'call/none'],
    ['a call and settings at once', (tract) => tract.assistant('x', { call: asCallId('a'), generationConfig: {} }), 'input/invalid'],
    ['a content that is none, whatever the call', (tract) => tract.commit({ type: 'dialogue' } as never, { call: asCallId('nobody') }), 'call/none'],
    ['a correction from a call that nobody made', (tract) => tract.edit('HEAD', 'x', { call: asCallId('nobody') }), 'call/none'],
  ])('%s', (_, act, code) => {
    using tract = openTract()
    tract.user('Hi')
    expect([faultOf(() => act(tract)), said(tract)]).toEqual([code, ['user: Hi']])
  })

  test.each<[string, (tract: Tract) => Promise<unknown>]>([
    ['commit that is neither true nor false', (tract) => tract.generate({ commit: 'no' as never })],
    ['chat that is not to be committed', (tract) => tract.chat('Hi', { commit: false } as never)],
    ['retry that is not to be committed', (tract) => tract.retry({ commit: false } as never)],
    ['options that are none', (tract) => tract.generate('warm' as never)],
  ])('%s', async (_, act) => {
    using tract = openTract()
    tract.configureClients({ default: scripted(['x']) })
    tract.user('Hi')
    expect([await faultOfPromise(act(tract)), said(tract)]).toEqual(['input/invalid', ['user: Hi']])
    expect(faultOf(() => tract.stream({ commit: false } as never))).toBe('input/invalid')
  })

  test('no content at all, and nothing stays of it', async () => {
    using tract = openTract()
    tract.configureClients({ default: scripted(['x']) })
    const { call } = await asked(tract)
    expect([faultOf(() => tract.commit(null as never, { call })), said(tract), tract.operations().items.map(({ verb, detail }) => [verb, detail])[0]]).toEqual(['content/invalid', ['user: A line, please.'], ['ask', 'chat']])
    tract.commit({ type: 'output', text: 'x', format: 'text' }, { call })
    expect(tract.undoState().undo).toEqual(expect.objectContaining({ verb: 'commit', detail: 'output' }))
  })

  test('usage that was noted by hand, as a call', () => {
    using tract = openTract()
    tract.user('Hi')
    tract.recordUsage({ inputTokens: 1, outputTokens: 1 })
    const ids = Array.from({ length: 9 }, (_, i) => asCallId(`id-${i}`))
    expect(ids.map((call) => faultOf(() => tract.assistant('x', { call })))).toEqual(ids.map(() => 'call/none'))
  })

  test("another tract's call", async () => {
    using workspace = Workspace.open()
    const [one, two] = [workspace.create(), workspace.create()]
    one.configureClients({ default: scripted(['x']) })
    const { call } = await asked(one)
    expect(faultOf(() => two.assistant('x', { call }))).toBe('call/none')
  })
})
