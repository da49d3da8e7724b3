import { expect, test } from 'vitest'
import { openai, Tract } from 'tract-studio'
import { startOpenAIServer } from '../helpers/openaiServer.ts'
import { printed } from '../helpers/printed.ts'

test('02/01 — Status and Budget', () => {
  using output = printed()
  {
    using tract = Tract.open(':memory:', { budget: { maxTokens: 1000 } })

    tract.system('You are a patient teacher.')
    tract.user('Explain token budgets.')

    const { commitCount, tokenCount, tokenSource, budget } = tract.status()
    console.log(`${commitCount} commits, ${tokenCount} tokens (${tokenSource})`)
    if (budget) console.log(`${budget.used} of ${budget.max} = ${budget.pct.toFixed(1)} %`, budget.over ? 'OVER' : 'fine')
  }
  expect(output.lines).toEqual([['2 commits, 21 tokens (estimate)'], ['21 of 1000 = 2.1 %', 'fine']])
})

test('02/02 — Budget Guardrail Loop', async () => {
  using output = printed()
  const server = await startOpenAIServer({ key: 'a key' })
  server.script(...[300, 650, 950].map((input) => ({ kind: 'answer', text: 'A long story.', usage: { input, output: 3 } }) as const))
  try {
    using tract = Tract.open(':memory:', { budget: { maxTokens: 1000 } })
    tract.configureClients({ default: openai({ apiKey: 'a key', model: 'gpt-4o-mini', baseUrl: server.url }) })

    for (const question of ['One?', 'Two?', 'Three?', 'Four?']) {
      const { budget, tokenSource } = tract.status()
      console.log(`${budget?.pct} %`, tokenSource)
      if (budget && budget.pct > 90) break // hot: compress, branch, or stop
      await tract.chat(question) // usage is on record by itself
    }
    console.log(tract.usage().rows.length, tract.usage().inputTokens)

    tract.recordUsage({ inputTokens: 400, outputTokens: 3, model: 'gpt-4o-mini' }) // a call made by hand
    console.log(tract.status().tokenCount, tract.status().tokenSource)
  } finally {
    await server.close()
  }
  expect(output.lines).toEqual([['0 %', 'estimate'], ['30.8 %', 'mixed'], ['65.8 %', 'mixed'], ['95.8 %', 'mixed'], [3, 1900], [400, 'provider']])
})
