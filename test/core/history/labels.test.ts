import { expect, test } from 'vitest'
import { Tract } from 'tract-studio'
import { faultOf } from '../../helpers/faultOf.ts'

test.each([
  ['a message that is no text', { message: 5 }],
  ['tags that are no list', { tags: 'x' }],
  ['a tag that is no text', { tags: ['x', 5] }],
  ['metadata that is no object', { metadata: ['x'] }],
])('%s is refused, and nothing is written', (_, labels) => {
  using tract = Tract.open()
  expect([faultOf(() => tract.user('Hi', labels as never)), tract.status().commitCount]).toEqual(['content/invalid', 0])
})

test.each([
  ['a temperature in words', { temperature: 'hot' }],
  ['a temperature below 0', { temperature: -1 }],
])('%s is refused as a setting', (_, defaultConfig) => {
  using tract = Tract.open()
  expect([faultOf(() => tract.configure({ defaultConfig: defaultConfig as never })), tract.config.defaultConfig]).toEqual(['config/bad-value', {}])
})

test.each([[1.5, 1], [Number.NaN, 3], [0, 1]])('a page of %s rows has %s', (limit, rows) => {
  using tract = Tract.open()
  for (const text of ['a', 'b', 'c']) tract.user(text)
  expect([tract.log({ limit }).items.length, tract.graph({ limit }).items.length]).toEqual([rows, rows])
})
