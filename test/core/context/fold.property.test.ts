import { expect, test } from 'vitest'
import { fold } from '../../../core/context/reduce.ts'
import { eachEntry, emptyState, isShown } from '../../../core/context/state.ts'
import type { State } from '../../../core/context/state.ts'
import { openStates } from '../../../core/context/states.ts'
import { naiveContext } from '../../helpers/naiveContext.ts'
import type { NaiveContext, NaiveMessage } from '../../helpers/naiveContext.ts'
import { profiles, randomHistory } from '../../helpers/randomHistory.ts'
import { forSeeds } from '../../helpers/random.ts'

/** A state in the words of the slow fold. */
function spelledOut(state: State): NaiveContext {
  const messages: NaiveMessage[] = []
  eachEntry(state, (entry) => {
    const { tokens: _, summary, ...rest } = entry
    const force = { isSummary: summary !== null, inForce: summary?.inForce ?? false, inForceBy: summary?.inForceBy ?? null, inForceAt: summary?.inForceAt ?? null }
    messages.push({ ...rest, ...force, shown: isShown(state, entry) })
  })
  return { messages, shown: state.shown, tokens: state.tokens }
}

/** Compares as text: a hundred times cheaper than field by field. */
function expectSame(actual: NaiveContext, expected: NaiveContext): void {
  const sorted = ({ messages, ...rest }: NaiveContext) => JSON.stringify({ ...rest, messages: messages.map((one) => Object.entries(one).toSorted(([a], [b]) => (a < b ? -1 : 1))) })
  expect(sorted(actual)).toBe(sorted(expected))
}

test.each(Object.entries(profiles))('a context grown commit by commit is the one of the definition, and never changes afterwards: %s', (_, weights) => {
  forSeeds(800, (random) => {
    const { history, step } = randomHistory(random, weights)
    const states = openStates(history.source, { maxStates: 1 + random.below(12), maxCommits: 1_000 })
    const seen: { readonly key: number; readonly state: State; readonly context: NaiveContext }[] = []
    for (let steps = 4 + random.below(22); steps > 0; steps--) {
      const commit = step()
      const state = random.chance(0.5) ? states.extend(commit.parents[0]!, [commit]) : states.at(commit.key)
      const context = naiveContext(history, commit.key)
      expectSame(spelledOut(state), context)
      expect(state.messages).toBe(context.messages.length)
      seen.push({ key: commit.key, state, context })
    }
    const fresh = openStates(history.source)
    for (const { key, state, context } of seen) {
      expectSame(spelledOut(state), context)
      expectSame(spelledOut(fresh.at(key)), context)
    }
  })
})

test('a long context, too, over many chunks and several levels', () => {
  forSeeds(3, (random) => {
    const { history, tips, step } = randomHistory(random, { ...profiles.usual, append: 80, copy: 2, fork: 0, merge: 0 })
    for (let steps = 1_500; steps > 0; steps--) step()
    const longest = tips.toSorted((a, b) => naiveContext(history, b).messages.length - naiveContext(history, a).messages.length)[0]!
    const expected = naiveContext(history, longest)
    expect(expected.messages.length).toBeGreaterThan(512)
    expectSame(spelledOut(openStates(history.source).at(longest)), expected)
    const { commits } = history.source.line(longest, () => false)
    const stepwise = commits.reduce((state, commit) => fold(state, [commit], history.source.own), emptyState)
    expectSame(spelledOut(stepwise), expected)
  })
})

test('one more commit costs itself and what a merge brings in', () => {
  forSeeds(200, (random) => {
    const { history, step } = randomHistory(random, profiles.cross)
    const states = openStates(history.source)
    states.at(1)
    for (let steps = 20; steps > 0; steps--) {
      const commit = step()
      const brought = commit.kind === 'merge' ? history.source.own(commit.key).length : 0
      states.at(commit.parents[0]!)
      const before = states.reduced
      states.at(commit.key)
      expect(states.reduced - before).toBe(1 + brought)
    }
  })
})
