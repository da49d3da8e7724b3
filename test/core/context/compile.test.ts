import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { compileState } from '../../../core/context/compile.ts'
import { openStates } from '../../../core/context/states.ts'
import { canonicalJson } from '../../../core/model/canonicalJson.ts'
import type { CompiledContext } from '../../../core/model/context.ts'
import type { Content } from '../../../core/model/content.ts'
import { commitHashOf, memoryHistory, messageIdOf, someone } from '../../helpers/memoryHistory.ts'
import type { MemoryHistory } from '../../helpers/memoryHistory.ts'

const user = (text: string): Content => ({ type: 'dialogue', role: 'user', text })
const rules: Content = { type: 'instruction', text: 'Be brief.' }
const bob = { kind: 'agent', id: 'bob' } as const

const compile = (history: MemoryHistory, tip: number): CompiledContext => compileState(history.source, openStates(history.source).at(tip), { head: commitHashOf(tip) })
const whys = ({ messages, excluded }: CompiledContext) => ({
  shown: messages.map(({ messageId, why }) => [messageId, why]),
  hidden: excluded.map(({ messageId, why }) => [messageId, why]),
})

test('a context says what is shown, what is not, and why', () => {
  const history = memoryHistory()
  history.append(null, rules)
  history.append(1, user('a secret'))
  history.append(2, user('Hello'))
  history.add([3], { kind: 'annotate', target: 2, priority: 'skip' }, { author: bob, reason: 'private' })
  history.add([4], { kind: 'edit', target: 3, blob: history.blob(user('Hello!')) }, { author: bob })
  history.add([5], { kind: 'annotate', target: 3, priority: 'pinned' }, { author: bob, reason: 'matters' })
  const { hash, ...context } = compile(history, 6)
  const [ruleBlob, helloBlob] = [rules, user('Hello!')].map((content) => history.source.blobs([history.blob(content)]).get(history.blob(content))!.hash)
  expect(context).toEqual({
    messages: [
      {
        role: 'system', content: 'Be brief.', name: null, contentType: 'instruction', messageId: messageIdOf(1), commit: commitHashOf(1), blob: ruleBlob, tokens: 9,
        priority: 'pinned', edited: false, why: { kind: 'pinned', by: someone, reason: null }, body: rules,
      },
      {
        role: 'user', content: 'Hello!', name: null, contentType: 'dialogue', messageId: messageIdOf(3), commit: commitHashOf(5), blob: helloBlob, tokens: 6,
        priority: 'pinned', edited: true, why: { kind: 'pinned', by: bob, reason: 'matters' }, body: user('Hello!'),
      },
    ],
    excluded: [{ messageId: messageIdOf(2), role: 'user', contentType: 'dialogue', tokens: 8, why: { kind: 'skipped', by: bob, reason: 'private' } }],
    tokenCount: 9 + 6 + 3,
    tokenSource: 'estimate',
    head: commitHashOf(6),
  })
  const pairs = [[messageIdOf(1), ruleBlob], [messageIdOf(3), helloBlob]]
  expect(hash).toBe(createHash('sha256').update(`tract:context:1\0${canonicalJson(pairs)}`).digest('hex'))
})

test('a summary says what it stands for, what it covers says so, and once expanded it says who did that', () => {
  const history = memoryHistory()
  history.append(null, user('one'))
  history.append(1, user('two'))
  history.add([2], { kind: 'compress', blob: history.blob(user('one and two')), replaces: [1, 2] })
  history.add([3], { kind: 'expand', target: 3 }, { author: bob })
  expect([whys(compile(history, 3)), whys(compile(history, 4))]).toEqual([
    {
      shown: [[messageIdOf(3), { kind: 'summary', of: [messageIdOf(1), messageIdOf(2)] }]],
      hidden: [
        [messageIdOf(1), { kind: 'compressed', into: messageIdOf(3), all: [messageIdOf(3)] }],
        [messageIdOf(2), { kind: 'compressed', into: messageIdOf(3), all: [messageIdOf(3)] }],
      ],
    },
    {
      shown: [[messageIdOf(1), { kind: 'expanded', from: messageIdOf(3) }], [messageIdOf(2), { kind: 'expanded', from: messageIdOf(3) }]],
      hidden: [[messageIdOf(3), { kind: 'expanded', by: bob }]],
    },
  ])
})

test('a message that a merge brought names it, and a summary that a merge left out names that', () => {
  const history = memoryHistory()
  history.append(null, user('one'))
  history.append(1, user('here'))
  history.append(1, user('there'))
  history.add([3], { kind: 'compress', blob: history.blob(user('so')), replaces: [1] })
  history.add([2, 4], { kind: 'merge', resolutions: [{ message: 4, inForce: false }] })
  history.append(5, user('after'))
  expect(whys(compile(history, 6))).toEqual({
    shown: [
      [messageIdOf(1), { kind: 'expanded', from: messageIdOf(4) }],
      [messageIdOf(2), { kind: 'appended' }],
      [messageIdOf(3), { kind: 'merged', by: commitHashOf(5) }],
      [messageIdOf(6), { kind: 'appended' }],
    ],
    hidden: [[messageIdOf(4), { kind: 'resolved', by: commitHashOf(5) }]],
  })
})

test('of several reasons the most telling is given: skipped before covered, all summaries that cover, the summary taken out last', () => {
  const history = memoryHistory()
  for (const [parent, words] of [[null, 'a'], [1, 'b'], [2, 'c']] as const) history.append(parent, user(words))
  history.add([3], { kind: 'compress', blob: history.blob(user('first')), replaces: [1, 2] })
  history.add([4], { kind: 'compress', blob: history.blob(user('second')), replaces: [2, 3] })
  history.add([5], { kind: 'annotate', target: 1, priority: 'skip' }, { author: bob })
  history.add([6], { kind: 'annotate', target: 3, priority: 'pinned' }, { author: bob })
  history.add([7], { kind: 'expand', target: 5 }, { author: bob })
  history.add([8], { kind: 'expand', target: 4 }, { author: bob })
  history.add([9], { kind: 'annotate', target: 3, priority: 'normal' }, { author: bob })
  const [inBoth, out] = [whys(compile(history, 7)), whys(compile(history, 10))]
  const skipped = { kind: 'skipped', by: bob, reason: null }
  expect([inBoth.hidden, inBoth.shown.at(-1), out.shown, out.hidden]).toEqual([
    [[messageIdOf(1), skipped], [messageIdOf(2), { kind: 'compressed', into: messageIdOf(4), all: [messageIdOf(4), messageIdOf(5)] }]],
    [messageIdOf(3), { kind: 'pinned', by: bob, reason: null }],
    [[messageIdOf(2), { kind: 'expanded', from: messageIdOf(4) }], [messageIdOf(3), { kind: 'expanded', from: messageIdOf(5) }]],
    [[messageIdOf(4), { kind: 'expanded', by: bob }], [messageIdOf(1), skipped], [messageIdOf(5), { kind: 'expanded', by: bob }]],
  ])
})

test('a copy keeps its message id; the commit is the one on this history', () => {
  const history = memoryHistory()
  history.append(null, user('one'))
  history.append(null, user('elsewhere'))
  history.add([1], { kind: 'append', change: 2, blob: history.blob(user('elsewhere')), priority: 'normal' })
  expect(compile(history, 3).messages.map(({ messageId, commit, edited }) => ({ messageId, commit, edited }))).toEqual([
    { messageId: messageIdOf(1), commit: commitHashOf(1), edited: false },
    { messageId: messageIdOf(2), commit: commitHashOf(3), edited: false },
  ])
})

test('nothing is nothing: no tokens, no head, and still a hash', () => {
  const history = memoryHistory()
  const { hash, ...context } = compileState(history.source, openStates(history.source).at(null), { head: null })
  expect(context).toEqual({ messages: [], excluded: [], tokenCount: 0, tokenSource: 'estimate', head: null })
  expect(hash).toBe(createHash('sha256').update('tract:context:1\0[]').digest('hex'))
})

test('totals read nothing; lists are read once', () => {
  const history = memoryHistory()
  history.append(null, user('one'))
  const context = compile(history, 1)
  const afterTotals = { ...history.asked, tokens: context.tokenCount }
  expect(context.messages).toBe(context.messages)
  expect(context.hash).toBe(context.hash)
  expect([afterTotals, history.asked]).toEqual([
    { line: 1, own: 0, blobs: 0, commits: 0, hashes: 0, tokens: 6 },
    { line: 1, own: 0, blobs: 1, commits: 1, hashes: 1 },
  ])
})

test('the same messages give the same hash, on any branch; another order or text another', () => {
  const history = memoryHistory()
  history.append(null, user('one'))
  history.append(1, user('two'))
  history.add([2], { kind: 'annotate', target: 2, priority: 'skip' })
  history.add([3], { kind: 'annotate', target: 2, priority: 'normal' })
  history.add([4], { kind: 'edit', target: 2, blob: history.blob(user('zwei')) })
  const hashes = [1, 2, 3, 4, 5].map((tip) => compile(history, tip).hash)
  expect(hashes.map((hash) => hashes.indexOf(hash))).toEqual([0, 1, 0, 1, 4])
})

test('a context can be cloned, serialised and spread: only its data travels, its forms stay behind', () => {
  const history = memoryHistory()
  history.append(null, user('one'))
  const context = compile(history, 1)
  const data = { messages: context.messages, excluded: [], tokenCount: 6, tokenSource: 'estimate', head: commitHashOf(1), hash: context.hash }
  expect([structuredClone(compile(history, 1)), JSON.parse(JSON.stringify(compile(history, 1))), { ...compile(history, 1) }]).toEqual([data, data, data])
  expect([context.toDicts(), context.toOpenAI(), context.toAnthropic(), context.repairs('openai')]).toEqual([
    [{ role: 'user', content: 'one' }],
    [{ role: 'user', content: 'one' }],
    { messages: [{ role: 'user', content: 'one' }] },
    [],
  ])
})
