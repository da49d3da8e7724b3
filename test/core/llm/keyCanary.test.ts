import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { Tract } from '../../../core/index.ts'
import type { ReplyEvent, ToolDefinition } from '../../../core/model/reply.ts'
import { callFaults } from '../../helpers/callFaults.ts'
import { type FaultScene, faultScene } from '../../helpers/faultScene.ts'
import type { Answer, ModelServer } from '../../helpers/modelServer.ts'
import { tempFolder } from '../../helpers/tempFolder.ts'
import { testPorts } from '../../helpers/testPorts.ts'
import { filesIn, traces } from '../../helpers/traces.ts'
import { canary, providers } from './providers/providers.ts'

const escaped = canary.replaceAll('/', '\\/')
const unicode = canary.split('').map((letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`).join('')
const called = (patch: { readonly id?: string; readonly name?: string; readonly arguments?: string }): Answer => ({ kind: 'answer', text: 'Well', toolCalls: [{ id: 'c1', name: 'add', arguments: '{}', ...patch }] })

/** Where a server can put the key it was sent, beside the words of a refusal. */
const echoes: readonly { readonly title: string; readonly answers: readonly Answer[] }[] = [
  { title: 'in the words of its answer', answers: [`Your key is ${canary}.`] },
  { title: 'in an answer that is cut right behind it', answers: [{ kind: 'answer', text: `Your key is ${canary}`, afterwards: 'cut' }] },
  { title: 'in an answer that is cut within it', answers: [{ kind: 'answer', text: `Your key is ${canary.slice(0, -2)}`, afterwards: 'cut' }] },
  { title: 'in an answer that comes byte by byte', answers: [{ kind: 'answer', text: `Your key is ${canary}, is it not?`, splitBytes: 1 }] },
  { title: 'in its thoughts', answers: [{ kind: 'answer', text: 'Yes', reasoning: `The key is ${canary}` }] },
  { title: 'in the arguments of a call', answers: [called({ arguments: JSON.stringify({ [canary]: [canary] }) })] },
  { title: 'in the arguments of a call, escaped', answers: [called({ arguments: `{"key":"${escaped}"}` })] },
  { title: 'in the arguments of a call, letter by letter', answers: [called({ arguments: `{"key":"${unicode}"}` })] },
  { title: 'in the arguments of a call that is cut', answers: [called({ arguments: `{"key":"${escaped}` })] },
  { title: 'as the id of a call', answers: [called({ id: canary })] },
  { title: 'as the name of a call', answers: [called({ name: canary })] },
  { title: 'in the headers of a refusal', answers: [{ kind: 'status', status: 400, headers: { 'x-request-id': canary, 'request-id': canary, 'www-authenticate': canary } }] },
  { title: 'in where it sends on to', answers: [{ kind: 'redirect', to: `http://127.0.0.1:9/${encodeURIComponent(canary)}` }] },
  ...[canary, encodeURIComponent(canary), escaped, Buffer.from(canary).toString('base64'), Buffer.from(`user:${canary}`).toString('base64'), Buffer.from(canary).toString('hex')].map((form) => ({
    title: `in the words of a refusal, as ${form}`, answers: [{ kind: 'status', status: 400, message: `What is ${form}?` } as const],
  })),
]

const add: ToolDefinition = { name: 'add', description: 'Adds', parameters: { type: 'object' } }

describe.each(providers)('a key of $title', (provider) => {
  let server: ModelServer
  let scene: FaultScene
  beforeAll(async () => { server = await provider.start() })
  afterAll(() => server.close())
  beforeEach(() => { scene = faultScene(provider, server) })

  const rows = [...callFaults(canary), ...echoes.map(({ title, ...echo }) => ({ ...echo, title: `puts it ${title}` }))].map((row) => ({ ...row, tools: [] }))
  const offered = rows.filter(({ title }) => title.includes(' call')).map((row) => ({ ...row, title: `${row.title}, where tools were offered`, tools: [add] }))

  test.each([...rows, ...offered])('is nowhere but in the header after a server that $title', async ({ answers, tools }) => {
    using folder = tempFolder()
    const seen: unknown[] = []
    const before = server.requests.length
    {
      const ports = { ...testPorts(scene.clock), log: (...entry: unknown[]) => void seen.push(entry) }
      using tract = Tract.open(folder.file(), { ports })
      tract.configureClients({ default: scene.client })
      for (const ask of [streamed, waited]) {
        const [given] = await Promise.all([ask(tract, tools), scene.befall({ answers })])
        seen.push(given)
      }
      seen.push(tract.compile(), tract.transcript(), tract.log(), tract.partials.list(), tract.usage(), tract.config)
      expect(traces(canary, seen, filesIn(folder.path))).toEqual([])
    }
    expect(traces(canary, [], filesIn(folder.path))).toEqual([])
    expect(JSON.stringify(server.requests.slice(before).map(({ headers }) => headers))).toContain(canary)
    expect(traces(canary, server.requests.slice(before).map(({ body }) => body))).toEqual([])
  })

  test('is in nothing that a refused list of models tells', async () => {
    const refusing = await provider.start({ key: 'another' })
    const { client } = faultScene(provider, refusing)
    const error: unknown = await client.listModels?.().catch((reason: unknown) => reason)
    await refusing.close()
    expect([(error as { readonly code?: string }).code, traces(canary, [error])]).toEqual(['llm/auth', []])
  })
})

test.each([
  ['a text', `is ${canary}?`],
  ['the cause of an error', new Error('no', { cause: { told: canary } })],
  ['half of it backwards', canary.slice(0, 11).split('').toReversed().join('')],
  ['base64 within other text', Buffer.from(`user:${canary}:more`).toString('base64')],
])('a trace of a key is found in %s', (_, value) => {
  expect(traces(canary, [value]).length).toBeGreaterThan(0)
  expect(traces(canary, ['nothing of it'])).toEqual([])
})

/** All that somebody learns of an answer who reads it piece by piece. */
async function streamed(tract: Tract, tools: readonly ToolDefinition[]): Promise<unknown> {
  tract.user('Hello')
  const answer = tract.stream({ tools })
  const events: ReplyEvent[] = []
  for await (const event of answer) events.push(event)
  const words = events.map((event) => (event.type === 'text' || event.type === 'reasoning' ? event.text : '')).join('')
  return [events, words, await answer.reply]
}

const waited = (tract: Tract, tools: readonly ToolDefinition[]): Promise<unknown> => tract.chat('Hello again', { tools }).catch((error: unknown) => error)
