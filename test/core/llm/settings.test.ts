import { describe, expect, test } from 'vitest'
import { LLMConfig, scripted, Tract, Workspace } from '../../../core/index.ts'
import type { LLMTask, OperationConfigs } from '../../../core/model/config.ts'
import { openTract } from '../../helpers/asking.ts'
import { faultOf } from '../../helpers/faultOf.ts'
import { tempFolder } from '../../helpers/tempFolder.ts'

const tasks: readonly LLMTask[] = ['chat', 'compress', 'merge', 'orchestrate', 'plan', 'title']

describe('settings per job', () => {
  test('change the jobs that are named; the others stay', () => {
    using tract = openTract()
    expect(tract.configureOperations({ chat: { temperature: 0.9 }, compress: { temperature: 0 } })).toEqual(expect.objectContaining({ verb: 'configure', detail: 'operations', undoable: true }))
    tract.configureOperations({ compress: { temperature: 0.1, maxTokens: 50 }, merge: {} })
    expect(tract.config.operations).toEqual({ chat: { temperature: 0.9 }, compress: { temperature: 0.1, maxTokens: 50 }, merge: {} })
    expect([tract.configureOperations({ chat: { temperature: 0.9 } }), tract.configureOperations({ plan: undefined as never })]).toEqual([null, null])
    tract.undo()
    expect(tract.config.operations).toEqual({ chat: { temperature: 0.9 }, compress: { temperature: 0 } })
  })

  test('of two handles on one file are brought together', () => {
    using folder = tempFolder()
    using one = Tract.open(folder.file())
    using two = Workspace.open(folder.file())
    one.configureOperations({ chat: { temperature: 1 } })
    two.get(one.id).configureOperations({ title: { temperature: 0 } })
    expect(one.config.operations).toEqual({ chat: { temperature: 1 }, title: { temperature: 0 } })
  })

  test('are kept under our names, whatever framework they were written for; what is unknown goes to extra and back', () => {
    using tract = openTract()
    tract.configureOperations({ chat: { max_completion_tokens: 9, stop: 'END', maxTokens: 5, logit_bias: { 7: 1 }, stream: true } as never })
    expect(tract.config.operations).toEqual({ chat: { maxTokens: 5, stopSequences: ['END'], extra: { logit_bias: { 7: 1 } } } })
    expect(LLMConfig.from(tract.config.operations.chat!)).toEqual(tract.config.operations.chat)
  })

  test.each(tasks)('are what a call of %s uses: its own over the default, the call itself over both', (task) => {
    using tract = openTract()
    tract.configureClients({ default: scripted([], { model: 'm' }) })
    tract.configure({ defaultConfig: { temperature: 0.5, topP: 1, extra: { a: 'default', b: 'default' } } })
    tract.configureOperations({ [task]: { temperature: 0, extra: { b: 'job', c: 'job' } } })
    expect(tract.resolveConfig(task, { seed: 0, extra: { c: 'call' } })).toEqual({
      values: { model: 'm', temperature: 0, topP: 1, seed: 0, extra: { a: 'default', b: 'job', c: 'call' } },
      levels: { model: 'client', temperature: 'operation', topP: 'default', seed: 'sugar', extra: 'sugar' },
    })
    const other = tasks.find((one) => one !== task)!
    expect(tract.resolveConfig(other).values.temperature).toBe(0.5)
  })

  test('without any, nothing is set', () => {
    using tract = openTract()
    expect([tract.resolveConfig('chat'), tract.queryByConfig({})]).toEqual([{ values: {}, levels: {} }, []])
  })

  test.each<[string, OperationConfigs, string]>([
    ['a job that there is not', { chatt: {} } as never, 'input/invalid'],
    ['settings that are none', { chat: 'warm' } as never, 'input/invalid'],
    ['no settings at all', 'warm' as never, 'input/invalid'],
    ['a value that can not be', { chat: { temperature: -1 } }, 'config/bad-value'],
  ])('%s is refused and nothing changes', (_, configs, code) => {
    using tract = openTract()
    expect([faultOf(() => tract.configureOperations(configs)), tract.config.operations]).toEqual([code, {}])
    expect(faultOf(() => tract.configure({ operations: { chatt: {} } as never }))).toBe('config/bad-value')
  })
})

describe('clients per job', () => {
  test('each job asks its own; the default serves the rest', async () => {
    using tract = openTract()
    const [chat, title] = [scripted(['Yes.', 'No.']), scripted(['Shoes'])]
    tract.configureClients({ default: chat, title })
    await tract.chat('Do you sell shoes?')
    await tract.suggestTitle()
    await tract.chat('And boots?')
    expect([chat.requests.length, title.requests.length, tract.usage({ task: 'title' }).rows]).toEqual([2, 1, []])
  })

  test('belong to whoever made them: closing the tract closes none', async () => {
    let closed = 0
    const client = { ...scripted(['Yes.']), close: () => void closed++ }
    {
      using tract = openTract()
      tract.configureClients({ default: client, title: client })
      await tract.chat('Hi')
    }
    expect(closed).toBe(0)
    using next = openTract()
    next.configureClients({ default: client })
    expect(next.resolveConfig('chat').values.model).toBe('scripted')
  })
})
