import { expect, test, vi } from 'vitest'
import { callToEnd, question } from '../../../helpers/calls.ts'
import { handClock } from '../../../helpers/handClock.ts'
import { canary, providers } from './providers.ts'

/** Models about which an SDK has something to say; one of them when it thinks. */
const models = ['claude-sonnet-4-5', 'claude-opus-4-6', 'gpt-4-32k', 'llama2']

test.each(providers)('a call to $title writes nothing to the console, whatever its SDK thinks of the model', async ({ title, make, start }) => {
  const said: unknown[] = []
  const spies = (['log', 'info', 'warn', 'error', 'debug'] as const).map((level) => vi.spyOn(console, level).mockImplementation((...words: unknown[]) => void said.push(words)))
  const server = await start()
  try {
    const client = make({ apiKey: canary, baseUrl: server.url, name: 'Local' })
    const endings: unknown[] = []
    for (const model of models) {
      const request = { ...question, config: { model, extra: title === 'anthropic' ? { thinking: { type: 'enabled', budget_tokens: 1024 } } : {} } }
      // oxlint-disable-next-line no-await-in-loop -- one after the other: the server answers in order
      endings.push((await callToEnd(client, { clock: handClock(), random: () => 0 }, request)).outcome.stopReason)
    }
    expect([endings, said]).toEqual([models.map(() => 'end'), []])
  } finally {
    for (const spy of spies) spy.mockRestore()
    await server.close()
  }
})
