import type { Clock } from '../ports.ts'
import type { Admission } from './admit.ts'

/** Slows down whoever tries tokens: from the tenth wrong one on each refusal takes a second. */
export type Guesses = { answer(admission: Admission, refuse: () => void): void }

const freeGuesses = 10
const waitMs = 1000

export function createGuesses(clock: Clock): Guesses {
  let wrong = 0
  return {
    answer(admission, refuse) {
      if (admission === 'wrongToken') wrong++
      if (admission === 'wrongToken' && wrong > freeGuesses) clock.after(waitMs, refuse)
      else refuse()
    },
  }
}
