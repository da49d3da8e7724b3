import { describe, expect, test } from 'vitest'
import { anthropic, openai, scripted, Tract } from '../../../core/index.ts'
import { openTract, stopAfter } from '../../helpers/asking.ts'
import { startAnthropicServer } from '../../helpers/anthropicServer.ts'
import { faultOf } from '../../helpers/faultOf.ts'
import type { ModelServer } from '../../helpers/modelServer.ts'
import { startOpenAIServer } from '../../helpers/openaiServer.ts'
import { tempFolder } from '../../helpers/tempFolder.ts'
import { ticketType } from '../../helpers/ticketType.ts'

const providers = [
  ['openai', startOpenAIServer, (server: ModelServer) => openai({ apiKey: 'key', model: 'small', baseUrl: server.url })],
  ['anthropic', startAnthropicServer, (server: ModelServer) => anthropic({ apiKey: 'key', model: 'small', baseUrl: server.url })],
] as const
const tools = [{ name: 'add', description: 'Adds', parameters: { type: 'object' } }]

describe.each(providers)('the receipt of an answer over %s', (name, start, connect) => {
  test('tells what was sent, and that the context of then still gives it, whatever came since', async () => {
    const server = await start({ key: 'key' })
    try {
      using tract = openTract()
      tract.configureClients({ default: connect(server) })
      const rules = tract.system('Be brief.')
      const reply = await tract.chat('Hi', { temperature: 0, tools })
      const head = tract.resolve('HEAD~1')
      tract.annotate(rules.hash, 'skip')
      tract.edit(head, 'Hello')
      expect(tract.receipt('HEAD~2')).toEqual({
        call: reply.call, answer: tract.resolve('HEAD~2'), head, contextHash: tract.compile({ at: head }).hash, payloadHash: expect.stringMatching(/^[0-9a-f]{64}$/) as string,
        client: expect.any(String) as string, model: 'small', stillMatches: true,
      })
      expect([name, tract.compile().hash === tract.receipt('HEAD~2').contextHash]).toEqual([name, false])
    } finally {
      await server.close()
    }
  })
})

describe('a receipt', () => {
  test('of a corrected or picked answer is that of the call that gave it', async () => {
    using tract = openTract()
    tract.configureClients({ default: scripted(['60 days.']) })
    const { call } = await tract.chat('How long?')
    const answer = tract.resolve('HEAD')
    const edit = tract.edit('HEAD', '30 days.')
    tract.branch('side', { from: 'HEAD~2' })
    tract.cherryPick(answer)
    expect([tract.receipt(edit.hash), tract.receipt('side')].map((receipt) => [receipt.call, receipt.answer === answer, receipt.stillMatches])).toEqual([[call, true, true], [call, true, true]])
  })

  test('still matches where it went on with half an answer', async () => {
    using tract = openTract()
    tract.user('How long?')
    await stopAfter(tract, 'Sixty')
    tract.configureClients({ default: scripted([' days.']) })
    await tract.partials.resume(tract.partials.list()[0]!.id)
    expect([tract.compile().messages.at(-1)?.content, tract.receipt('HEAD').stillMatches]).toEqual(['Sixty days.', true])
  })

  test('differs by settings and tools, not by what was not sent', async () => {
    using tract = openTract()
    tract.configureClients({ default: scripted(['a', 'a', 'a', 'a']) })
    tract.user('Hi')
    const hashes: string[] = []
    for (const options of [{}, { temperature: 1 }, { tools }, { message: 'a label' }]) {
      await tract.generate(options)
      hashes.push(tract.receipt('HEAD').payloadHash)
      tract.undo()
    }
    expect([new Set(hashes).size, hashes[0] === hashes[3]]).toEqual([3, true])
  })

  test('no longer matches where a content type of its own reads in other words', async () => {
    using folder = tempFolder()
    {
      using tract = Tract.open(folder.file(), { contentTypes: [ticketType] })
      tract.configureClients({ default: scripted(['Noted.']) })
      tract.commit({ type: 'ticket', number: 7, title: 'The printer burns' })
      await tract.generate()
      expect(tract.receipt('HEAD').stillMatches).toBe(true)
    }
    using tract = Tract.open(folder.file())
    expect(tract.receipt('HEAD').stillMatches).toBe(false)
  })

  test.each<[string, (tract: Tract) => string, string]>([
    ['a message that a person wrote', (tract) => tract.user('x').hash, 'call/none'],
    ['an answer written by hand', (tract) => tract.assistant('x').hash, 'call/none'],
    ['a commit with noted usage', (tract) => noted(tract), 'call/none'],
    ['a pin', (tract) => tract.annotate(tract.user('x').hash, 'pinned')[0]!.hash, 'call/none'],
    ['nothing', () => 'nowhere', 'ref/not-found'],
    ['an empty branch', () => 'HEAD', 'ref/no-commits'],
  ])('%s has none', (_, ref, code) => {
    using tract = openTract()
    expect(faultOf(() => tract.receipt(ref(tract)))).toBe(code)
  })
})

function noted(tract: Tract): string {
  const { hash } = tract.user('x')
  tract.recordUsage({ inputTokens: 1, outputTokens: 1 })
  return hash
}
