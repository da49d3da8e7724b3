import { expect, test } from 'vitest'
import { readSetting, typedSetting } from '../../../renderer/chat/readSetting.ts'

test.each([
  ['temperature', '0', { kind: 'value', value: 0 }],
  ['temperature', ' 0,7 ', { kind: 'value', value: 0.7 }],
  ['temperature', '', { kind: 'none' }],
  ['temperature', '2.1', { kind: 'problem', words: 'a number from 0 to 2' }],
  ['topP', '.9', { kind: 'value', value: 0.9 }],
  ['maxTokens', '1 024', { kind: 'value', value: 1024 }],
  ['maxTokens', '1,024', { kind: 'value', value: 1024 }],
  ['maxTokens', '0', { kind: 'problem', words: 'a whole number from 1 to 100 000 000' }],
  ['maxTokens', '12.5', { kind: 'problem', words: 'a whole number from 1 to 100 000 000' }],
  ['seed', '-3', { kind: 'value', value: -3 }],
  ['seed', '9007199254740993', { kind: 'problem', words: 'a whole number' }],
  ['presencePenalty', '-2.5', { kind: 'problem', words: 'a number from −2 to 2' }],
  ['topK', 'many', { kind: 'problem', words: 'a whole number from 1 to 1 000 000' }],
  ['stopSequences', 'END\n\\n\\nUser:', { kind: 'value', value: ['END', '\n\nUser:'] }],
  ['stopSequences', '\n', { kind: 'none' }],
  ['stopSequences', 'x'.repeat(201), { kind: 'problem', words: 'at most 16, of 200 letters each' }],
] as const)('%s typed as %j', (field, typed, read) => {
  expect(readSetting(field, typed)).toEqual(read)
})

test('what is shown to be typed on is read as the same again', () => {
  const values = { temperature: 0.25, seed: -1, stopSequences: ['\n\n', 'END'] } as const
  expect(Object.entries(values).map(([field, value]) => readSetting(field as keyof typeof values, typedSetting(value)))).toEqual(Object.values(values).map((value) => ({ kind: 'value', value })))
  expect(typedSetting(undefined)).toBe('')
})
