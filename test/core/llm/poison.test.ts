import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Tract } from '../../../core/index.ts'
import { Fault } from '../../../core/model/fault.ts'
import { said } from '../../helpers/asking.ts'
import type { Answer, ModelServer } from '../../helpers/modelServer.ts'
import { poison, poisons } from '../../helpers/poisons.ts'
import { canary, providers } from './providers/providers.ts'

const servers = new Map<string, ModelServer>()
beforeAll(async () => {
  for (const { title, start } of providers) servers.set(title, await start())
})
afterAll(() => Promise.all([...servers.values()].map((server) => server.close())))

/** A tract that asks a provider on a branch of its own: what is put in is counted once for all of them. */
function askers(tract: Tract) {
  return providers.map(({ title, make }) => {
    const server = servers.get(title)!
    const client = make({ apiKey: canary, baseUrl: server.url, model: 'test-model', name: 'Local' })
    tract.branch(title, { switch: false })
    return { title, server, client, own: tract.on(title) }
  })
}

/** How an answer ended: whole, or the fault that is told. A server that finds a request wrong refuses it with what is wrong. */
async function endOf(asking: Promise<{ readonly status: string }>): Promise<string> {
  try {
    return (await asking).status
  } catch (error) {
    return Fault.is(error) ? `${error.code}: ${error.hint}` : String(error)
  }
}

describe('a conversation goes on over every provider after', () => {
  test.each(poisons)('$title', async (one) => {
    using tract = Tract.open()
    tract.user('Before')
    const code = poison(tract, one)
    const told: string[] = []
    for (const { title, client, own } of askers(tract)) {
      tract.configureClients({ default: client })
      const ends = [await endOf(one.isLast ? own.generate() : own.chat('hello')), await endOf(own.chat('and again'))]
      told.push(`${title} ${ends.join(' ')} ${said(own).at(-1)}`)
    }
    expect([code, told, tract.workspace.fsck('quick').findings]).toEqual([one.refused ?? null, providers.map(({ title }) => `${title} complete complete assistant: Echo: and again`), []])
  })

  test('twenty megabytes of words, which a large window takes', { timeout: 120_000 }, async () => {
    using tract = Tract.open()
    tract.user('x'.repeat(20 * 1024 * 1024))
    const told: string[] = []
    for (const { title, client, own, server } of askers(tract)) {
      tract.configureClients({ default: client })
      server.script('Long.')
      told.push(await endOf(own.chat('hello', title === 'ollama' ? { extra: { truncate: true } } : {})))
    }
    expect(told).toEqual(['complete', 'complete', 'complete'])
  })
})

const tooLong: Answer = { kind: 'status', status: 400, type: 'invalid_request_error', message: 'prompt is too long: 2000000 tokens > 200000 maximum' }

describe('a message that no provider takes is told of with a way out, after which all is well', () => {
  test.each(['skip', 'edit'] as const)('more tokens than the model reads (%s)', { timeout: 120_000 }, async (wayOut) => {
    using tract = Tract.open()
    const { messageId } = tract.user('word '.repeat(2_000_000))
    for (const { title, client, own, server } of askers(tract)) {
      tract.configureClients({ default: client })
      if (title !== 'ollama') server.script(tooLong)
      const fault = await faultOfCall(own.chat('hello'))
      const kept = said(own).at(-1)
      if (wayOut === 'skip') own.annotate(messageId, 'skip')
      else own.edit(messageId, 'Shorter.')
      expect([title, fault?.code, fault?.hint, kept, await endOf(own.retry()), said(own).at(-2)]).toEqual([
        title, 'llm/too-long', 'Hide steps, shorten what you wrote, or use a model with a larger window. Your message is kept.', 'user: hello', 'complete', 'user: hello',
      ])
    }
  })

  test('more bytes than any provider takes: the largest is named, nothing is sent', { timeout: 120_000 }, async () => {
    using tract = Tract.open()
    const large = ['a', 'b'].map((letter, at) => tract.user(`${letter.repeat(14)} ${'x'.repeat((17 - at) * 1024 * 1024)}`).messageId)
    for (const { title, client, own, server } of askers(tract)) {
      tract.configureClients({ default: client })
      const before = server.requests.length
      const fault = await faultOfCall(own.chat('hello'))
      const aside = title === 'openai' ? await faultOfCall(own.generate({ commit: false })) : fault
      const named = fault && Fault.is(fault, 'llm/refused-payload') ? fault.data.messages : []
      const sent = server.requests.length - before
      own.annotate(title === 'ollama' ? large : named, 'skip') // 16 MB are too many tokens for it all the same
      server.script('Well.')
      expect([title, fault?.code, named, /^The request has 33 MB; at most 30 MB are sent\. Hide some messages\. The largest begins: a{14} x+…?$/.test(fault?.hint ?? ''), aside?.data, sent, await endOf(own.retry()), said(own).slice(-2).map((line) => line.slice(0, 30))]).toEqual([
        title, 'llm/refused-payload', large.slice(0, 1), true, fault?.data, 0, 'complete', ['user: hello', 'assistant: Well.'],
      ])
    }
  })
})

const faultOfCall = (asking: Promise<unknown>): Promise<Fault | null> => asking.then(() => null, (error: unknown) => {
  if (Fault.is(error)) return error
  throw error
})
