import { describe, expect, test } from 'vitest'
import { demo, scripted, Tract, Workspace } from '../../../core/index.ts'
import { openTract, refused, said } from '../../helpers/asking.ts'
import { faultOfPromise } from '../../helpers/faultOf.ts'
import { done, holdingClient, words } from '../../helpers/holdingClient.ts'
import { journalOf } from '../../helpers/journalOf.ts'
import { tempFolder } from '../../helpers/tempFolder.ts'
import { testPorts } from '../../helpers/testPorts.ts'

describe('chat', () => {
  test('commits what was said, asks, and commits the answer with the settings it was given', async () => {
    using tract = openTract()
    const client = scripted([[words('Hel'), words('lo'), { type: 'usage', usage: { inputTokens: 7, outputTokens: 2, cachedInputTokens: 5 } }, done]], { model: 'm1' })
    tract.configureClients({ default: client })
    tract.configureOperations({ chat: { temperature: 0.5 } })
    tract.system('Be brief.')
    const reply = await tract.chat('Hi', { topP: 1, llmConfig: { temperature: 0 }, tags: ['greeting'], name: 'Ann' })
    const config = { values: { model: 'm1', temperature: 0, topP: 1 }, levels: { model: 'client', temperature: 'llmConfig', topP: 'sugar' } }
    expect(reply).toEqual({
      status: 'complete', call: expect.any(String), text: 'Hello', toolCalls: [], stopReason: 'end', notSent: [], truncated: false, generationConfig: config.values, configLevels: config.levels,
      usage: { inputTokens: 7, outputTokens: 2, cachedInputTokens: 5 }, commit: expect.objectContaining({ role: 'assistant', preview: 'Hello', tags: ['greeting'], generationConfig: config.values, configLevels: config.levels }),
    })
    expect([said(tract), client.requests.map(({ prompt, config: { model } }) => [prompt.toDicts(), model])]).toEqual([
      ['system: Be brief.', 'user: Hi', 'assistant: Hello'],
      [[[{ role: 'system', content: 'Be brief.' }, { role: 'user', content: 'Hi', name: 'Ann' }], 'm1']],
    ])
    expect(tract.transcript().items.at(-1)?.call).toEqual({ call: reply.call, costUsd: null, notSent: [], truncated: false, client: 'scripted', stopReason: 'end', usage: { inputTokens: 7, outputTokens: 2, cachedInputTokens: 5 }, durationMs: 0, firstTokenMs: 0 })
    expect(tract.transcript().items[1]?.call).toBe(null)
  })

  test('has what was said safe in the file before the model is asked', async () => {
    using tract = openTract()
    const client = holdingClient()
    tract.configureClients({ default: client })
    const answer = tract.chat('Hi')
    const asked = await client.request(1)
    expect(said(tract)).toEqual(['user: Hi'])
    asked.send(words('Yes'), done)
    expect([(await answer).status, said(tract)]).toEqual(['complete', ['user: Hi', 'assistant: Yes']])
  })

  test('undo takes back the answer first, then the question; what was paid stays on record', async () => {
    using tract = openTract()
    tract.configureClients({ default: scripted(['Yes']) })
    await tract.chat('Hi')
    expect([tract.undoState().undo?.verb, tract.undo().kind, said(tract), tract.undo().kind, said(tract)]).toEqual(['answer', 'done', ['user: Hi'], 'done', []])
    tract.redo()
    tract.redo()
    expect([said(tract), tract.transcript().items[1]?.call?.client, tract.workspace.replay().kind]).toEqual([['user: Hi', 'assistant: Yes'], 'scripted', 'same'])
  })

  test.each<[string, (tract: Tract) => void, string]>([
    ['without a client', () => {}, 'llm/no-client'],
    ['with a client of another job only', (tract) => tract.configureClients({ title: scripted(['x']) }), 'llm/no-client'],
    ['without a model', (tract) => tract.configureClients({ default: { ...scripted(['x']), model: null } }), 'llm/no-model'],
  ])('%s is refused before anything is said', async (_, prepare, code) => {
    using tract = openTract()
    prepare(tract)
    expect([await faultOfPromise(tract.chat('Hi')), said(tract)]).toEqual([code, []])
  })

  test('that fails before a word throws the reason; what was said stays, and retry asks for it without saying it twice', async () => {
    using tract = openTract()
    tract.configureClients({ default: refused() })
    expect([await faultOfPromise(tract.chat('Hi')), said(tract), tract.partials.list()]).toEqual(['llm/auth', ['user: Hi'], []])
    const client = scripted(['Yes'])
    tract.configureClients({ default: client })
    const reply = await tract.retry()
    expect([reply.status, said(tract), client.requests[0]?.prompt.toDicts()]).toEqual(['complete', ['user: Hi', 'assistant: Yes'], [{ role: 'user', content: 'Hi' }]])
    expect(await faultOfPromise(tract.retry())).toBe('chat/nothing-pending')
  })

  test('retry has nothing to do on an empty tract, and after an answer that is hidden it has', async () => {
    using tract = openTract()
    tract.configureClients({ default: scripted(['first', 'second']) })
    expect(await faultOfPromise(tract.retry())).toBe('chat/nothing-pending')
    const reply = await tract.chat('Hi')
    if (reply.status === 'complete') tract.annotate(reply.commit.messageId, 'skip')
    await tract.retry()
    expect(said(tract)).toEqual(['user: Hi', 'assistant: second'])
  })

  test('the demo model answers, says that it is one, and sees what is not hidden', async () => {
    using tract = openTract()
    tract.configureClients({ default: demo() })
    const { messageId } = tract.user('the secret is 42')
    const before = await tract.chat('What do you see?')
    tract.annotate(messageId, 'skip')
    const after = await tract.chat('And now?')
    expect([before.text, after.text].map((text) => [text.includes('demo'), text.includes('secret')])).toEqual([[true, true], [true, false]])
  })
})

test('an answer with thoughts and tool calls becomes a message each, as one operation; the results are answered next', async () => {
  using tract = openTract()
  const call = { id: 'c1', name: 'add', arguments: '{"a":1}' }
  const client = scripted([[{ type: 'reasoning', text: 'Hm', signature: 's' }, words('Let me see.'), { type: 'toolCall', call }, { type: 'done', stopReason: 'toolCalls' }], 'It is 1.'])
  tract.configureClients({ default: client })
  const tools = [{ name: 'add', description: 'Adds', parameters: { type: 'object' } }]
  const reply = await tract.chat('1?', { tools })
  expect([reply.status === 'complete' && reply.commit.preview, reply.toolCalls, tract.compile().messages.map(({ contentType }) => contentType)]).toEqual([
    'Let me see.', [call], ['dialogue', 'reasoning', 'dialogue', 'tool_call'],
  ])
  tract.commit({ type: 'tool_result', callId: 'c1', tool: 'add', output: 1, status: 'success' })
  await tract.generate({ tools })
  expect(tract.compile().messages.at(-1)?.content).toBe('It is 1.')
  tract.undo()
  tract.undo()
  tract.undo()
  expect(said(tract)).toEqual(['user: 1?'])
})

test('every call leaves its receipt: what was sent, to whom, and how it went', async () => {
  using folder = tempFolder()
  using workspace = Workspace.open(folder.file(), { ports: testPorts() })
  const tract = workspace.create()
  tract.configureClients({ default: scripted(['Yes', [words('Ha')]]) })
  const sent: unknown[] = []
  for (const text of ['one', 'two']) {
    tract.user(text)
    sent.push({ head: tract.resolve('HEAD'), contextHash: tract.compile().hash })
    await tract.generate()
  }
  tract.configureClients({ default: refused() })
  sent.push({ head: tract.resolve('HEAD'), contextHash: tract.compile().hash })
  await faultOfPromise(tract.retry())
  const records = journalOf(folder.file()).filter(({ type }) => type === 'usage_recorded').map(({ payload }) => JSON.parse(payload ?? '') as { head: string; contextHash: string; payloadHash: string })
  expect(records.map(({ head, contextHash }) => ({ head, contextHash }))).toEqual(sent)
  expect(new Set(records.map(({ payloadHash }) => payloadHash)).size).toBe(3)
  expect(records[0]).toEqual(expect.objectContaining({ task: 'chat', client: 'scripted', model: 'scripted', stopReason: 'end', usage: null, costUsd: null, notSent: [], truncated: false, tools: null, payloadHash: expect.stringMatching(/^[0-9a-f]{64}$/) }))
})
