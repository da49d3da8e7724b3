import { describe, expect, test } from 'vitest'
import { areKeptPolicies } from '../../../core/history/checkPolicies.ts'
import type { KeptPolicy } from '../../../core/model/policy.ts'
import { keptOf, kinds, valueOf, whyNotValue, withPolicy, withValue } from '../../../renderer/policies/policyRows.ts'

const settingsOf = (kind: (typeof kinds)[number]) => keptOf([], kind).settings!

test.each([['compress', '60', '49'], ['pin', 'must|shall', '('], ['branch', '12', '2.5'], ['archive', '0.5', '0']] as const)('%s takes %s, not %s, and what it makes of it can be kept', (kind, good, bad) => {
  const settings = settingsOf(kind)
  const isGood = kind !== 'archive'
  expect([whyNotValue(settings, good) === null, whyNotValue(settings, bad)]).toEqual([isGood, expect.any(String)])
  const made = withValue(settings, isGood ? good : '30')
  expect([valueOf(made), areKeptPolicies([{ ...keptOf([], kind), settings: made }])]).toEqual([isGood ? good : '30', true])
})

test.each(kinds)('%s begins as it can be kept, and off', (kind) => {
  const kept = keptOf([], kind)
  expect([kept.isOn, areKeptPolicies([kept]), whyNotValue(kept.settings!, valueOf(kept.settings!))]).toEqual([false, true, null])
})

describe('the list', () => {
  const own: KeptPolicy = { name: 'mine', isOn: true, autonomy: null, settings: null }
  test('keeps its order and what is somebody’s own', () => {
    const first = withPolicy([own], { ...keptOf([], 'pin'), isOn: true })
    expect(withPolicy(first, { ...keptOf(first, 'pin'), isOn: false }).map(({ name, isOn }) => [name, isOn])).toEqual([['mine', true], ['pin', false]])
  })
})
