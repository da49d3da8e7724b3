import { beforeEach, expect, test, vi } from 'vitest'
import type { ProfileName } from './steps.ts'

/** The rule that is left out. */
const mutant = vi.hoisted((): { without: string | null } => ({ without: null }))

vi.mock(import('../../core/history/merge/corrections.ts'), async (load) => {
  const rules = await load()
  return {
    ...rules,
    correctionsFor: (sides, outcomes) => {
      const isLeftOut = mutant.without === 'corrections' || (mutant.without === 'noFf correction' && sides.ours.own.length === 0)
      return isLeftOut ? [] : rules.correctionsFor(sides, outcomes)
    },
  }
})
vi.mock(import('../../core/history/merge/groups.ts'), async (load) => {
  const rules = await load()
  return {
    ...rules,
    mergeGroups: (...given) => {
      const found = rules.mergeGroups(...given)
      return mutant.without === 'group conflicts' ? { ...found, conflicts: [] } : found
    },
  }
})
vi.mock(import('../../core/history/merge/seen.ts'), async (load) => {
  const rules = await load()
  const asItself = <S extends { readonly own: readonly { readonly kind: string; readonly key: number; readonly change: number }[] }>(side: S): S => ({
    ...side, changes: new Set(side.own.map(({ kind, key, change }) => (kind === 'append' || kind === 'compress' ? change : key))),
  })
  return {
    ...rules,
    seenIn: ({ ours, theirs }) => rules.seenIn(mutant.without === 'change ids' ? { ours: asItself(ours), theirs: asItself(theirs) } : { ours, theirs }),
    threeWay: (oursSeen, theirsSeen, isBase) =>
      rules.threeWay(oursSeen, theirsSeen, mutant.without === 'base tie-break' ? { ours: () => false, theirs: () => false } : isBase),
  }
})
vi.mock(import('../../core/history/merge/nestedSummaries.ts'), async (load) => {
  const rules = await load()
  return {
    ...rules,
    nestedIn: (...given) => {
      const nested = rules.nestedIn(...given)
      return mutant.without === 'nested summaries' ? { ...nested, bring: [] } : nested
    },
  }
})

// Whatever was loaded before this file has the rules as they are: load the core anew, with the mutants in it.
vi.resetModules()
const { firstBroken } = await import('./histories.ts')
const { Violation } = await import('./violation.ts')

beforeEach(() => {
  mutant.without = null
})

test('with all rules in their place these histories hold', () => {
  expect([firstBroken('directed', 30), firstBroken('cross', 30)]).toEqual([null, null])
}, 60_000)

/** Each is broken by some history, and by what it is there for: not by a fault or a bug that the missing rule leads to. */
test.each<[string, ProfileName]>([
  ['corrections', 'cross'],
  ['group conflicts', 'directed'],
  ['change ids', 'few'],
  ['nested summaries', 'directed'],
  ['noFf correction', 'few'],
  ['base tie-break', 'cross'],
])('without the rule of %s some history breaks a property', (without, profile) => {
  mutant.without = without
  const broken = firstBroken(profile, 600)
  expect(broken?.failure).toBeInstanceOf(Violation)
}, 60_000)
