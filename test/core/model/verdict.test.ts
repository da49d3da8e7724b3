import { describe, expect, test } from 'vitest'
import { autonomies, risks } from '../../../core/model/autonomy.ts'
import { leastOf, verdictOf } from '../../../core/model/verdict.ts'

test.each([
  ['read', ['runs', 'runs', 'runs']],
  ['annotate', ['proposed', 'runs', 'runs']],
  ['rewrite', ['proposed', 'proposed', 'runs']],
  ['destroy', ['refused', 'refused', 'refused']],
] as const)('acts that %s', (risk, verdicts) => {
  expect(autonomies.map((autonomy) => verdictOf(risk, autonomy))).toEqual(verdicts)
})

describe('who allows less wins', () => {
  test.each(autonomies.flatMap((a) => autonomies.map((b) => [a, b] as const)))('%s and %s', (a, b) => {
    const least = leastOf(a, b)
    expect(least).toBe(leastOf(b, a))
    expect(leastOf(a, null, undefined, b)).toBe(least)
    // Nothing runs under both that doesn't run under each.
    for (const risk of risks) if (verdictOf(risk, least) === 'runs') expect([verdictOf(risk, a), verdictOf(risk, b)]).toEqual(['runs', 'runs'])
  })
})
