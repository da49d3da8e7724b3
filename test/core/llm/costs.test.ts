import { describe, expect, test } from 'vitest'
import { openai, scripted, Tract, Workspace } from '../../../core/index.ts'
import { costOf } from '../../../core/llm/prices.ts'
import { handClock } from '../../helpers/handClock.ts'
import { faultOf } from '../../helpers/faultOf.ts'
import { done, words } from '../../helpers/holdingClient.ts'
import { meddle } from '../../helpers/journalOf.ts'
import { startOpenAIServer } from '../../helpers/openaiServer.ts'
import { tempFolder } from '../../helpers/tempFolder.ts'
import { testPorts } from '../../helpers/testPorts.ts'

const prices = { 'gpt-4o': { inputUsd: 2.5, cachedInputUsd: 1.25, outputUsd: 10 }, 'gpt-4o-mini': { inputUsd: 0.15, cachedInputUsd: null, outputUsd: 0.6 } }
const usage = (inputTokens: number, outputTokens: number) => ({ type: 'usage' as const, usage: { inputTokens, outputTokens } })

describe('what a call costs', () => {
  const price = prices['gpt-4o']
  test.each([
    ['input and output by their own price', { inputTokens: 1_000_000, outputTokens: 100_000 }, 3.5],
    ['cached input by its own', { inputTokens: 1_000_000, outputTokens: 0, cachedInputTokens: 400_000 }, 2],
    ['no more cached than there was input', { inputTokens: 10, outputTokens: 0, cachedInputTokens: 1_000_000 }, 0.0000125],
    ['nothing for nothing', { inputTokens: 0, outputTokens: 0 }, 0],
    ['without dust behind the comma', { inputTokens: 3, outputTokens: 7, cachedInputTokens: 1 }, 0.00007625],
  ])('%s', (_, counted, usd) => {
    expect(costOf(counted, price)).toBe(usd)
  })

  test('cached input costs as much as other where it has no price of its own', () => {
    expect(costOf({ inputTokens: 1_000_000, outputTokens: 0, cachedInputTokens: 1_000_000 }, prices['gpt-4o-mini'])).toBe(0.15)
  })
})

describe('the cost of a call', () => {
  test('is put on record at the price of then, whatever it costs later, in status of the message and in the report', async () => {
    const server = await startOpenAIServer({ key: 'k' })
    server.script({ kind: 'answer', text: 'Yes.', usage: { input: 1000, output: 10, cached: 400 } })
    using folder = tempFolder()
    try {
      {
        using tract = Tract.open(folder.file(), { prices })
        tract.configureClients({ default: openai({ apiKey: 'k', model: 'gpt-4o', baseUrl: server.url }) })
        await tract.chat('Hi')
      }
      using tract = Tract.open(folder.file(), { prices: { 'gpt-4o': { inputUsd: 99, cachedInputUsd: 99, outputUsd: 99 } } })
      const usd = (600 * 2.5 + 400 * 1.25 + 10 * 10) / 1e6
      expect([tract.transcript().items.at(-1)?.call?.costUsd, tract.usage().costUsd, tract.usage().rows[0]]).toEqual([
        usd, usd, expect.objectContaining({ task: 'chat', model: 'gpt-4o', inputTokens: 1000, cachedInputTokens: 400, outputTokens: 10, costUsd: usd, commit: tract.resolve('HEAD') }),
      ])
    } finally {
      await server.close()
    }
  })

  test('is nothing on a machine of one\'s own, unknown without a price, and no answer is lost to a price list that fails', async () => {
    const warned: string[] = []
    const log = (level: string, text: string) => void (level === 'warn' && warned.push(text))
    using workspace = Workspace.open(':memory:', { ports: { ...testPorts(), log, prices: (model) => { if (model === 'broken') throw new Error('no list'); return model === 'known' ? prices['gpt-4o'] : null } } })
    const tract = workspace.create()
    const answers = () => scripted([[words('x'), usage(1_000_000, 0), done]])
    for (const [model, isFree] of [['known', false], ['known', true], ['unknown', false], ['broken', false]] as const) {
      tract.configureClients({ default: { ...answers(), isFree } })
      await tract.chat('Hi', { model })
    }
    tract.configureClients({ default: { ...scripted(['no counts']), isFree: true } })
    await tract.chat('Hi', { model: 'known' })
    expect(tract.transcript().items.flatMap(({ call }) => (call ? [call.costUsd] : []))).toEqual([2.5, 0, null, null, 0])
    expect([tract.usage().costUsd, tract.usage().rows.length, warned]).toEqual([2.5, 4, ['a price could not be found']])
  })

  test('settings that the provider has no place for are told with the reply and the message', async () => {
    using tract = Tract.open()
    tract.configureClients({ default: { ...scripted(['x']), unsupported: ({ topK }) => (topK === undefined ? [] : ['topK']) } })
    const reply = await tract.chat('Hi', { topK: 3, temperature: 0 })
    expect([reply.notSent, tract.transcript().items.at(-1)?.call?.notSent]).toEqual([['topK'], ['topK']])
  })

  test('records of before there were prices read as unknown', async () => {
    using tract = Tract.open()
    tract.configureClients({ default: scripted(['Yes.']) })
    await tract.chat('Hi')
    const { costUsd, notSent, truncated } = tract.transcript().items.at(-1)!.call!
    expect([costUsd, notSent, truncated]).toEqual([null, [], false])
  })

  test.each([
    ['no table', 'cheap' as never],
    ['a price that is none', { m: 3 } as never],
    ['a price below zero', { m: { inputUsd: -1, cachedInputUsd: null, outputUsd: 1 } }],
    ['a price that is missing', { m: { inputUsd: 1 } } as never],
  ])('%s is refused when the file is opened', (_, given) => {
    expect(faultOf(() => Workspace.open(':memory:', { prices: given }))).toBe('input/invalid')
  })
})

describe('usage', () => {
  test('lists what all calls took, newest first, with sums, by job, model and time', async () => {
    const clock = handClock(1000)
    using workspace = Workspace.open(':memory:', { ports: testPorts(clock), prices })
    const tract = workspace.create()
    const other = workspace.create()
    other.user('x')
    other.recordUsage({ inputTokens: 7, outputTokens: 7 })
    tract.configureClients({ default: scripted([[words('a'), usage(100, 10), done], [words('b'), usage(200, 20), done], [words('half'), usage(5, 1)]]), title: scripted([[words('T'), usage(30, 3), done]]) })
    await tract.chat('one', { model: 'gpt-4o' })
    clock.advance(1000)
    await tract.suggestTitle({ model: 'gpt-4o-mini' })
    clock.advance(1000)
    await tract.chat('two', { model: 'unpriced' })
    tract.undo()
    await tract.retry({ model: 'gpt-4o' }).catch(() => {})
    const rows = tract.usage().rows.map(({ task, model, commit, inputTokens, costUsd, at }) => [task, model, commit !== null, inputTokens, costUsd, at])
    expect(rows).toEqual([
      ['chat', 'gpt-4o', false, 5, 0.0000225, 3000],
      ['chat', 'unpriced', true, 200, null, 3000],
      ['title', 'gpt-4o-mini', false, 30, 0.0000063, 2000],
      ['chat', 'gpt-4o', true, 100, 0.00035, 1000],
    ])
    const sums = ({ inputTokens, outputTokens, costUsd }: ReturnType<Tract['usage']>) => [inputTokens, outputTokens, costUsd]
    expect([sums(tract.usage()), sums(tract.usage({ task: 'title' })), sums(tract.usage({ model: 'gpt-4o' })), sums(tract.usage({ since: 2000 })), sums(tract.usage({ model: 'unpriced' })), sums(tract.usage({ task: 'merge' }))]).toEqual([
      [335, 34, 0.0003788], [30, 3, 0.0000063], [105, 11, 0.0003725], [235, 24, 0.0000288], [200, 20, null], [0, 0, null],
    ])
  })

  test.each([['a job that there is not', { task: 'chatt' as never }], ['a model that is none', { model: 4 as never }], ['a time that is none', { since: NaN }], ['no filter', 'chat' as never]])('%s is refused', (_, filter) => {
    using tract = Tract.open()
    expect(faultOf(() => tract.usage(filter))).toBe('input/invalid')
  })
})

describe('usage of a call made elsewhere', () => {
  test.each([
    ['OpenAI', { prompt_tokens: 31, completion_tokens: 4, prompt_tokens_details: { cached_tokens: 8 } }, (told: any) => ({ inputTokens: told.prompt_tokens, outputTokens: told.completion_tokens, cachedInputTokens: told.prompt_tokens_details.cached_tokens })],
    ['Anthropic', { input_tokens: 23, cache_read_input_tokens: 8, output_tokens: 4 }, (told: any) => ({ inputTokens: told.input_tokens + told.cache_read_input_tokens, outputTokens: told.output_tokens, cachedInputTokens: told.cache_read_input_tokens })],
  ])('is noted as %s told it, with its cost', (_, told, toUsage) => {
    using tract = Tract.open(':memory:', { prices })
    tract.user('Hi')
    const row = tract.recordUsage({ ...toUsage(told), model: 'gpt-4o' })
    expect(row).toEqual({ call: null, task: null, commit: tract.resolve('HEAD'), model: 'gpt-4o', inputTokens: 31, cachedInputTokens: 8, outputTokens: 4, costUsd: (23 * 2.5 + 8 * 1.25 + 40) / 1e6, at: expect.any(Number) as number })
    expect([tract.usage().rows, tract.status().tokenCount, tract.transcript().items[0]?.call]).toEqual([[row], 31, null])
  })

  test('is one operation among others: undone alone, reverted later, and part of a batch', () => {
    using tract = Tract.open()
    tract.user('Hi')
    tract.recordUsage({ inputTokens: 31, outputTokens: 4 })
    const [noted] = tract.operations().items
    expect(noted).toEqual(expect.objectContaining({ verb: 'recordUsage', undoable: true }))
    tract.user('more')
    expect([tract.revert(noted!.id).kind, tract.usage().rows, tract.status().tokenSource]).toEqual(['done', [], 'estimate'])
    tract.undo()
    expect(tract.usage().rows.length).toBe(1)
    tract.batch(() => [tract.user('x'), tract.recordUsage({ inputTokens: 50, outputTokens: 1 }), tract.user('y')])
    tract.undo()
    expect([tract.usage().rows.length, tract.status().messageCount]).toEqual([1, 2])
    expect([tract.dryRun(() => tract.recordUsage({ inputTokens: 9, outputTokens: 1 })).result.inputTokens, tract.usage().rows.length]).toEqual([9, 1])
    expect([tract.workspace.replay().kind, tract.workspace.fsck('deep').findings]).toEqual(['same', []])
  })

  test('is in every copy of the file, and a check finds it missing and a repaired copy makes it again', async () => {
    using folder = tempFolder()
    const noted = (path: string) => {
      using workspace = Workspace.open(path)
      return [workspace.list().flatMap(({ id }) => workspace.get(id).usage().rows.map(({ inputTokens, commit }) => [inputTokens, commit])), workspace.fsck('full').findings.map(({ code }) => code)]
    }
    let commit = ''
    {
      using workspace = Workspace.open(folder.file())
      const tract = workspace.create()
      commit = tract.user('Hi').hash
      tract.recordUsage({ inputTokens: 31, outputTokens: 4 })
      tract.recordUsage({ inputTokens: 40, outputTokens: 4 })
      tract.undo()
      await workspace.backup(folder.file('copy.tract'))
    }
    expect([noted(folder.file()), noted(folder.file('copy.tract'))]).toEqual([[[[31, commit]], []], [[[31, commit]], []]])
    meddle(folder.file(), 'delete from calls')
    expect(noted(folder.file())).toEqual([[], ['I-47']])
    {
      using workspace = Workspace.open(folder.file())
      await workspace.repairCopy(folder.file('repaired.tract'))
    }
    expect(noted(folder.file('repaired.tract'))).toEqual([[[31, commit]], []])
  })

  test('on a branch of its own is the size of that branch', () => {
    using tract = Tract.open()
    tract.user('Hi')
    tract.branch('side', { switch: false })
    tract.on('side').recordUsage({ inputTokens: 31, outputTokens: 4 })
    expect([tract.on('side').status().tokenSource, tract.status().tokenSource]).toEqual(['provider', 'provider']) // the same commit
    tract.user('more')
    expect([tract.on('side').status().tokenCount, tract.status().tokenSource]).toEqual([31, 'mixed'])
  })

  test.each<[string, (tract: Tract) => unknown, string]>([
    ['before anything was said', (tract) => tract.recordUsage({ inputTokens: 1, outputTokens: 1 }), 'ref/no-commits'],
    ['at a commit that there is not', (tract) => [tract.user('x'), tract.recordUsage({ inputTokens: 1, outputTokens: 1, commit: 'nowhere' })], 'ref/not-found'],
    ['with a count below zero', (tract) => [tract.user('x'), tract.recordUsage({ inputTokens: -1, outputTokens: 1 })], 'input/invalid'],
    ['without a count', (tract) => [tract.user('x'), tract.recordUsage({ inputTokens: 1 } as never)], 'input/invalid'],
    ['with half a token', (tract) => [tract.user('x'), tract.recordUsage({ inputTokens: 1, outputTokens: 1, cachedInputTokens: 0.5 })], 'input/invalid'],
    ['with a model that is none', (tract) => [tract.user('x'), tract.recordUsage({ inputTokens: 1, outputTokens: 1, model: 4 as never })], 'input/invalid'],
    ['with no usage', (tract) => tract.recordUsage(31 as never), 'input/invalid'],
  ])('is refused %s', (_, act, code) => {
    using tract = Tract.open()
    expect([faultOf(() => act(tract)), tract.usage().rows]).toEqual([code, []])
  })
})
