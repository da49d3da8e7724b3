import { describe, expect, test } from 'vitest'
import type { Content, OwnContentType, Priority, Role } from '../../../core/model/content.ts'
import { contentTypes, nameOf, ownTypes, parseContent, priorityOf, roleOf, searchText, textOf, withText } from '../../../core/model/contentTypes.ts'
import { Fault } from '../../../core/model/fault.ts'
import { faultOf } from '../../helpers/faultOf.ts'

type Row = {
  readonly content: Content
  readonly role: Role
  readonly priority: Priority
  readonly text: string
  readonly name?: string
  /** What a search finds it by. */
  readonly words: string
  /** With `new` in place of its text; null where it has no text of its own. */
  readonly changed: object | null
}
const valid: { readonly [Type in OwnContentType]: Row } = {
  instruction: { content: { type: 'instruction', text: 'Be kind.' }, role: 'system', priority: 'pinned', text: 'Be kind.', words: 'Be kind.', changed: { text: 'new' } },
  dialogue: { content: { type: 'dialogue', role: 'user', text: '', name: 'Ann' }, role: 'user', priority: 'normal', text: '', name: 'Ann', words: 'Ann', changed: { text: 'new' } },
  reasoning: { content: { type: 'reasoning', text: 'Hm', signature: 'c2ln' }, role: 'assistant', priority: 'normal', text: 'Hm', words: 'Hm', changed: { text: 'new' } },
  tool_call: {
    content: { type: 'tool_call', callId: 'c', tool: 'add', input: { b: 1, a: [2, { deep: true }], none: null } }, role: 'assistant', priority: 'normal',
    text: 'add({"a":[2,{"deep":true}],"b":1,"none":null})', words: 'add\nb\n1\na\n2\ndeep\ntrue\nnone\nc', changed: null,
  },
  tool_result: {
    content: { type: 'tool_result', callId: 'c', tool: 'add', output: 'three', status: 'success' }, role: 'tool', priority: 'normal', text: 'three', words: 'add\nthree\nc',
    changed: { output: 'new' },
  },
  artifact: {
    content: { type: 'artifact', artifactType: 'code', content: 'let a', language: 'ts', ref: 'src/a.ts' }, role: 'assistant', priority: 'normal',
    text: 'src/a.ts\n```ts\nlet a\n```', words: 'code\nts\nsrc/a.ts\nlet a', changed: { content: 'new' },
  },
  output: { content: { type: 'output', text: '# Done', format: 'markdown' }, role: 'assistant', priority: 'normal', text: '# Done', words: '# Done', changed: { text: 'new' } },
  freeform: { content: { type: 'freeform', payload: { z: 'x', a: 0.5 } }, role: 'assistant', priority: 'normal', text: '{"a":0.5,"z":"x"}', words: 'z\nx\na\n0.5', changed: null },
  session: {
    content: { type: 'session', sessionType: 'handoff', summary: 'Half done.', decisions: ['oak', 'two doors'], failedApproaches: [], nextSteps: ['glue'] }, role: 'system', priority: 'pinned',
    text: 'Half done.\n\n### Decisions\n- oak\n- two doors\n\n### Next steps\n- glue', words: 'Half done.\noak\ntwo doors\nglue', changed: { summary: 'new' },
  },
  summary: { content: { type: 'summary', text: 'They met.' }, role: 'user', priority: 'normal', text: 'They met.', words: 'They met.', changed: { text: 'new' } },
}
const optional = ['name', 'signature', 'language', 'ref']

describe.each(Object.entries(valid))('%s', (_type, { content, changed, ...expected }) => {
  test('has its role, its first priority, its text, its name and its words', () => {
    const { role, priority, text, words, name = null } = expected
    const found = { role: roleOf(content), priority: priorityOf(content.type), text: textOf(content, ownTypes), words: searchText(content), name: nameOf(content) }
    expect([parseContent(content), found]).toEqual([content, { role, priority, text, words, name }])
  })

  test.each(Object.keys(content).filter((field) => field !== 'type' && !optional.includes(field)))('is refused without %s', (field) => {
    const { [field as 'type']: _, ...rest } = content
    expect(faultOf(() => parseContent(rest as Content))).toBe('content/invalid')
  })

  test.each(Object.keys(content).filter((field) => optional.includes(field)))('does without %s', (field) => {
    const { [field as 'type']: _, ...rest } = content
    expect(parseContent(rest as Content)).toEqual(rest)
  })

  test.each<[string, object]>([
    ['a field that is not its own', { ...content, colour: 'red' }],
    ['__proto__ as a field', JSON.parse(`{"__proto__":1,${JSON.stringify(content).slice(1)}`) as object],
    ['another type', { ...content, type: 'note' }],
    ['a type that every object has', { ...content, type: 'constructor' }],
    ['no type', { ...content, type: undefined }],
    ['a number in every field', { ...Object.fromEntries(Object.keys(content).map((field) => [field, 1])), type: content.type }],
    ['a name that is empty', { ...content, name: '', callId: '', artifactType: '' }],
  ])('is refused with %s', (_, wrong) => expect(faultOf(() => parseContent(wrong as Content))).toBe('content/invalid'))

  test(changed === null ? 'has no text of its own to replace' : 'takes another text and keeps its other fields', () => {
    if (changed === null) expect(faultOf(() => withText(content, 'new', ownTypes))).toBe('content/invalid')
    else expect(parseContent(withText(content, 'new', ownTypes))).toEqual({ ...content, ...changed })
  })
})

test('every type has a row, here and in the table', () => expect([Object.keys(valid).toSorted(), [...ownTypes.keys()].toSorted()]).toEqual([Object.keys(contentTypes).toSorted(), Object.keys(contentTypes).toSorted()]))

test.each([null, undefined, 'text', 1, [], () => 1])('%s is no content', (value) => expect(faultOf(() => parseContent(value as never))).toBe('content/invalid'))

test.each<[string, object]>([
  ['dialogue of a tool', { type: 'dialogue', role: 'tool', text: 'x' }],
  ['a result that is neither success nor error', { type: 'tool_result', callId: 'c', tool: 't', output: 1, status: 'ok' }],
  ['a payload that is a list', { type: 'freeform', payload: [] }],
  ['decisions that are no texts', { ...valid.session.content, decisions: [1] }],
  ['a language that would end its line', { type: 'artifact', artifactType: 'code', content: '', language: 'a\nb' }],
])('%s is refused', (_, content) => expect(faultOf(() => parseContent(content as Content))).toBe('content/invalid'))

test.each<[string, Content, string]>([
  ['data as JSON', { type: 'tool_result', callId: 'c', tool: 't', output: { b: 1, a: null }, status: 'error' }, '{"a":null,"b":1}'],
  ['an artifact without a language as it stands', { type: 'artifact', artifactType: 'text', content: 'a```b' }, 'a```b'],
  ['code that has fences in it inside a longer one', { type: 'artifact', artifactType: 'text', content: '```\n````', language: 'md' }, '`````md\n```\n````\n`````'],
  ['an artifact with nothing in it as nothing', { type: 'artifact', artifactType: 'code', content: ' ', language: 'ts' }, ' '],
  ['a session without a word as nothing', { type: 'session', sessionType: 'start', summary: '', decisions: [], failedApproaches: [], nextSteps: [] }, ''],
])('reads %s', (_, content, text) => expect(textOf(content, ownTypes)).toBe(text))

test('a result that is data has no text to replace', () => {
  expect(faultOf(() => withText({ type: 'tool_result', callId: 'c', tool: 't', output: ['x'], status: 'success' }, 'new', ownTypes))).toBe('content/invalid')
})

test('a type that nobody registered reads as its data, is found by its words, and is refused as new', () => {
  const content = { type: 'invoice', total: 5, lines: ['oak'] } as never
  let problems: readonly string[] = []
  try {
    parseContent(content)
  } catch (error) {
    if (Fault.is(error, 'content/invalid')) problems = error.data.problems
  }
  expect([textOf(content, ownTypes), searchText(content), problems]).toEqual(['{"lines":["oak"],"total":5}', '5\noak', [`this type isn't registered here; there are ${Object.keys(contentTypes).join(', ')}`]])
})
