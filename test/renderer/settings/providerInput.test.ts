import { expect, test } from 'vitest'
import { readModels, whyNotAddress } from '../../../renderer/settings/providerInput.ts'

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
