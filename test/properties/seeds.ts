import type { ProfileName, StepKind } from './steps.ts'

/** Histories that once broke a property, as small as they could be made; what the test of random histories prints is a row. */
export const seeds: readonly (readonly [ProfileName, readonly (readonly [kind: StepKind, a: number, b: number, c: number])[]])[] = [
  // An edit and a pin against a skip: one conflict about the priority, not two.
  ['cross', [['append', 0.197, 0.694, 0.754], ['branch', 0.324, 0.361, 0.4], ['annotate', 0.612, 0.203, 0.181], ['edit', 0.019, 0.309, 0.91], ['switch', 0.966, 0.911, 0.621], ['annotate', 0.196, 0.498, 0.713], ['merge', 0.891, 0.878, 0.063]]],
  // A summary that a merge left out says so, and names the merge.
  ['cross', [['batch', 0.232, 0.467, 0.348], ['branch', 0.349, 0.018, 0.952], ['compress', 0.438, 0.799, 0.867], ['switch', 0.713, 0.938, 0.205], ['compress', 0.345, 0.537, 0.027], ['merge', 0.02, 0.734, 0.781]]],
  // A message in two summaries at once names both.
  ['usual', [['append', 0.821, 0.315, 0.348], ['branch', 0.499, 0.935, 0.095], ['compress', 0.208, 0.588, 0.738], ['switch', 0.879, 0.029, 0.603], ['compress', 0.143, 0.97, 0.51], ['merge', 0.694, 0.939, 0.392]]],
]
