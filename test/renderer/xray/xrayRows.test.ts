import { describe, expect, it } from 'vitest'
import type { MessageId } from '../../../core/model/ids.ts'
import type { XrayLine } from '../../../main/contract/history.ts'
import { xrayRows } from '../../../renderer/xray/xrayRows.ts'

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
})
