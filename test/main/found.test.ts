import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, test } from 'vitest'
import { findServers, localServers } from '../../main/found.ts'
import { startOpenAIServer } from '../helpers/openaiServer.ts'

type Served = { readonly url: string; readonly asked: readonly string[]; close(): void }

/** Whatever may listen at a usual port: it answers everything with the same. */
async function serve(status: number, body: string, headers: { readonly [name: string]: string } = {}): Promise<Served> {
  const asked: string[] = []
  const server = createServer((request, response) => {
    asked.push(`${request.method ?? ''} ${request.url ?? ''} ${request.headers.authorization ?? 'no key'} ${request.headers.cookie ?? 'no cookie'}`)
    response.writeHead(status, headers).end(body)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, asked, close: () => server.close() }
}

test('every usual place is on this machine', () => expect(localServers.map(({ baseUrl }) => new URL(baseUrl).hostname)).toEqual(['127.0.0.1', '127.0.0.1', '127.0.0.1', '127.0.0.1']))

test('servers are found with their models, and asked nothing but which those are', async () => {
  const openai = await startOpenAIServer({ models: ['qwen', 'phi'] })
  const ollama = await serve(200, '{"models":[{"name":"llama3.2:3b"},{"name":5},null]}')
  const found = await findServers([
    { server: 'ollama', name: 'Ollama', baseUrl: ollama.url },
    { server: 'vllm', name: 'vLLM', baseUrl: openai.url },
    { server: 'lmStudio', name: 'LM Studio', baseUrl: 'http://127.0.0.1:1/v1' },
  ])
  ollama.close()
  await openai.close()
  expect([found.map(({ server, models }) => [server, models]), ollama.asked, openai.requests]).toEqual([
    [
      ['ollama', ['llama3.2:3b']],
      ['vllm', ['qwen', 'phi']],
    ],
    ['GET /api/tags no key no cookie'],
    [],
  ])
})

test.each<[string, number, string, { readonly [name: string]: string }]>([
  ['a web page', 200, '<!doctype html>', {}],
  ['an error', 401, '{"data":[]}', {}],
  ['JSON of another kind', 200, '{"hello":"world"}', {}],
  ['no object at all', 200, 'null', {}],
  ['a list without end', 200, `{"data":[${'{"id":"m"},'.repeat(200_000)}{"id":"m"}]}`, {}],
  ['a way to somewhere else', 302, '', { location: 'http://127.0.0.1:9/v1/models' }],
])('%s is no model server', async (_name, status, body, headers) => {
  const other = await serve(status, body, headers)
  const found = await findServers([{ server: 'llamaCpp', name: 'llama.cpp', baseUrl: `${other.url}/v1` }])
  other.close()
  expect([found, other.asked.length]).toEqual([[], 1])
})

test('nothing is asked beyond this machine', async () => {
  expect(await findServers([{ server: 'vllm', name: 'vLLM', baseUrl: 'http://192.168.1.5:8000/v1' }])).toEqual([])
})
