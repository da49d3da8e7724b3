import { expect, test } from 'vitest'
import { anthropic, type LLMConfig, ollama, openai, Tract } from 'tract-studio'
import { startAnthropicServer } from '../helpers/anthropicServer.ts'
import { startOllamaServer } from '../helpers/ollamaServer.ts'
import { startOpenAIServer } from '../helpers/openaiServer.ts'
import { printed } from '../helpers/printed.ts'
import { tempFolder } from '../helpers/tempFolder.ts'

/** What the server was asked with. */
const settings = (body: unknown) => {
  const { model, temperature, max_completion_tokens: longest, max_tokens: most = longest } = body as { readonly [key: string]: unknown }
  return [model, temperature, most]
}

test('03/01 — Per-Call Config', async () => {
  using output = printed()
  const server = await startOpenAIServer({ key: 'a key' })
  server.script('A calm line.', 'A wild line.', 'A draft.')
  try {
    using tract = Tract.open()
    tract.configureClients({ default: openai({ apiKey: 'a key', model: 'gpt-4o', baseUrl: server.url }) })

    await tract.chat('Write a line.')
    await tract.chat('Wilder, just this once.', { temperature: 0.9 })

    const careful: LLMConfig = { model: 'gpt-4o', temperature: 0.1, maxTokens: 50 }
    tract.user('Now carefully.')
    const reply = await tract.generate({ llmConfig: careful, commit: false })
    console.log(reply.status, tract.compile().messages.length)
    if (reply.text.length > 0) tract.assistant(reply.text, { call: reply.call })

    for (const { message, generationConfig } of tract.log().items) if (generationConfig) console.log(message, generationConfig)
    console.log(server.requests.map(({ body }) => settings(body)))
  } finally {
    await server.close()
  }
  expect(output.lines).toEqual([
    ['uncommitted', 5],
    ['dialogue: A draft.', { model: 'gpt-4o', temperature: 0.1, maxTokens: 50 }],
    ['dialogue: A wild line.', { model: 'gpt-4o', temperature: 0.9 }],
    ['dialogue: A calm line.', { model: 'gpt-4o' }],
    [[['gpt-4o', undefined, undefined], ['gpt-4o', 0.9, undefined], ['gpt-4o', 0.1, 50]]],
  ])
})

test('03/02 — Defaults and Per-Operation Config', async () => {
  using output = printed()
  using folder = tempFolder()
  const server = await startOpenAIServer({ key: 'a key' })
  server.script('Once upon a time …', 'A tale')
  try {
    {
      using tract = Tract.open(folder.file('story.tract'), { defaultConfig: { model: 'gpt-4o-mini', temperature: 0.5 } })
      tract.configureOperations({ chat: { temperature: 0.9 }, title: { temperature: 0 }, compress: { maxTokens: 200 } })
    }

    using tract = Tract.open(folder.file('story.tract')) // settings are kept in the file, clients are not
    tract.configureClients({ default: openai({ apiKey: 'a key', baseUrl: server.url }) })
    for (const job of ['chat', 'title', 'compress', 'merge'] as const) console.log(job, tract.resolveConfig(job).values)
    await tract.chat('Tell me a story.')
    console.log(await tract.suggestTitle())
    console.log(server.requests.map(({ body }) => settings(body)))
  } finally {
    await server.close()
  }
  expect(output.lines).toEqual([
    ['chat', { model: 'gpt-4o-mini', temperature: 0.9 }],
    ['title', { model: 'gpt-4o-mini', temperature: 0 }],
    ['compress', { model: 'gpt-4o-mini', temperature: 0.5, maxTokens: 200 }],
    ['merge', { model: 'gpt-4o-mini', temperature: 0.5 }],
    ['A tale'],
    [[['gpt-4o-mini', 0.9, undefined], ['gpt-4o-mini', 0, undefined]]],
  ])
})

test('03/03 — Per-Operation Clients', async () => {
  using output = printed()
  const servers = { openai: await startOpenAIServer({ key: 'one' }), anthropic: await startAnthropicServer({ key: 'two' }), ollama: await startOllamaServer() }
  servers.openai.script('First the tests, then the notes.')
  servers.anthropic.script('Then ship it.')
  servers.ollama.script('Release plan')
  try {
    const chat = openai({ apiKey: 'one', model: 'gpt-4o', baseUrl: servers.openai.url })
    const other = anthropic({ apiKey: 'two', model: 'claude-sonnet-5', baseUrl: servers.anthropic.url })
    const title = ollama({ model: 'llama3.1:8b', baseUrl: servers.ollama.url })

    {
      using tract = Tract.open()
      tract.configureClients({ chat, title }) // where each job's requests go
      await tract.chat('Plan the release.')
      console.log(await tract.suggestTitle())
      tract.configureClients({ chat: other }) // the rest of the talk goes elsewhere; the tract stays the same
      console.log((await tract.chat('And then?')).text)
      for (const { task, model } of tract.usage().rows) console.log(task, model)
    } // closes the tract; the clients are yours

    using next = Tract.open()
    next.configureClients({ default: title })
    console.log((await next.chat('Still there?')).status)
    for (const client of [chat, other, title]) client.close?.()
    console.log(Object.entries(servers).map(([name, { requests }]) => [name, requests.length]))
  } finally {
    for (const server of Object.values(servers)) await server.close()
  }
  expect(output.lines).toEqual([
    ['Release plan'],
    ['Then ship it.'],
    ['chat', 'claude-sonnet-5'],
    ['title', 'llama3.1:8b'],
    ['chat', 'gpt-4o'],
    ['complete'],
    [[['openai', 1], ['anthropic', 1], ['ollama', 2]]],
  ])
})
