import { describe, expect, test } from 'vitest'
import { scripted, Tract } from '../../core/index.ts'
import type { ChatEvent } from '../../core/llm/client.ts'
import type { Ports } from '../../core/model/ports.ts'

const answer = (usage: unknown) => scripted([[{ type: 'text', text: 'Yes.' }, { type: 'usage', usage }, { type: 'done', stopReason: 'end' }] as readonly ChatEvent[]])
const counts = { inputTokens: 10, outputTokens: 3 }

describe('what a price list gives that is no price costs no answer, and is told', () => {
  test.each<[string, unknown, boolean]>([
    ['nothing', undefined, false],
    ['an empty price', {}, true],
    ['a price that is no number', { inputUsd: NaN, cachedInputUsd: null, outputUsd: 1 }, true],
    ['a price below nothing', { inputUsd: -1, cachedInputUsd: null, outputUsd: 1 }, true],
    ['a promise', Promise.resolve(null), true],
  ])('%s', async (_, price, isTold) => {
    const told: string[] = []
    const ports: Partial<Ports> = { prices: () => price as null, log: (level, message) => void told.push(`${level}: ${message}`) }
    using tract = Tract.open(':memory:', { ports })
    tract.configureClients({ default: answer(counts) })
    const { status } = await tract.chat('Boots?')
    expect([status, tract.usage().rows.map(({ inputTokens, costUsd }) => [inputTokens, costUsd]), told]).toEqual(['complete', [[10, null]], isTold ? ['warn: a price could not be found'] : []])
  })
})

describe('what a client of someone else counts that can be no count is not taken for one', () => {
  test.each<[string, unknown]>([
    ['nothing', null],
    ['words', 'many'],
    ['no numbers', {}],
    ['not a number', { inputTokens: NaN, outputTokens: 1 }],
    ['less than nothing', { inputTokens: -5, outputTokens: 1 }],
    ['halves', { inputTokens: 1.5, outputTokens: 1 }],
  ])('%s', async (_, usage) => {
    using tract = Tract.open()
    tract.configureClients({ default: answer(usage) })
    const reply = await tract.chat('Boots?')
    expect([reply.usage, tract.usage().rows, tract.status().tokenSource, tract.workspace.fsck('deep').findings]).toEqual([null, [], 'estimate', []])
  })

  test('of a provider that tells more only the counts are kept', async () => {
    using tract = Tract.open()
    tract.configureClients({ default: answer({ ...counts, cachedInputTokens: NaN, details: { secret: 'x' } }) })
    expect((await tract.chat('Boots?')).usage).toEqual(counts)
  })
})
