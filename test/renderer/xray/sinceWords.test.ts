import { expect, test } from 'vitest'
import type { CachePrefix } from '../../../main/contract/xray.ts'
import { cacheTip, countWords } from '../../../renderer/xray/sinceWords.ts'

const said = (added: number, removed: number, changed: number): string => countWords({ added, removed, changed }).map(({ text }) => text).join(' ')

test('what came, went and changed is told with its sign, the noun once', () => {
  expect([said(2, 0, 0), said(1, 0, 0), said(2, 1, 0), said(0, 0, 1), said(1, 1, 1), said(0, 0, 0)]).toEqual(['+2 messages', '+1 message', '+2 −1 messages', '≠1 message', '+1 −1 ≠1 messages', 'nothing changed'])
})

test('the bar explains itself, with what the provider said of its cache', () => {
  const call = { at: new Date(2026, 10, 21, 14, 5, 12).getTime(), client: 'Local', model: 'm', inputTokens: 900, cachedInputTokens: 700 } as Extract<CachePrefix, { kind: 'known' }>['call']
  expect(cacheTip({ kind: 'known', tokens: 800, of: 1000, first: null, isOnlyMore: true, call })).toBe(
    'The first ~800 of 1\u2009000 tokens are just as m got them at 14:05:12. Providers charge less for a beginning that they read a short while ago. Of the last request Local took 700 from its cache.',
  )
  expect(cacheTip({ kind: 'new', client: 'Local', model: 'm', of: 5 })).toContain('Nothing was sent to m at Local from here.')
})
