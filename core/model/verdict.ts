import { assertNever } from './assertNever.ts'
import { type Autonomy, autonomies, type Risk } from './autonomy.ts'

/** What becomes of an act: it is done, a person is asked first, or it isn't to be had at all. */
export type Verdict = 'runs' | 'proposed' | 'refused'

/** Decides about an act by its class and the lowest level that holds for it. Neither ever comes from what a model wrote. */
export function verdictOf(risk: Risk, autonomy: Autonomy): Verdict {
  switch (risk) {
    case 'read':
      return 'runs'
    case 'annotate':
      return autonomy === 'manual' ? 'proposed' : 'runs'
    case 'rewrite':
      return autonomy === 'autonomous' ? 'runs' : 'proposed'
    case 'destroy':
      return 'refused'
    default:
      return assertNever(risk)
  }
}

/** The least of several levels: who allows less wins. What is null says nothing. */
export const leastOf = (first: Autonomy, ...others: readonly (Autonomy | null | undefined)[]): Autonomy =>
  others.reduce<Autonomy>((least, one) => (one && autonomies.indexOf(one) < autonomies.indexOf(least) ? one : least), first)
