import { expect, test } from 'vitest'
import { readContext, readModels, whyNotAddress, whyNotContext } from '../../../renderer/settings/providerInput.ts'

test('model names are read from commas and lines, each once', () => expect(readModels('gpt-4o, gpt-4o-mini,\n gpt-4o ,,')).toEqual(['gpt-4o', 'gpt-4o-mini']))

test('only an address that can be asked is taken, and never with a password in it', () => {
  expect(['http://127.0.0.1:11434/v1', 'https://example.com', 'example.com/v1', 'ftp://example.com', 'https://me:secret@example.com/v1', ''].map((typed) => whyNotAddress(typed) === null)).toEqual([
    true,
    true,
    false,
    false,
    false,
    false,
  ])
})

test('a context size is a whole number of tokens, gaps and all; blank is none', () => {
  expect([readContext('32 768'), readContext(' '), ['8192', '', '100', '1.5k', '-1'].map((typed) => whyNotContext(typed) === null)]).toEqual([32_768, null, [true, true, false, false, false]])
})
