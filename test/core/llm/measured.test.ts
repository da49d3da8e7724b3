import { describe, expect, test } from 'vitest'
import { scripted, Tract, Workspace } from '../../../core/index.ts'
import type { TokenUsage } from '../../../core/model/reply.ts'
import { openTract, stopAfter } from '../../helpers/asking.ts'
import { handClock } from '../../helpers/handClock.ts'
import { done, words } from '../../helpers/holdingClient.ts'
import { tempFolder } from '../../helpers/tempFolder.ts'
import { testPorts } from '../../helpers/testPorts.ts'

/** A model that says `text` and was told to have read so many tokens. */
const counting = (text: string, inputTokens: number, more: Partial<TokenUsage> = {}) => scripted([[words(text), { type: 'usage', usage: { inputTokens, outputTokens: 2, ...more } }, done]])
const size = (tract: Tract) => [tract.status().tokenCount, tract.status().tokenSource]
/** Our own count of the context. */
const counted = (tract: Tract) => 3 + tract.compile().messages.reduce((sum, { tokens }) => sum + tokens, 0)

function talk(): Tract & Disposable {
  const tract = openTract()
  tract.system('You sell shoes.')
  tract.user('How long can I return them?')
  return tract
}

describe('the size of a context', () => {
  test('is our own estimate where no provider ever counted on its history', () => {
    using tract = talk()
    expect([size(tract), tract.status().reported, tract.compile().tokenSource]).toEqual([[counted(tract), 'estimate'], null, 'estimate'])
  })

  test('is what was reported where nothing came since, in status and compile alike', () => {
    using tract = talk()
    tract.recordUsage({ inputTokens: 40, outputTokens: 9, model: 'm' })
    expect([size(tract), tract.status().reported]).toEqual([[40, 'provider'], { inputTokens: 40, estimated: counted(tract), at: expect.any(Number) as number, model: 'm' }])
    const { tokenCount, tokenSource } = tract.compile()
    expect([tokenCount, tokenSource]).toEqual([40, 'provider'])
  })

  test('is the report and what we count of the messages since', () => {
    using tract = talk()
    tract.recordUsage({ inputTokens: 40, outputTokens: 9 })
    const answer = tract.assistant('60 days.')
    expect(size(tract)).toEqual([40 + answer.tokens, 'mixed'])
    const { tokenCount, tokenSource } = tract.compile()
    expect([tokenCount, tokenSource]).toEqual([40 + answer.tokens, 'mixed'])
  })

  test('is the report without what was hidden since, and never below nothing', () => {
    using tract = talk()
    const question = tract.compile().messages[1]!
    tract.recordUsage({ inputTokens: 40, outputTokens: 9 })
    tract.annotate(question.messageId, 'skip')
    expect(size(tract)).toEqual([40 - question.tokens, 'mixed'])
    tract.annotate(question.messageId, 'normal')
    tract.recordUsage({ inputTokens: 1, outputTokens: 9 })
    tract.annotate(question.messageId, 'skip')
    expect(size(tract)).toEqual([0, 'mixed'])
    tract.annotate(tract.compile().messages[0]!.messageId, 'skip')
    expect(size(tract)).toEqual([0, 'estimate'])
  })

  test('after an answer is what its call reported and our count of the answer', async () => {
    using tract = talk()
    const before = counted(tract)
    tract.configureClients({ default: counting('60 days.', 31, { cachedInputTokens: 5 }) })
    const reply = await tract.generate()
    const answer = reply.status === 'complete' ? reply.commit.tokens : NaN
    expect([size(tract), tract.status().reported]).toEqual([[31 + answer, 'mixed'], { inputTokens: 31, estimated: before, at: expect.any(Number) as number, model: 'scripted' }])
    const said = tract.user('Boots too?')
    expect(size(tract)).toEqual([31 + answer + said.tokens, 'mixed'])
  })

  test('goes back with undo: of the answer, and of what was noted', async () => {
    using tract = talk()
    const alone = counted(tract)
    tract.configureClients({ default: counting('60 days.', 31) })
    await tract.generate()
    tract.undo()
    expect([size(tract), tract.status().reported, tract.usage().inputTokens]).toEqual([[alone, 'estimate'], null, 31])
    tract.redo()
    expect(size(tract)[1]).toBe('mixed')
    tract.undo()
    tract.recordUsage({ inputTokens: 99, outputTokens: 1 })
    expect([size(tract), tract.undo().kind, size(tract), tract.usage().inputTokens]).toEqual([[99, 'provider'], 'done', [alone, 'estimate'], 31])
    expect([tract.redo().kind, size(tract), tract.workspace.replay().kind, tract.workspace.fsck('deep').findings]).toEqual(['done', [99, 'provider'], 'same', []])
  })

  test('is of the branch and of the moment that is looked at', async () => {
    using tract = talk()
    const alone = counted(tract)
    tract.branch('other', { switch: false })
    tract.configureClients({ default: counting('60 days.', 31) })
    const reply = await tract.generate()
    const answer = reply.status === 'complete' ? reply.commit : null
    const at = (ref?: string) => {
      const { tokenCount, tokenSource } = tract.compile(ref === undefined ? {} : { at: ref })
      return [tokenCount, tokenSource]
    }
    expect([at('other'), at('HEAD~1'), at()]).toEqual([[alone, 'estimate'], [alone, 'estimate'], [31 + answer!.tokens, 'mixed']])
    tract.switch('other')
    tract.user('Hm.')
    expect(size(tract)[1]).toBe('estimate')
    tract.merge('main') // brings the answer, and so its report
    expect(size(tract)).toEqual([31 + tract.compile().messages.slice(2).reduce((sum, { tokens }) => sum + tokens, 0), 'mixed'])
  })

  test('is counted anew in another encoding, on top of the same report', async () => {
    using tract = talk()
    tract.configureClients({ default: counting('Sechzig Tage, ungetragen.', 31) })
    await tract.generate()
    tract.configure({ encoding: 'cl100k_base' })
    const [question, answer] = tract.compile().messages.slice(-2)
    expect([size(tract), tract.compile().tokenCount]).toEqual([[31 + answer!.tokens, 'mixed'], 31 + answer!.tokens])
    expect(tract.status().reported?.estimated).toBe(counted(tract) - answer!.tokens)
    expect(question!.tokens).toBeGreaterThan(0)
  })

  test('the newest report counts; one note at an answer beats that of its call', async () => {
    using tract = talk()
    tract.configureClients({ default: scripted([[words('a'), { type: 'usage', usage: { inputTokens: 31, outputTokens: 2 } }, done], [words('b'), { type: 'usage', usage: { inputTokens: 57, outputTokens: 2 } }, done]]) })
    await tract.generate()
    await tract.chat('And boots?')
    expect(tract.status().reported?.inputTokens).toBe(57)
    tract.recordUsage({ inputTokens: 70, outputTokens: 1 })
    tract.recordUsage({ inputTokens: 71, outputTokens: 1 })
    expect(size(tract)).toEqual([71, 'provider'])
    tract.recordUsage({ inputTokens: 20, outputTokens: 1, commit: 'HEAD~2' })
    expect(size(tract)).toEqual([71, 'provider'])
  })
})

describe('a report is no measure of the context', () => {
  test('when the provider read only a part of what was sent', async () => {
    using tract = talk()
    tract.configureClients({ default: scripted([[words('60'), { type: 'usage', usage: { inputTokens: 4, outputTokens: 2 } }, { type: 'done', stopReason: 'end', truncated: true }]]) })
    const reply = await tract.generate()
    expect([reply.truncated, tract.transcript().items.at(-1)?.call?.truncated, size(tract), tract.status().reported]).toEqual([true, true, [counted(tract), 'estimate'], null])
  })

  test('when more was sent than the context, to go on with half an answer', async () => {
    using tract = talk()
    await stopAfter(tract, 'Sixty')
    tract.configureClients({ default: counting(' days.', 80) })
    await tract.partials.resume(tract.partials.list()[0]!.id)
    expect([size(tract), tract.status().reported]).toEqual([[counted(tract), 'estimate'], null])
  })

  test('when it came from another job', async () => {
    using tract = talk()
    tract.configureClients({ title: counting('Shoes', 80) })
    await tract.suggestTitle()
    expect([size(tract), tract.status().reported]).toEqual([[counted(tract), 'estimate'], null])
  })

  test('when it lies more than 256 steps back', () => {
    using tract = talk()
    tract.recordUsage({ inputTokens: 40, outputTokens: 9 })
    const step = (count: number) => tract.batch(() => { for (let i = 0; i < count; i++) tract.user('x') })
    step(255)
    expect(size(tract)[1]).toBe('mixed')
    tract.branch('further')
    step(1)
    expect([size(tract)[1], tract.on('main').status().tokenSource]).toEqual(['estimate', 'mixed'])
  })
})

test('a budget that rejects goes by the same number as the status', () => {
  using tract = talk()
  tract.configure({ budget: { maxTokens: 50, onExceed: 'reject' } })
  expect(tract.status().budget?.over).toBe(false)
  tract.recordUsage({ inputTokens: 48, outputTokens: 1 })
  expect([tract.status().budget, () => tract.assistant('60 days, unworn.')]).toEqual([{ max: 50, used: 48, pct: 96, over: false }, expect.any(Function)])
  expect(() => tract.assistant('60 days, unworn.')).toThrow(expect.objectContaining({ code: 'budget/exceeded' }) as Error)
})

test('what a file says of its size is the same from a cold start, and its hash is that of its messages alone', async () => {
  using folder = tempFolder()
  const ports = () => testPorts(handClock())
  const seen: unknown[] = []
  const look = (tract: Tract) => {
    const { head, ...status } = tract.status()
    const { tokenCount, tokenSource, hash } = tract.compile()
    return [head, status, tokenCount, tokenSource, hash]
  }
  {
    using workspace = Workspace.open(folder.file(), { ports: ports() })
    const tract = workspace.create()
    tract.user('Hi')
    const { hash } = tract.compile()
    tract.configureClients({ default: scripted([[words('Yes.'), { type: 'usage', usage: { inputTokens: 12, outputTokens: 2 } }, done], 'No.']) })
    await tract.generate()
    await tract.chat('Sure?')
    tract.annotate(tract.compile().messages[1]!.messageId, 'skip')
    tract.edit(tract.compile().messages[0]!.messageId, 'Hello there')
    seen.push(look(tract))
    tract.recordUsage({ inputTokens: 20, outputTokens: 1 })
    expect(tract.compile({ at: 'HEAD~5' }).hash).toBe(hash)
    tract.undo()
    seen.push(look(tract))
  }
  using again = Workspace.open(folder.file(), { ports: ports() })
  const tract = again.list()[0]!.name
  expect([look(again.get(tract)), seen[1]]).toEqual([seen[0], seen[0]])
  expect(again.fsck('deep').findings).toEqual([])
})
