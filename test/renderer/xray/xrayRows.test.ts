import { describe, expect, it } from 'vitest'
import type { CommitHash, MessageId } from '../../../core/model/ids.ts'
import type { XrayLine } from '../../../main/contract/history.ts'
import { arranged, xrayRows } from '../../../renderer/xray/xrayRows.ts'

const line = (name: string, change: Partial<XrayLine> = {}): XrayLine => ({
  messageId: name as MessageId, role: 'user', contentType: 'dialogue', tokens: 10, priority: 'normal', edited: false, why: { kind: 'appended' }, preview: `text of ${name}`, ...change,
})
const me = { kind: 'user', id: 'someone' } as const
const rule = { kind: 'policy', id: 'old output' } as const

describe('rows of the X-ray', () => {
  it('says why each line is in, or its first words, and how large it is beside the largest', () => {
    const messages = [
      line('a', { tokens: 40, priority: 'pinned', why: { kind: 'pinned', by: rule, reason: null } }),
      line('b'),
      line('c', { edited: true }),
      line('d', { edited: true, why: { kind: 'pinned', by: me, reason: null } }),
    ]
    expect(xrayRows({ messages, excluded: [] }).shown.map(({ messageId, share, state, isCorrected, words }) => ({ messageId, share, state, isCorrected, words }))).toEqual([
      { messageId: 'a', share: 1, state: 'pinned', isCorrected: false, words: 'always, by rule old output' },
      { messageId: 'b', share: 0.25, state: 'in', isCorrected: false, words: 'text of b' },
      { messageId: 'c', share: 0.25, state: 'in', isCorrected: true, words: 'corrected' },
      { messageId: 'd', share: 0.25, state: 'pinned', isCorrected: true, words: 'always, by you, corrected' },
    ])
  })

  it('says why a line is left out', () => {
    const excluded = [
      { ...line('x'), why: { kind: 'skipped', by: me, reason: null } },
      { ...line('y'), why: { kind: 'skipped', by: rule, reason: 'too long' } },
    ] as const
    expect(xrayRows({ messages: [], excluded }).leftOut.map((row) => row.words)).toEqual(['hidden by you', 'hidden by rule old output: too long'])
  })

  it('says what a protocol makes of a line, and lists older texts that corrections replaced', () => {
    const [a, b] = [line('a', { edited: true, contentType: 'tool_call', role: 'assistant' }), line('b')]
    const replaced = [{ messageId: a.messageId, commit: 'first' as CommitHash, role: 'assistant', contentType: 'dialogue', tokens: 9, preview: 'was', by: rule }] as const
    const repairs = [{ messageId: a.messageId, kind: 'toText', text: 'A call without a result was sent as text.' }] as const
    const { shown, leftOut } = xrayRows({ messages: [a, b], excluded: [], replaced, repairs })
    expect(shown.map(({ words }) => words)).toEqual(['corrected, sent as text', 'text of b'])
    expect(shown[0]?.more).toContain('A call without a result was sent as text.')
    expect(leftOut.map(({ key, messageId, state, words, tokens }) => ({ key, messageId, state, words, tokens }))).toEqual([
      { key: 'a/first', messageId: 'a', state: 'replaced', words: 'replaced by correction, by rule old output', tokens: 9 },
    ])
  })

  it('can be sorted by size and narrowed to one kind; a summary names the steps it stands for', () => {
    const messages = [
      line('a', { tokens: 5 }),
      line('s', { tokens: 20, role: 'assistant', contentType: 'summary', why: { kind: 'summary', of: ['x', 'y'] as MessageId[] } }),
      line('t', { tokens: 50, role: 'tool', contentType: 'tool_result' }),
      line('c', { tokens: 8, role: 'assistant', contentType: 'tool_call' }),
    ]
    const rows = xrayRows({ messages, excluded: [{ ...line('h'), why: { kind: 'skipped', by: me, reason: null } }] })
    const ids = (...asked: [Parameters<typeof arranged>[1], Parameters<typeof arranged>[2]]) => arranged(rows, ...asked).shown.map(({ messageId }) => messageId)
    expect([ids('order', 'all'), ids('size', 'all'), ids('size', 'tool'), ids('order', 'summary'), ids('order', 'assistant')]).toEqual([['a', 's', 't', 'c'], ['t', 's', 'c', 'a'], ['t', 'c'], ['s'], []])
    expect([arranged(rows, 'order', 'tool').leftOut, arranged(rows, 'order', 'user').leftOut.length, rows.shown[1]?.sources]).toEqual([[], 1, ['x', 'y']])
  })
})
