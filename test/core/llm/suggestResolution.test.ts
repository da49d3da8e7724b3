import { expect, test } from 'vitest'
import { anthropic, openai, scripted, type Tract } from '../../../core/index.ts'
import { wordsIn } from '../../../core/llm/suggestResolution.ts'
import { startAnthropicServer } from '../../helpers/anthropicServer.ts'
import { openTract, refused, said } from '../../helpers/asking.ts'
import { faultOfPromise } from '../../helpers/faultOf.ts'
import { holdingClient } from '../../helpers/holdingClient.ts'
import type { ModelServer } from '../../helpers/modelServer.ts'
import { startOpenAIServer } from '../../helpers/openaiServer.ts'

const providers = [
  ['openai', startOpenAIServer, (server: ModelServer) => openai({ apiKey: 'key', model: 'gpt-4o', baseUrl: server.url })],
  ['anthropic', startAnthropicServer, (server: ModelServer) => anthropic({ apiKey: 'key', model: 'gpt-4o', baseUrl: server.url })],
] as const

/** `main` and `side` have corrected the same answer; `side` goes on. */
function parted(tract: Tract): void {
  tract.user('How long can I return shoes?')
  const answer = tract.assistant('60 days, unworn.')
  tract.branch('side', { switch: false })
  tract.on('side').edit(answer.hash, '60 working days, unworn.')
  tract.on('side').user('And boots?')
  tract.edit(answer.hash, '30 days, unworn.')
}
function conflictOf(tract: Tract) {
  const merged = tract.merge('side')
  if (merged.kind !== 'conflict') throw new Error('there is no conflict')
  return merged.pending.conflicts[0]!
}

test.each(providers)('a model proposes words for a conflict over %s: its call and what it cost are on record, nothing is decided', async (_, start, connect) => {
  const server = await start({ key: 'key' })
  server.script({ kind: 'answer', text: '<think>both</think>30 working days, unworn.\n', usage: { input: 200, output: 10 } })
  try {
    using tract = openTract()
    tract.configureClients({ default: refused(), merge: connect(server) })
    parted(tract)
    const { id } = conflictOf(tract)
    const suggested = await tract.suggestResolution(id, { instructions: 'Keep it short.' })
    const [row] = tract.usage().rows
    expect(suggested).toEqual({ conflict: id, text: '30 working days, unworn.', call: row?.call, client: expect.any(String), model: 'gpt-4o', usage: expect.objectContaining({ inputTokens: 200, outputTokens: 10 }), costUsd: row?.costUsd })
    expect([row?.task, row?.commit, tract.findPendingMerge()?.conflicts[0]?.resolution]).toEqual(['merge', null, null])
    const sent = JSON.stringify(server.requests[0]?.body)
    expect(['60 days, unworn.', '60 working days', '30 days', 'Keep it short.', 'And boots?'].map((words) => sent.includes(words))).toEqual([true, true, true, true, false])
    tract.resolveConflict(id, { take: 'text', text: suggested.text })
    tract.commitMerge()
    expect(said(tract)).toEqual(['user: How long can I return shoes?', 'assistant: 30 working days, unworn.', 'user: And boots?'])
  } finally {
    await server.close()
  }
})

test('what fails or is cut gives no words, and the merge waits as it was', async () => {
  using tract = openTract()
  parted(tract)
  const { id } = conflictOf(tract)
  const before = tract.findPendingMerge()
  const ask = (client: Parameters<Tract['configureClients']>[0]['merge']): Promise<string> => {
    if (client) tract.configureClients({ merge: client })
    return faultOfPromise(tract.suggestResolution(id))
  }
  const faults = [
    await ask(undefined), await ask(refused()), await ask(scripted(['<think>only thoughts</think>'])),
    await ask(scripted([[{ type: 'text', text: 'Half of' }, { type: 'done', stopReason: 'length' }]])),
    await faultOfPromise(tract.suggestResolution('nobody' as typeof id)), await faultOfPromise(tract.suggestResolution(id, { instructions: 5 as never })),
  ]
  expect([faults, tract.findPendingMerge()]).toEqual([['llm/no-client', 'llm/auth', 'llm/incomplete', 'llm/incomplete', 'merge/no-such-conflict', 'input/invalid'], before])
  tract.abortMerge()
  expect(await faultOfPromise(tract.suggestResolution(id))).toBe('merge/none-pending')
})

test('it can be stopped', async () => {
  using tract = openTract()
  parted(tract)
  const { id } = conflictOf(tract)
  const client = holdingClient()
  tract.configureClients({ merge: client })
  const stop = new AbortController()
  const asked = tract.suggestResolution(id, { signal: stop.signal })
  await client.request(1)
  stop.abort(new Error('enough'))
  await expect(asked).rejects.toThrow('enough')
  expect(tract.findPendingMerge()?.conflicts[0]?.resolution).toBe(null)
})

test('only conflicts about a text can be settled by words', async () => {
  using tract = openTract()
  tract.configureClients({ default: scripted(['Never asked.']) })
  const { hash } = tract.user('How long can I return shoes?')
  tract.branch('side', { switch: false })
  tract.on('side').annotate(hash, 'skip')
  tract.annotate(hash, 'pinned')
  expect(await faultOfPromise(tract.suggestResolution(conflictOf(tract).id))).toBe('merge/bad-resolution')
})

test('a merge by a model leaves its words to be looked at, in its name, or writes them at once', async () => {
  using tract = openTract()
  const client = scripted(['30 working days.', '30 working days.'])
  tract.configureClients({ merge: client })
  parted(tract)
  const waiting = await tract.merge('side', { strategy: 'llm', model: 'small' })
  expect(waiting.kind === 'conflict' && waiting.pending.conflicts.map(({ resolution, resolvedBy }) => [resolution, resolvedBy])).toEqual([[{ take: 'text', text: '30 working days.' }, { kind: 'agent', id: 'small' }]])
  tract.abortMerge()
  const done = await tract.merge('side', { strategy: 'llm', model: 'small', autoCommit: true })
  expect([done.kind, said(tract)[1]]).toEqual(['resolved', 'assistant: 30 working days.'])
  expect((await tract.merge('side', { strategy: 'llm', model: 'small' })).kind).toBe('upToDate')
})

test('where the model fails the merge waits, with what was answered; without a client nothing begins', async () => {
  using tract = openTract()
  parted(tract)
  expect([await faultOfPromise(tract.merge('side', { strategy: 'llm' })), tract.findPendingMerge()]).toEqual(['llm/no-client', null])
  tract.configureClients({ merge: refused() })
  expect([await faultOfPromise(tract.merge('side', { strategy: 'llm' })), tract.findPendingMerge()?.conflicts.map(({ resolution }) => resolution)]).toEqual(['llm/auth', [null]])
})

test.each([
  ['  words  ', 'words'],
  ['```\nwords\nmore\n```', 'words\nmore'],
  ['<think>hm</think>\nwords', 'words'],
  ['a ```code``` b', 'a ```code``` b'],
  ['<think>never ends', ''],
])('the words in %j', (text, words) => expect(wordsIn(text)).toBe(words))
