import { expect, test } from 'vitest'
import { readRawBody } from '../../../renderer/xray/rawBody.ts'

test('a request that was typed is read, or what is wrong with it is said', () => {
  expect(readRawBody('{ "model": "small" }')).toEqual({ body: { model: 'small' }, problem: null })
  expect(['[1]', 'null', '"x"'].map((text) => readRawBody(text).problem)).toEqual(['A request is an object: { … }', 'A request is an object: { … }', 'A request is an object: { … }'])
  expect(readRawBody('{ "model": ').problem).toMatch(/^This is no JSON: /)
})
