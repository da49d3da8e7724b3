import { describe, expect, test } from 'vitest'
import { type OpenTract, Tract, Workspace } from '../../../core/index.ts'
import type { Content } from '../../../core/model/content.ts'
import type { FaultCode } from '../../../core/model/fault.ts'
import { faultOf } from '../../helpers/faultOf.ts'

const texts = (tract: Tract) => tract.compile().messages.map(({ content }) => content)
const hidden = (tract: Tract) => tract.compile().excluded.map(({ messageId, why }) => [messageId, why.kind])

describe('an edit', () => {
  test('stands in the place of what it corrects, and the old version stays in history', () => {
    using tract = Tract.open()
    const { messageId, hash } = tract.user('frist')
    tract.assistant('answer')
    const { hash: edit, target, message, kind } = tract.edit(messageId, 'first', { message: 'typo', tags: ['t'], metadata: { a: 1 } })
    expect({ target, message, kind, texts: texts(tract) }).toEqual({ target: messageId, message: 'typo', kind: 'edit', texts: ['first', 'answer'] })
    expect(tract.compile().messages[0]).toEqual(expect.objectContaining({ messageId, commit: edit, edited: true, role: 'user' }))
    expect(tract.history(messageId)).toEqual({
      messageId,
      versions: [
        { commit: hash, content: { type: 'dialogue', role: 'user', text: 'frist' }, author: { kind: 'user', id: 'user' }, createdAt: expect.any(Number), isCurrent: false },
        { commit: edit, content: { type: 'dialogue', role: 'user', text: 'first' }, author: { kind: 'user', id: 'user' }, createdAt: expect.any(Number), isCurrent: true },
      ],
      annotations: [],
    })
  })

  test('of an edit or of an annotation is one of their message; the last in order wins', () => {
    using tract = Tract.open()
    const { messageId } = tract.user('a')
    const edit = tract.edit(messageId, 'b')
    const pin = tract.annotate(messageId, 'pinned')[0]
    expect([tract.edit(edit.hash, 'c').target, tract.edit(pin?.hash ?? '', 'd').target, tract.edit('HEAD', 'e').target, texts(tract)]).toEqual([messageId, messageId, messageId, ['e']])
    expect(tract.history('HEAD').versions.map(({ content }) => 'text' in content && content.text)).toEqual(['a', 'b', 'c', 'd', 'e'])
  })

  test('back to the first text is an edit like any other', () => {
    using tract = Tract.open()
    const { messageId } = tract.user('a')
    tract.edit(messageId, 'b')
    tract.edit(messageId, 'a')
    expect([texts(tract), tract.log().items.length, tract.compile().messages[0]?.edited]).toEqual([['a'], 3, true])
  })

  test('of a skipped message leaves it hidden', () => {
    using tract = Tract.open()
    const { messageId } = tract.user('a')
    tract.annotate(messageId, 'skip')
    tract.edit(messageId, 'b')
    expect([texts(tract), hidden(tract)]).toEqual([[], [[messageId, 'skipped']]])
    tract.annotate(messageId, 'normal')
    expect(texts(tract)).toEqual(['b'])
  })

  test.each<[string, Content, string | Content, FaultCode | 'none']>([
    ['another type', { type: 'dialogue', role: 'user', text: 'a' }, { type: 'instruction', text: 'b' }, 'edit/type-mismatch'],
    ['another role', { type: 'dialogue', role: 'user', text: 'a' }, { type: 'dialogue', role: 'assistant', text: 'b' }, 'edit/type-mismatch'],
    ['another name', { type: 'dialogue', role: 'user', text: 'a', name: 'Ann' }, { type: 'dialogue', role: 'user', text: 'a', name: 'Bob' }, 'none'],
    ['the same content', { type: 'dialogue', role: 'user', text: 'a' }, 'a', 'none'],
    ['an empty text', { type: 'dialogue', role: 'user', text: 'a' }, '', 'none'],
    ['a text where there is none', { type: 'tool_call', callId: 'c', tool: 't', input: {} }, 'text', 'content/invalid'],
    ['another input', { type: 'tool_call', callId: 'c', tool: 't', input: {} }, { type: 'tool_call', callId: 'c', tool: 't', input: { a: 1 } }, 'none'],
    ['an invalid content', { type: 'reasoning', text: 'a' }, { type: 'reasoning', text: 1 as never }, 'content/invalid'],
    ['a text that is none', { type: 'reasoning', text: 'a' }, '\ud800', 'value/not-json'],
  ])('to %s', (_, content, to, code) => {
    using tract = Tract.open()
    const { messageId } = tract.commit(content)
    expect([faultOf(() => tract.edit(messageId, to)), tract.log().items.length]).toEqual([code, code === 'none' ? 2 : 1])
    if (code === 'none' && typeof to !== 'string') expect(tract.show('HEAD').content).toEqual(to)
  })

  test('of a text keeps the other fields', () => {
    using tract = Tract.open()
    const { messageId } = tract.user('a', { name: 'Ann' })
    tract.edit(messageId, 'b')
    expect(tract.show('HEAD').content).toEqual({ type: 'dialogue', role: 'user', text: 'b', name: 'Ann' })
  })
})

describe('an annotation', () => {
  test('sets one of three priorities; the last holds, and says by whom and why', () => {
    using tract = Tract.open()
    const { messageId } = tract.user('a')
    const shown = () => tract.compile().messages.map(({ priority, why }) => [priority, why])
    tract.as('careful').annotate(messageId, 'skip', { reason: 'private' })
    expect([shown(), tract.compile().excluded.map(({ why }) => why)]).toEqual([[], [{ kind: 'skipped', by: { kind: 'agent', id: 'careful' }, reason: 'private' }]])
    tract.annotate(messageId, 'pinned', { reason: 'needed' })
    expect(shown()).toEqual([['pinned', { kind: 'pinned', by: { kind: 'user', id: 'user' }, reason: 'needed' }]])
    tract.annotate(messageId, 'normal')
    expect(shown()).toEqual([['normal', { kind: 'appended' }]])
  })

  test('can take an instruction out of its pin, which is where it starts', () => {
    using tract = Tract.open()
    const { messageId } = tract.system('rules')
    const priority = () => tract.compile().messages[0]?.priority
    const first = priority()
    tract.annotate(messageId, 'normal')
    expect([first, priority(), texts(tract)]).toEqual(['pinned', 'normal', ['rules']])
  })

  test('of several is one operation of one commit each, all or none', () => {
    using tract = Tract.open()
    const ids = ['a', 'b', 'c'].map((text) => tract.user(text).messageId)
    expect(tract.annotate(ids, 'skip').map(({ target }) => target)).toEqual(ids)
    expect([texts(tract), tract.undo().kind, texts(tract)]).toEqual([[], 'done', ['a', 'b', 'c']])
    expect([faultOf(() => tract.annotate([ids[0] ?? '', 'nowhere'], 'skip')), texts(tract), tract.annotate([], 'skip'), tract.status().commitCount]).toEqual(['ref/not-found', ['a', 'b', 'c'], [], 3])
  })
})

test('pins, skips and edits hold on their branch only, and as of their commit', () => {
  using tract = Tract.open()
  const [a, b] = [tract.user('a').messageId, tract.user('b').messageId]
  tract.branch('side')
  tract.edit(a, 'A')
  tract.annotate(b, 'skip')
  expect([texts(tract), texts(tract.on('main')), tract.on('main').history(a).versions.length]).toEqual([['A'], ['a', 'b'], 1])
  tract.switch('main')
  tract.annotate(a, 'skip')
  expect([texts(tract), texts(tract.on('side')), texts(tract)]).toEqual([['b'], ['A'], ['b']])
  expect(['side~2', 'side~1', 'side', 'main~1', 'main'].map((at) => tract.compile({ at }).messages.map(({ content }) => content))).toEqual([['a', 'b'], ['A', 'b'], ['A'], ['a', 'b'], ['b']])
})

test('a message of another branch or another tract can not be edited or annotated here', () => {
  using workspace = Workspace.open()
  const [tract, other] = [workspace.create(), workspace.create()]
  tract.user('a')
  tract.branch('side')
  const there = tract.user('only on side').messageId
  tract.switch('main')
  const foreign = other.user('foreign').messageId
  const refusals = [there, foreign].map((id) => [faultOf(() => tract.edit(id, 'x')), faultOf(() => tract.annotate(id, 'skip'))])
  expect(refusals).toEqual([['edit/target-missing', 'edit/target-missing'], ['ref/other-tract', 'ref/other-tract']])
  expect([tract.on('side').edit(there, 'x').kind, texts(tract.on('side'))]).toEqual(['edit', ['a', 'x']])
})

test('the same words said twice are two messages', () => {
  using tract = Tract.open()
  const ids = [tract.user('yes').messageId, tract.user('yes').messageId]
  tract.annotate(ids[0] ?? '', 'skip')
  expect([new Set(ids).size, tract.compile().messages.map(({ messageId }) => messageId)]).toEqual([2, [ids[1]]])
})

describe('a bound handle', () => {
  test('writes and reads on its branch wherever HEAD is', () => {
    using tract = Tract.open()
    tract.user('a')
    tract.branch('side', { switch: false })
    const side = tract.on('side')
    side.user('on side')
    expect([texts(tract), texts(side), side.status().head, tract.status().head.kind === 'attached' && tract.listBranches().find(({ isCurrent }) => isCurrent)?.name]).toEqual([
      ['a'], ['a', 'on side'], { kind: 'attached', branch: 'side', commit: side.resolve('HEAD') }, 'main',
    ])
    tract.switch('side')
    tract.on('main').user('on main')
    expect([texts(tract), texts(tract.on('main'))]).toEqual([['a', 'on side'], ['a', 'on main']])
  })

  test('says so when its branch is not there, or no longer', () => {
    using tract = Tract.open()
    tract.user('a')
    tract.branch('side', { switch: false })
    const side = tract.on('side')
    tract.undo()
    expect([faultOf(() => tract.on('nowhere')), faultOf(() => side.user('x')), faultOf(() => side.compile())]).toEqual(['branch/not-found', 'branch/not-found', 'branch/not-found'])
    tract.redo()
    expect(side.user('x').generation).toBe(1)
  })
})

test.each<[string, (tract: OpenTract) => unknown, FaultCode | 'none']>([
  ['a commit over a budget that only warns', (tract) => (tract.configure({ budget: { maxTokens: 1 } }), tract.user('hello')), 'none'],
  ['a commit over a budget that rejects', (tract) => (tract.configure({ budget: { maxTokens: 1, onExceed: 'reject' } }), tract.user('hello')), 'budget/exceeded'],
  ['a budget of nothing', (tract) => tract.configure({ budget: { maxTokens: 0 } }), 'config/bad-value'],
  ['a budget that is a number', (tract) => tract.configure({ budget: 5 as never }), 'config/bad-value'],
  ['a budget with another answer', (tract) => tract.configure({ budget: { maxTokens: 1, onExceed: 'drop' as 'warn' } }), 'config/bad-value'],
  ['an encoding that nobody has', (tract) => tract.configure({ encoding: 'p50k' as 'o200k_base' }), 'config/bad-value'],
  ['settings that are a list', (tract) => tract.configure({ operations: [] as never }), 'config/bad-value'],
  ['a setting that there isn’t', (tract) => tract.configure({ name: 'sneaky' } as never), 'config/bad-value'],
  ['a setting of the prototype', (tract) => tract.configure(JSON.parse('{"__proto__":{}}') as never), 'config/bad-value'],
  ['settings that are not JSON', (tract) => tract.configure({ defaultConfig: { seed: NaN } }), 'value/not-json'],
  ['an author who is half a character', (tract) => tract.as('\ud800').user('x'), 'input/invalid'],
  ['a tract whose id is taken', (tract) => tract.workspace.create({ id: tract.id }), 'tract/name-taken'],
  ['a tract whose name is another’s id', (tract) => tract.workspace.create({ name: tract.id }), 'tract/name-taken'],
  ['a tract whose id is half a character', (tract) => tract.workspace.create({ id: '\ud800' }), 'value/not-json'],
  ['a label that is not JSON', (tract) => tract.user('x', { metadata: { a: undefined as never } }), 'value/not-json'],
  ['a tag that is half a character', (tract) => tract.user('x', { tags: ['\ud800'] }), 'value/not-json'],
])('%s', (_, act, code) => {
  using tract = Tract.open()
  expect([faultOf(() => act(tract)), tract.workspace.verify().kind, tract.workspace.replay().kind, goesOn(tract)]).toEqual([code, 'intact', 'same', 'append'])
})

const goesOn = (tract: Tract) => {
  tract.configure({ budget: null })
  return tract.user('goes on').kind
}
