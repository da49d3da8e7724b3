import { expect, test } from 'vitest'
import { failureOf, runAlone } from './histories.ts'
import { seeds } from './seeds.ts'
import { shrink } from './shrink.ts'

test.each(seeds.map(([profile, rows], i) => ({ i, profile, steps: rows.map(([kind, a, b, c]) => ({ kind, a, b, c })) })))('the history of row $i, which once broke a property, breaks none ($profile)', ({ profile, steps }) => {
  expect(failureOf(() => runAlone(profile, steps))).toBeNull()
})

test('what fails is shrunk to the steps that it needs', () => {
  const steps = Array.from({ length: 40 }, (_, i) => i)
  const asked: number[] = []
  const needs = (part: readonly number[]) => (asked.push(part.length), part.includes(7) && part.includes(31) && part.indexOf(7) < part.indexOf(31))
  expect([shrink(steps, needs), asked.length < 400]).toEqual([[7, 31], true])
})
