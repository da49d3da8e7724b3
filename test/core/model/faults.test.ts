import { describe, expect, test } from 'vitest'
import { asFault, Fault, toReport } from '../../../core/model/fault.ts'
import type { FaultCode } from '../../../core/model/fault.ts'
import { faultTable } from '../../../core/model/faultTable.ts'

/** Facts for any code: every field that some code asks for. Lists once filled and once empty. */
function sample(list: readonly string[]): { readonly [field: string]: unknown } {
  const word = 'a-word'
  return {
    path: '/there/notes.tract', aside: '/there/notes.tract-wal.bak', tool: 'compress', profile: 'observer', ceiling: 'manual', risk: 'rewrite', state: 'idle', verb: 'annotate', found: 'it is odd', type: 'dialogue', problems: ['it: is odd'], ref: 'main', similar: list, candidates: ['0'.repeat(64), '1'.repeat(64)],
    name: word, branch: 'main', commit: 'c'.repeat(64), target: 'd'.repeat(64), expected: 'dialogue', actual: 'reasoning', kind: 'edit', max: 10, used: 11, pct: 110, over: true,
    cursor: word, field: 'topP', task: 'chat', client: 'OpenAI', host: 'api.example.org', boundTo: 'example.org', status: 401, retryAt: 1000, url: 'http://localhost:1', reason: 'It is off', holds: 'allPinned',
    model: 'm', messages: list, waitMs: 1500, failures: 3, answers: 2, id: word, hash: 'e'.repeat(64), seq: 5, last: 4, version: 9, handle: word, needed: '22.12.0', what: word,
    tract: word, commits: 2, into: 'other', conflict: word, conflicts: list, moved: list.map((name) => ({ ref: name, before: null, after: null })), how: 'skipped', message: 'f'.repeat(64), summary: 'a'.repeat(64),
    from: 'main', to: 'HEAD', runs: list.map((id) => [id]), texts: 2, pinned: list, run: 0, originalTokens: 10, summaryTokens: 11, inside: list, operator: 'like', refs: list, onto: 'main', limit: 8192, sent: 8420, at: 1000, by: 'op_1', report: { ok: false, depth: 'full', findings: list.map((text) => ({ text: `${text}.` })), counts: {}, digest: null },
  }
}
const codes = Object.keys(faultTable) as readonly FaultCode[]

describe.each(codes)('%s', (code) => {
  test.each([['with everything known', ['main']], ['with empty lists', []]])('reads as a sentence %s', (_, list) => {
    const { message, hint, lost, kind, retryable } = new Fault(code, sample(list))
    const words = [message, lost, ...(hint === null ? [] : [hint])]
    expect(words.filter((text) => /undefined|null(?!\.$)|NaN|\[object|\$\{/.test(text) || text.trim() === '')).toEqual([])
    expect(message).toMatch(/[.!?]$/)
    expect([['user', 'environment', 'bug'].includes(kind), typeof retryable, code]).toEqual([true, 'boolean', expect.stringMatching(/^[a-z]+\/[a-z-]+$/)])
  })
})

test('a fault is told apart by its code and becomes plain data', () => {
  const fault = new Fault('branch/not-found', { name: 'mian', similar: ['main'] })
  const report = toReport(fault)
  expect([Fault.is(fault), Fault.is(fault, 'branch/not-found'), Fault.is(fault, 'branch/exists'), Fault.is(new Error('x')), Fault.is(null)]).toEqual([true, true, false, false, false])
  expect(JSON.parse(JSON.stringify(report))).toEqual({
    code: 'branch/not-found', kind: 'user', message: 'There is no branch "mian".', hint: 'Did you mean "main"?', lost: 'nothing', retryable: false, data: { name: 'mian', similar: ['main'] },
  })
})

test.each<[string, unknown, string]>([['an error', new TypeError('oh'), 'oh'], ['a text', 'oh', 'oh'], ['nothing', undefined, 'undefined']])('%s that is no fault counts as a bug', (_, thrown, what) => {
  const fault = asFault(thrown)
  expect([fault.code, fault.kind, fault.data, fault.cause]).toEqual(['internal/bug', 'bug', { what }, thrown])
})
