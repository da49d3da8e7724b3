import { expect, test } from 'vitest'
import { createGuesses } from '../../../main/web/guesses.ts'
import { handClock } from '../../helpers/handClock.ts'

test('the eleventh wrong token and every later one wait a second for their refusal', () => {
  const clock = handClock()
  const guesses = createGuesses(clock)
  let refused = 0
  for (let i = 0; i < 12; i++) guesses.answer('wrongToken', () => refused++)
  guesses.answer('noToken', () => refused++)
  guesses.answer('refused', () => refused++)
  const atOnce = refused
  clock.advance(999)
  const before = refused
  clock.advance(1)
  expect({ atOnce, before, after: refused }).toEqual({ atOnce: 12, before: 12, after: 14 })
})
