import { spaced } from '../words/numbers.ts'
import type { TooLongFacts } from './tooLong.ts'

/** Why a message can't be sent: with it the context has more tokens than the model takes. */
export function whyOverLimit({ model, limit, sent }: TooLongFacts): string {
  const over = limit === null || sent === null ? 'More' : `${spaced(sent - limit)} tokens more`
  return `${over} than ${model} takes${limit === null ? '' : ` (${spaced(limit)})`}. Hide something, or choose another model`
}
