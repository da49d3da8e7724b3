import { expect, test } from 'vitest'
import { type LLMConfig, openai, Tract } from 'tract-studio'
import { startOpenAIServer } from '../helpers/openaiServer.ts'
import { printed } from '../helpers/printed.ts'
import { tempFolder } from '../helpers/tempFolder.ts'

test('X.1 — First Full Conversation', async () => {
  using output = printed()
  using folder = tempFolder()
  const server = await startOpenAIServer({ key: 'a key' })
  server.script(...[['Split at commas.', 900], ['Use a parser.', 4200], ['Here is the test.', 7600]].map(([text, input]) => ({ kind: 'answer', text: String(text), usage: { input: Number(input), output: 5 } }) as const))
  try {
    const client = openai({ apiKey: 'a key', model: 'gpt-4o-mini', baseUrl: server.url })
    const work = async (questions: readonly string[]): Promise<void> => {
      using tract = Tract.open(folder.file('coding.tract'), { budget: { maxTokens: 8000 } })
      tract.configureClients({ default: client })
      if (tract.status().commitCount === 0) tract.system('You are a coding assistant.')
      for (const question of questions) {
        const { budget } = tract.status()
        if (budget && budget.pct > 90) break
        const reply = await tract.chat(question)
        console.log(`${budget?.pct ?? 0} %`, reply.text)
      }
    }

    await work(['How do I parse CSV?', 'And with quotes?']) // today
    await work(['Now write the test.', 'And another.']) // tomorrow: the whole talk is there, and the guard stops the last question
  } finally {
    await server.close()
  }
  const { messages } = server.requests[2]!.body as { messages: { content: string }[] }
  expect([output.lines, messages.map(({ content }) => content)]).toEqual([
    [['0.2 %', 'Split at commas.'], ['11.4 %', 'Use a parser.'], ['52.6 %', 'Here is the test.']],
    ['You are a coding assistant.', 'How do I parse CSV?', 'Split at commas.', 'And with quotes?', 'Use a parser.', 'Now write the test.'],
  ])
})

test('X.4 — A/B Testing Model Configs', async () => {
  using output = printed()
  const server = await startOpenAIServer({ key: 'a key' })
  server.script({ kind: 'answer', text: 'Kettle Model 2.', usage: { input: 1000, output: 100 } }, { kind: 'answer', text: 'Hush.', usage: { input: 1000, output: 50 } })
  try {
    using tract = Tract.open(':memory:', { prices: { 'gpt-4o': { inputUsd: 2.5, cachedInputUsd: 1.25, outputUsd: 10 } } })
    tract.configureClients({ default: openai({ apiKey: 'a key', baseUrl: server.url }) })
    tract.system('You name products.')

    const variants: Record<string, LLMConfig> = {
      cool: { model: 'gpt-4o', temperature: 0 },
      warm: { model: 'gpt-4o', temperature: 1 },
    }
    for (const [name, llmConfig] of Object.entries(variants)) {
      tract.branch(`ab/${name}`, { from: 'main' })
      await tract.chat('A name for a quiet kettle?', { llmConfig, tags: ['ab'] })
    }

    const { changes, config } = tract.diff('ab/cool', 'ab/warm')
    console.log(config)
    for (const change of changes) if (change.kind === 'added' || change.kind === 'removed') console.log(change.kind, change.text)
    console.log(tract.queryByConfig({ temperature: { gt: 0.5 } }).length, tract.usage({ model: 'gpt-4o' }).costUsd)
    for (const name of Object.keys(variants)) console.log(name, tract.receipt(`ab/${name}`).stillMatches)
  } finally {
    await server.close()
  }
  expect(output.lines).toEqual([
    [[{ field: 'temperature', from: 0, to: 1 }]],
    ['removed', 'A name for a quiet kettle?'],
    ['removed', 'Kettle Model 2.'],
    ['added', 'A name for a quiet kettle?'],
    ['added', 'Hush.'],
    [1, 0.0065],
    ['cool', true],
    ['warm', true],
  ])
})

test('X.5 — RAG Pipeline', async () => {
  using output = printed()
  const server = await startOpenAIServer({ key: 'a key' })
  server.script({ kind: 'answer', text: 'Three months, in writing.', usage: { input: 60, output: 6, cached: 20 } })
  const retrieve = (): Promise<{ id: string; text: string }[]> => Promise.resolve([{ id: 'p. 4', text: 'Notice is given in writing.' }, { id: 'p. 9', text: 'The notice period is three months.' }])
  try {
    using tract = Tract.open()
    tract.configureClients({ default: openai({ apiKey: 'a key', baseUrl: server.url }) })

    const question = 'What does the contract say about termination?'
    const passages = await retrieve()
    tract.batch(() => {
      for (const { id, text } of passages) tract.commit({ type: 'artifact', artifactType: 'passage', content: text, ref: id }, { tags: ['rag'] })
      tract.user(question)
    })

    const preview = tract.previewRequest({ llmConfig: { model: 'gpt-4o', temperature: 0, seed: 1 } })
    const reply = await tract.generate({ llmConfig: { model: 'gpt-4o', temperature: 0, seed: 1 } })
    if (reply.status === 'complete') {
      const { generationConfig, configLevels } = reply.commit
      console.log(generationConfig?.model, configLevels.temperature, reply.usage)
      const receipt = tract.receipt(reply.commit.hash)
      console.log(tract.compile({ at: receipt.head }).messages.map(({ content }) => content)) // what it saw
      console.log(receipt.stillMatches, receipt.contextHash === tract.compile({ at: receipt.head }).hash)
      console.log(JSON.stringify(preview.body) === JSON.stringify(server.requests[0]?.body)) // and what was sent, to the letter
    }
  } finally {
    await server.close()
  }
  expect(output.lines).toEqual([
    ['gpt-4o', 'llmConfig', { inputTokens: 60, outputTokens: 6, cachedInputTokens: 20 }],
    [['p. 4\nNotice is given in writing.', 'p. 9\nThe notice period is three months.', 'What does the contract say about termination?']],
    [true, true],
    [true],
  ])
})

test('X.11 — Streaming Integration', async () => {
  using output = printed()
  const server = await startOpenAIServer({ key: 'a key' })
  server.script({ kind: 'answer', text: 'The tide comes', afterwards: 'cut' }, 'The tide comes twice a day.', 'Because of the moon.')
  try {
    using tract = Tract.open()
    tract.configureClients({ default: openai({ apiKey: 'a key', model: 'gpt-4o', baseUrl: server.url }) })
    tract.user('How often does the tide come?')

    const stream = tract.stream()
    let shown = ''
    for await (const event of stream) if (event.type === 'text') shown += event.text
    const reply = await stream.reply
    console.log(reply.status, shown, tract.compile().messages.length)

    if (reply.status === 'partial' && reply.partial !== null) {
      const half = tract.partials.keep(reply.partial) // shown to people at once
      tract.annotate(half.hash, 'skip') // and not to the model, which is asked again
      const again = await tract.generate({ commit: false })
      tract.edit(half.hash, again.text, { call: again.call, message: 'interrupted, asked again' })
      tract.annotate(half.hash, 'normal')
      console.log(tract.history(half.hash).versions.map(({ content }) => ('text' in content ? content.text : '')))
    }

    tract.user('Why?')
    for await (const event of tract.stream()) if (event.type === 'done') console.log(event.stopReason)
    console.log(tract.compile().messages.map(({ content, edited }) => [content, edited]))
  } finally {
    await server.close()
  }
  expect(output.lines).toEqual([
    ['partial', 'The tide comes', 1],
    [['The tide comes', 'The tide comes twice a day.']],
    ['end'],
    [[['How often does the tide come?', false], ['The tide comes twice a day.', true], ['Why?', false], ['Because of the moon.', false]]],
  ])
})
