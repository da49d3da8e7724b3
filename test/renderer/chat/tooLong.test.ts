import { expect, test } from 'vitest'
import type { XrayLine } from '../../../main/contract/history.ts'
import { defaultRules } from '../../../core/llm/rules.ts'
import { maxAttempts } from '../../../renderer/chat/LiveCard.tsx'
import { largestSteps, refusedLength } from '../../../renderer/chat/tooLong.ts'
import { idOf } from './messages.ts'

const line = (name: string, tokens: number, change: Partial<XrayLine> = {}): XrayLine => ({
  messageId: idOf(name), role: 'assistant', contentType: 'dialogue', tokens, priority: 'normal', edited: false, why: { kind: 'appended' }, preview: name, ...change,
})

test('the largest steps are those that may go: no rule, nothing kept always, not the question itself', () => {
  const lines = [line('rule', 900, { role: 'system' }), line('pinned', 800, { priority: 'pinned' }), line('a', 10), line('b', 300), line('tool', 500, { role: 'tool' }), line('c', 40), line('question', 700, { role: 'user' })]
  expect([largestSteps(lines, [idOf('question')]), largestSteps(lines, [], 1), largestSteps([], [])]).toEqual([
    { messages: ['tool', 'b', 'c'], tokens: 840 },
    { messages: ['question'], tokens: 700 },
    { messages: [], tokens: 0 },
  ])
})

test('what a provider left out is filled in by what is known of its model', () => {
  const told = { client: 'A', model: 'm', limit: null, sent: null, found: 'no' }
  expect([refusedLength(told, undefined), refusedLength({ ...told, limit: 10, sent: 20 }, undefined)]).toEqual([
    { model: 'm', limit: null, sent: null, isEstimate: false },
    { model: 'm', limit: 10, sent: 20, isEstimate: false },
  ])
})

test('the attempts that are told are those the rules allow', () => expect(maxAttempts).toBe(defaultRules.maxRetries + 1))
