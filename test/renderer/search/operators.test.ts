import { describe, expect, test } from 'vitest'
import { readSearch } from '../../../core/history/search/readSearch.ts'
import { completionsFor, operators } from '../../../renderer/search/operators.ts'

const values = { branches: ['main', 'my branch'], models: ['gpt-4o', 'gpt-4o-mini'] }
const texts = (typed: string) => completionsFor(typed, values).map(({ text }) => text)

describe('how a search may go on', () => {
  test.each<[string, readonly string[]]>([
    ['', []],
    ['shoes ', []],
    ['ro', ['role:']],
    ['shoes B', ['shoes branch:', 'shoes by:', 'shoes before:']],
    ['role:', ['role:user ', 'role:assistant ', 'role:system ', 'role:tool ']],
    ['x is:h', ['x is:hidden ']],
    ['is:hidden', []],
    ['branch:m', ['branch:main ', 'branch:"my branch" ']],
    ['model:GPT-4O-', ['model:gpt-4o-mini ']],
    ['temp:', []],
  ])('%j', (typed, wanted) => {
    expect(texts(typed)).toEqual(wanted)
  })
})

test.each(operators.map(({ name, example }) => [name, example]))('%s is told as the core reads it', (name, example) => {
  expect(example.startsWith(name)).toBe(true)
  expect(readSearch(example, 0)).toMatchObject({ words: '' })
  for (const { text } of completionsFor(name, values)) expect(readSearch(text, 0).words).toBe('')
})
