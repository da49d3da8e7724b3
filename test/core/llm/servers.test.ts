import { describe, expect, test } from 'vitest'
import { anthropic, ollama, openai, scripted, Tract, Workspace } from '../../../core/index.ts'
import { startAnthropicServer } from '../../helpers/anthropicServer.ts'
import { startChild } from '../../helpers/children.ts'
import { faultOfPromise } from '../../helpers/faultOf.ts'
import { handClock } from '../../helpers/handClock.ts'
import type { ModelServer } from '../../helpers/modelServer.ts'
import { startOllamaServer } from '../../helpers/ollamaServer.ts'
import { startOpenAIServer } from '../../helpers/openaiServer.ts'
import type { Saved } from '../../helpers/streamChild.ts'
import { tempFolder } from '../../helpers/tempFolder.ts'
import { testPorts } from '../../helpers/testPorts.ts'

const providers = [
  ['openai', startOpenAIServer, (server: ModelServer) => openai({ apiKey: 'key', model: 'test-model', baseUrl: server.url })],
  ['anthropic', startAnthropicServer, (server: ModelServer) => anthropic({ apiKey: 'key', model: 'test-model', baseUrl: server.url })],
  ['ollama', startOllamaServer, (server: ModelServer) => ollama({ model: 'test-model', baseUrl: server.url, headers: { authorization: 'Bearer key' } })],
] as const

const said = (tract: Tract) => tract.compile().messages.map(({ role, content }) => `${role}: ${content}`)

/** The words of a request as the server received them, whoever's protocol it speaks. */
function received(server: ModelServer, at: number): readonly string[] {
  const { messages, system } = server.requests[at]!.body as { messages: readonly { role: string; content: unknown }[]; system?: string }
  const text = (content: unknown) => (typeof content === 'string' ? content : (content as readonly { text?: string }[]).map((block) => block.text ?? '').join('\n'))
  return [...(system === undefined ? [] : [`system: ${system}`]), ...messages.map(({ role, content }) => `${role}: ${text(content)}`)]
}

describe.each(providers)('a conversation over %s', (_, start, connect) => {
  test('is streamed, kept, and sent anew each time as it then stands: what is hidden or corrected is not in the next request', async () => {
    const server = await start({ key: 'key' })
    using tract = Tract.open()
    tract.configureClients({ default: connect(server) })
    server.script('I am fine.', 'You said nothing.')
    tract.system('Be brief.')
    const { messageId: secret } = tract.user('My number is 12345.')
    const first = await tract.chat('How are you?')
    tract.annotate(secret, 'skip')
    if (first.status === 'complete') tract.edit(first.commit.messageId, 'I am very well.')
    await tract.chat('What did I say?')
    await server.close()
    expect(received(server, 0).join('|')).toContain('12345')
    expect(received(server, 1)).toEqual(['system: Be brief.', 'user: How are you?', 'assistant: I am very well.', 'user: What did I say?'])
    expect([said(tract), first.usage?.outputTokens, tract.transcript().items.at(-1)?.call?.stopReason]).toEqual([
      ['system: Be brief.', 'user: How are you?', 'assistant: I am very well.', 'user: What did I say?', 'assistant: You said nothing.'], 3, 'end',
    ])
  })

  test('that is cut keeps the half, and the next request goes on from it', async () => {
    const server = await start()
    using tract = Tract.open()
    tract.configureClients({ default: connect(server) })
    server.script({ kind: 'answer', text: 'One two', afterwards: 'cut' }, ' three.')
    const reply = await tract.chat('Count')
    const half = tract.partials.list()[0]
    const whole = await tract.partials.resume(half?.id as never)
    await server.close()
    expect([reply.status === 'partial' && reply.cause, half?.text, whole.text, said(tract)]).toEqual(['cut', 'One two', 'One two three.', ['user: Count', 'assistant: One two three.']])
    expect(received(server, 1).slice(0, 2)).toEqual(['user: Count', 'assistant: One two'])
  })

  test('with a key that is refused keeps what was said; with the right one it is answered without being said twice', async () => {
    const server = await start({ key: 'other' })
    using tract = Tract.open()
    tract.configureClients({ default: connect(server) })
    const code = await faultOfPromise(tract.chat('Hi'))
    await server.close()
    const right = await start({ key: 'key' })
    tract.configureClients({ default: connect(right) })
    await tract.retry()
    await right.close()
    expect([code, received(right, 0), said(tract)]).toEqual(['llm/auth', ['user: Hi'], ['user: Hi', 'assistant: Echo: Hi']])
  })

  test('with a server that isn’t there keeps what was said', async () => {
    const server = await start()
    const client = connect(server)
    await server.close()
    const clock = handClock()
    using tract = Tract.open(':memory:', { ports: testPorts(clock) })
    tract.configureClients({ default: client })
    let answer: string | null = null
    void faultOfPromise(tract.chat('Hi')).then((code) => (answer = code))
    while ((() => answer)() === null) {
      clock.advance(10_000)
      await new Promise((resolve) => setImmediate(resolve))
    }
    expect([answer, said(tract), tract.partials.list()]).toEqual(['llm/unreachable', ['user: Hi'], []])
  })

  test('on two branches at once writes each answer where it was asked', async () => {
    const server = await start()
    server.hold()
    using tract = Tract.open()
    tract.configureClients({ default: connect(server) })
    tract.assistant('Hello')
    for (const name of ['a', 'b']) tract.branch(name, { switch: false })
    const answers = ['a', 'b'].map((name) => tract.on(name).chat(`I am ${name}`))
    await server.received(2)
    server.release()
    await Promise.all(answers)
    await server.close()
    expect(['a', 'b', 'main'].map((name) => said(tract.on(name)))).toEqual([
      ['assistant: Hello', 'user: I am a', 'assistant: Echo: I am a'], ['assistant: Hello', 'user: I am b', 'assistant: Echo: I am b'], ['assistant: Hello'],
    ])
  })
})

test('an answer that read only a part of the conversation says so in the reply and in what is kept of the call', async () => {
  const server = await startOllamaServer({ cutsSilently: true })
  using tract = Tract.open()
  tract.configureClients({ default: ollama({ model: 'test-model', baseUrl: server.url, contextTokens: 4096 }) })
  const first = await tract.chat('Hi')
  const second = await tract.chat('the cat sat on a mat '.repeat(1000))
  await server.close()
  expect([first.truncated, second.truncated, tract.transcript().items.filter(({ role }) => role === 'assistant').map(({ call }) => call?.truncated)]).toEqual([false, true, [false, true]])
})

test('a process that is killed while an answer comes leaves it to be found, at most one save behind', async () => {
  using folder = tempFolder()
  const server = await startOpenAIServer()
  server.script('Once upon a time there was a very long story that never came to its end at all')
  server.hold()
  const child = startChild<Saved>('streamChild.ts', folder.file(), server.url)
  await server.received(1)
  server.release(7)
  await child.said(3)
  await child.kill()
  await server.close()
  const clock = handClock()
  clock.advance(750)
  using workspace = Workspace.open(folder.file(), { ports: testPorts(clock) })
  const tract = workspace.get(workspace.list()[0]?.id ?? '')
  const found = () => tract.partials.list().map(({ text, cause, model, branch }) => ({ text, cause, model, branch }))
  const saved = child.lines.at(-1)?.saved ?? ''
  const early = found()
  clock.advance(4000)
  expect([early, found(), child.lines.length]).toEqual([[], [{ text: saved, cause: 'crash', model: 'm', branch: 'main' }], 3])
  expect([saved, said(tract), workspace.verify().kind, workspace.replay().kind]).toEqual(['Once upon a time there was', ['user: Tell me a story'], 'intact', 'same'])
  tract.configureClients({ default: scripted([' a fox.']) })
  expect([(await tract.partials.resume(tract.partials.list()[0]?.id as never)).text, tract.partials.list()]).toEqual(['Once upon a time there was a fox.', []])
})
