import { expect, test } from 'vitest'
import { asCallId } from '../../../core/model/ids.ts'
import type { CallFacts } from '../../../core/model/context.ts'
import { resolutionOfAnswer } from '../../../renderer/settings/resolutionOfAnswer.ts'

const call: CallFacts = { call: asCallId('c'), client: 'OpenAI', stopReason: 'end', usage: null, durationMs: 1, firstTokenMs: null, costUsd: null, notSent: ['topK'], truncated: false }

test('an answer tells what it was made with, from which level, and what was not sent', () => {
  const rows = resolutionOfAnswer({
    generationConfig: { model: 'gpt-4o', temperature: 0, topK: 40, extra: { user: 'me' } },
    configLevels: { model: 'client', temperature: 'sugar', topK: 'llmConfig', extra: 'default' },
    call,
  })
  expect(rows.filter(({ used }) => used !== null)).toEqual([
    { name: 'model', field: 'model', set: { client: 'gpt-4o' }, used: { value: 'gpt-4o', from: 'client' }, sentAs: null, notSent: null },
    { name: 'temperature', field: 'temperature', set: { sugar: 0 }, used: { value: 0, from: 'sugar' }, sentAs: null, notSent: null },
    { name: 'top_k', field: 'topK', set: { llmConfig: 40 }, used: { value: 40, from: 'llmConfig' }, sentAs: null, notSent: 'OpenAI has no top_k' },
    { name: 'user', field: 'extra', set: { default: 'me' }, used: { value: 'me', from: 'default' }, sentAs: null, notSent: null },
  ])
})

test('a message that no model wrote was made with nothing', () => expect(resolutionOfAnswer({ generationConfig: null, configLevels: {}, call: null })).toEqual([]))
