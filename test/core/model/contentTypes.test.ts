import { describe, expect, test } from 'vitest'
import type { Content, ContentType, Priority, Role } from '../../../core/model/content.ts'
import { contentTypes, nameOf, parseContent, priorityOf, roleOf, textOf, withText } from '../../../core/model/contentTypes.ts'
import { faultOf } from '../../helpers/faultOf.ts'

type Row = { readonly content: Content; readonly role: Role; readonly priority: Priority; readonly text: string; readonly name: string | null; readonly hasText: boolean }
const valid: { readonly [Type in ContentType]: Row } = {
  instruction: { content: { type: 'instruction', text: 'Be kind.' }, role: 'system', priority: 'pinned', text: 'Be kind.', name: null, hasText: true },
  dialogue: { content: { type: 'dialogue', role: 'user', text: '', name: 'Ann' }, role: 'user', priority: 'normal', text: '', name: 'Ann', hasText: true },
  reasoning: { content: { type: 'reasoning', text: 'Hm', signature: '' }, role: 'assistant', priority: 'normal', text: 'Hm', name: null, hasText: true },
  tool_call: { content: { type: 'tool_call', callId: 'c', tool: 'add', input: { b: 1, a: [2] } }, role: 'assistant', priority: 'normal', text: 'add({"a":[2],"b":1})', name: null, hasText: false },
  tool_result: { content: { type: 'tool_result', callId: 'c', tool: 'add', output: null, status: 'success' }, role: 'tool', priority: 'normal', text: 'null', name: null, hasText: false },
}

describe.each(Object.entries(valid))('%s', (type, { content, hasText, ...expected }) => {
  test('has its role, its first priority, its text and its name', () => {
    const { role, priority, text, name } = expected
    expect([parseContent(content), roleOf(content), priorityOf(content.type), textOf(content), nameOf(content)]).toEqual([content, role, priority, text, name])
  })

  test.each(Object.keys(content).filter((field) => field !== 'type' && field !== 'name' && field !== 'signature'))('is refused without %s', (field) => {
    const { [field as 'type']: _, ...rest } = content
    expect(faultOf(() => parseContent(rest as Content))).toBe('content/invalid')
  })

  test.each<[string, object]>([
    ['a field that is not its own', { ...content, colour: 'red' }],
    ['another type', { ...content, type: 'note' }],
    ['a type that every object has', { ...content, type: 'constructor' }],
    ['no type', { ...content, type: undefined }],
    ['a text that is a number', { ...content, text: 1, callId: 1 }],
    ['an empty name', { ...content, name: '', callId: '' }],
  ])('is refused with %s', (_, wrong) => expect(faultOf(() => parseContent(wrong as Content))).toBe('content/invalid'))

  test(hasText ? 'takes another text and keeps its other fields' : 'has no text of its own to replace', () => {
    if (hasText) expect(withText(content, 'new')).toEqual({ ...content, text: 'new' })
    else expect(faultOf(() => withText(content, 'new'))).toBe('content/invalid')
    expect(Object.keys(contentTypes)).toContain(type)
  })
})

test.each([null, undefined, 'text', 1, [], () => 1])('%s is no content', (value) => expect(faultOf(() => parseContent(value as never))).toBe('content/invalid'))

test.each<[string, Content]>([
  ['dialogue of a tool', { type: 'dialogue', role: 'tool' as 'user', text: 'x' }],
  ['a result that is neither success nor error', { type: 'tool_result', callId: 'c', tool: 't', output: 1, status: 'ok' as 'error' }],
])('%s is refused', (_, content) => expect(faultOf(() => parseContent(content))).toBe('content/invalid'))
