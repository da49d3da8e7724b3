import type { Random } from '../helpers/random.ts'

/**
 * One act, with three numbers in [0, 1) that choose among whatever exists at that moment. So any part of a list of steps is again a valid history,
 * and a failing one shrinks by leaving steps out.
 */
export type Step = { readonly kind: StepKind; readonly a: number; readonly b: number; readonly c: number }
export type StepKind =
  | 'append' | 'twin' | 'edit' | 'annotate' | 'compress' | 'gap' | 'expand' | 'branch' | 'switch' | 'checkout' | 'merge' | 'settle' | 'pick' | 'rebase' | 'reset'
  | 'undo' | 'redo' | 'restore' | 'revert' | 'configure' | 'delete' | 'rename' | 'tag' | 'batch' | 'wrapThree' | 'pickSummary' | 'decideBoth'
export type Weights = { readonly [Kind in StepKind]?: number }
export type Profile = {
  /** What a history begins with, so that there is something to choose from. */
  readonly first: readonly StepKind[]
  readonly weights: Weights
  readonly steps: number
  /** Time never moves. */
  readonly standing?: boolean
}

const usual: Weights = {
  append: 22, edit: 10, annotate: 10, compress: 8, gap: 3, expand: 5, branch: 7, switch: 8, checkout: 0.5, merge: 9, settle: 2, pick: 6, rebase: 3, reset: 2,
  undo: 3, redo: 2, restore: 0.7, revert: 0.7, configure: 1, delete: 1, rename: 0.5, tag: 0.5, batch: 1, twin: 1,
}
const rare: Weights = { reset: 0.4, delete: 0.4, undo: 0.4, redo: 0.4, restore: 0.4, revert: 0.4, rebase: 0.4 }

const forked: readonly StepKind[] = ['append', 'append', 'append', 'branch', 'append', 'switch', 'append']

export const profiles = {
  usual: { first: forked, weights: usual, steps: 18 },
  /** Merges of merges between few branches. */
  cross: { first: [...forked, 'branch', 'append'], weights: { ...usual, ...rare, append: 5, edit: 18, annotate: 12, branch: 1, switch: 22, merge: 26 }, steps: 18 },
  pick: { first: forked, weights: { ...usual, append: 6, edit: 20, branch: 2, switch: 14, pick: 24, rebase: 8, merge: 14 }, steps: 18 },
  /** Nested summaries that meet their originals. */
  wrap: { first: forked, weights: { append: 6, edit: 3, annotate: 2, compress: 14, gap: 4, expand: 14, branch: 4, switch: 14, merge: 10, pick: 16, rebase: 3 }, steps: 18 },
  long: { first: forked, weights: { ...usual, branch: 4 }, steps: 120 },
  fixedClock: { first: forked, weights: usual, steps: 18, standing: true },
  /** Two branches that write the same two messages, bring each other up to date, and write again. */
  few: { first: ['append', 'append', 'branch', 'edit', 'switch', 'edit'], weights: { append: 1, edit: 20, annotate: 10, compress: 3, expand: 3, switch: 20, merge: 26, settle: 6, pick: 9, rebase: 3 }, steps: 16 },
  /** The same three messages in summaries made, taken out and made again on two branches. */
  directed: {
    first: ['append', 'append', 'append', 'branch', 'wrapThree', 'switch', 'wrapThree'],
    weights: { append: 3, edit: 6, annotate: 5, wrapThree: 18, expand: 14, branch: 1, switch: 16, merge: 12, pickSummary: 10, decideBoth: 5, rebase: 2 }, steps: 16,
  },
} as const satisfies { readonly [name: string]: Profile }
export type ProfileName = keyof typeof profiles

export function randomSteps(random: Random, { first, weights, steps }: Profile): readonly Step[] {
  const number = () => random.below(1000) / 1000
  const kinds = Array.from({ length: steps }, () => random.weighted(weights as { [Kind in StepKind]: number }))
  return [...first, ...kinds].map((kind) => ({ kind, a: number(), b: number(), c: number() }))
}

/** What `number` in [0, 1) chooses; undefined where there is nothing. */
export const choose = <T>(list: readonly T[], number: number): T | undefined => list[Math.floor(number * list.length)]

/** The same, but mostly among the first few: there the branches meet. */
export const chooseEarly = <T>(list: readonly T[], number: number): T | undefined => choose((number * 10) % 1 < 0.6 ? list.slice(0, 3) : list, number)

/** As `name(a, b, c)`, one line: a row for `seeds.ts`. */
export const rowOf = (profile: ProfileName, steps: readonly Step[]): string =>
  `['${profile}', [${steps.map(({ kind, a, b, c }) => `['${kind}', ${a}, ${b}, ${c}]`).join(', ')}]],`
