import fc from 'fast-check'
import { expect, test } from 'vitest'
import { asSent, sharedPrefix } from '../../main/sharedPrefix.ts'

const line = fc.record({ role: fc.constantFrom('system', 'user', 'assistant'), blob: fc.constantFrom('a', 'b', 'c'), tokens: fc.nat(50) })
const sumOf = (lines: readonly { readonly tokens: number }[]): number => lines.reduce((sum, { tokens }) => sum + tokens, 0)

test('is the whole of two equal requests, and never more than either has', () => {
  fc.assert(
    fc.property(fc.array(line, { maxLength: 8 }), fc.array(line, { maxLength: 8 }), (sent, next) => {
      expect(sharedPrefix(next, next)).toEqual({ count: next.length, tokens: sumOf(next) })
      const { count, tokens } = sharedPrefix(sent, next)
      expect(count).toBeLessThanOrEqual(Math.min(sent.length, next.length))
      expect(tokens).toBe(sumOf(next.slice(0, count)))
      expect(next.slice(0, count).map(({ role, blob }) => [role, blob])).toEqual(sent.slice(0, count).map(({ role, blob }) => [role, blob]))
    }),
  )
})

test('a request that only goes on has all of the one before', () => {
  fc.assert(
    fc.property(fc.array(line), fc.array(line), (sent, more) => {
      expect(sharedPrefix(sent, [...sent, ...more]).count).toBeGreaterThanOrEqual(sent.length)
    }),
  )
})

test('a rule that comes late stands at the top for Anthropic, so all behind it is read anew', () => {
  const [rule, hello, late] = [{ role: 'system', blob: 'r', tokens: 5 }, { role: 'user', blob: 'h', tokens: 7 }, { role: 'system', blob: 'l', tokens: 4 }]
  const prefixAs = (form: 'openai' | 'anthropic') => sharedPrefix(asSent([rule, hello], form), asSent([rule, hello, late], form))
  expect([prefixAs('openai'), prefixAs('anthropic')]).toEqual([{ count: 2, tokens: 12 }, { count: 1, tokens: 5 }])
})
