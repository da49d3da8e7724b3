import { expect, test } from 'vitest'
import { jsonRows } from '../../../renderer/xray/jsonRows.ts'

const shown = (value: Parameters<typeof jsonRows>[0], opened: readonly string[] = [], lineLength = 20) =>
  jsonRows(value, new Set(opened), lineLength).map(({ depth, name, text }) => `${'  '.repeat(depth)}${name === null ? '' : `"${name}": `}${text}`)

test('short values read exactly as JSON does', () => {
  const value = { model: 'm', temperature: 0.2, stream: true, stop: null, messages: [{ role: 'user', content: 'a "b"\n' }], tools: [], meta: {} }
  expect(shown(value).join('\n')).toBe(JSON.stringify(value, null, 2))
})

test('a long string is folded, and says how much of it isn’t shown', () => {
  const [, row] = jsonRows({ content: 'x'.repeat(50) }, new Set(), 20)
  expect(row).toEqual({ path: '$.content', depth: 1, name: 'content', text: `"${'x'.repeat(20)}…`, kind: 'string', folded: 30 })
})

test('an opened one stands on as many lines as it needs, broken where it has lines of its own', () => {
  const text = `first line\n${'y'.repeat(25)}\nend`
  const lines = shown({ content: text, next: 1 }, ['$.content'])
  expect(lines).toEqual(['{', '  "content": "first line\\n', `  ${'y'.repeat(20)}`, '  yyyyy\\n', '  end",', '  "next": 1', '}'])
  expect(new Set(jsonRows({ content: text }, new Set(['$.content']), 20).map(({ path }) => path)).size).toBe(6)
})

test('letters of more than one unit stay whole', () => {
  expect(shown('😀'.repeat(12), ['$'], 10).slice(1)).toEqual([`${'😀'.repeat(2)}"`])
})

test('a string of two lines stands open, broken behind a word', () => {
  expect(shown({ content: 'Does it start at delivery?' }, [], 20)).toEqual(['{', '  "content": "Does it start at ', '  delivery?"', '}'])
})
