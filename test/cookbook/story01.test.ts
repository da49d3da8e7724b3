import { expect, test, vi } from 'vitest'
import { openai, Tract } from 'tract-studio'
import { startOpenAIServer } from '../helpers/openaiServer.ts'
import { printed } from '../helpers/printed.ts'
import { tempFolder } from '../helpers/tempFolder.ts'

test('01/01 — Manual Commit and Compile', () => {
  using output = printed()
  {
    using tract = Tract.open()

    tract.commit({ type: 'instruction', text: 'You answer in one sentence.' })
    tract.commit({ type: 'dialogue', role: 'user', text: 'What is a commit?' })
    tract.commit({ type: 'dialogue', role: 'assistant', text: 'A snapshot with a parent.' }, { message: 'first answer' })

    const context = tract.compile()
    for (const { role, contentType, content } of context.messages) console.log(role, contentType, content)
    console.log(`${context.tokenCount} tokens (${context.tokenSource})`)
  }
  expect(output.lines).toEqual([
    ['system', 'instruction', 'You answer in one sentence.'],
    ['user', 'dialogue', 'What is a commit?'],
    ['assistant', 'dialogue', 'A snapshot with a parent.'],
    ['32 tokens (estimate)'],
  ])
})

test('01/02 — Shorthand and Format Methods', () => {
  using output = printed()
  {
    using tract = Tract.open()

    tract.system('You answer in one sentence.')
    tract.user('What is a branch?', { name: 'Ada' })
    tract.assistant('A name that moves with each commit.')

    const context = tract.compile()
    console.log(context.toDicts())
    console.log(context.toOpenAI())
    console.log(context.toAnthropic())
  }
  expect(output.lines).toEqual([
    [[
      { role: 'system', content: 'You answer in one sentence.' },
      { role: 'user', content: 'What is a branch?', name: 'Ada' },
      { role: 'assistant', content: 'A name that moves with each commit.' },
    ]],
    [[
      { role: 'system', content: 'You answer in one sentence.' },
      { role: 'user', content: 'What is a branch?', name: 'Ada' },
      { role: 'assistant', content: 'A name that moves with each commit.' },
    ]],
    [{
      system: 'You answer in one sentence.',
      messages: [{ role: 'user', content: 'What is a branch?' }, { role: 'assistant', content: 'A name that moves with each commit.' }],
    }],
  ])
})

test('01/03 — Chat and Persist', async () => {
  using folder = tempFolder()
  using output = printed()
  const server = await startOpenAIServer({ key: 'a key', models: ['gpt-4o-mini'] })
  server.script({ kind: 'answer', text: 'Spread it, reverse it, join it.', usage: { input: 20, output: 9 } })
  vi.stubEnv('OPENAI_API_KEY', 'a key')
  try {
    const client = openai({ apiKey: process.env['OPENAI_API_KEY'] ?? '', model: 'gpt-4o-mini', baseUrl: server.url })

    {
      using tract = Tract.open(folder.file('assistant.tract'))
      tract.configureClients({ default: client })
      tract.system('You are a coding assistant.')
      const reply = await tract.chat('How do I reverse a string in TypeScript?')
      console.log(reply.text, reply.usage)
    }

    using nextDay = Tract.open(folder.file('assistant.tract'))
    for (const commit of nextDay.log().items) console.log(commit.hash.slice(0, 8), commit.message)
  } finally {
    vi.unstubAllEnvs()
    await server.close()
  }
  const hash = expect.stringMatching(/^[0-9a-f]{8}$/) as unknown
  expect(output.lines).toEqual([
    ['Spread it, reverse it, join it.', { inputTokens: 20, outputTokens: 9 }],
    [hash, 'dialogue: Spread it, reverse it, join it.'],
    [hash, 'dialogue: How do I reverse a string in TypeScript?'],
    [hash, 'instruction: You are a coding assistant.'],
  ])
})
