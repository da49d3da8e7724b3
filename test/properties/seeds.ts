import type { ProfileName, StepKind } from './steps.ts'

/** Histories that once broke a property, as small as they could be made; what the test of random histories prints is a row. */
export const seeds: readonly (readonly [ProfileName, readonly (readonly [kind: StepKind, a: number, b: number, c: number])[]])[] = [
  // An edit and a pin against a skip: one conflict about the priority, not two.
  ['cross', [['append', 0.197, 0.694, 0.754], ['branch', 0.324, 0.361, 0.4], ['annotate', 0.612, 0.203, 0.181], ['edit', 0.019, 0.309, 0.91], ['switch', 0.966, 0.911, 0.621], ['annotate', 0.196, 0.498, 0.713], ['merge', 0.891, 0.878, 0.063]]],
  // A summary that a merge left out says so, and names the merge.
  ['cross', [['batch', 0.232, 0.467, 0.348], ['branch', 0.349, 0.018, 0.952], ['compress', 0.438, 0.799, 0.867], ['switch', 0.713, 0.938, 0.205], ['compress', 0.345, 0.537, 0.027], ['merge', 0.02, 0.734, 0.781]]],
  // A message in two summaries at once names both.
  ['usual', [['append', 0.821, 0.315, 0.348], ['branch', 0.499, 0.935, 0.095], ['compress', 0.208, 0.588, 0.738], ['switch', 0.879, 0.029, 0.603], ['compress', 0.143, 0.97, 0.51], ['merge', 0.694, 0.939, 0.392]]],
  // A merge asks the same the other way round: what only ours touched is looked at too.
  ['long', [['append', 0.011, 0.953, 0.974], ['append', 0.382, 0.25, 0.302], ['append', 0.528, 0.858, 0.982], ['branch', 0.861, 0.271, 0.578], ['append', 0.862, 0.78, 0.613], ['append', 0.58, 0.971, 0.666], ['append', 0.27, 0.979, 0.274], ['edit', 0.328, 0.34, 0.177], ['edit', 0.3, 0.471, 0.583], ['switch', 0.948, 0.716, 0.823], ['branch', 0.579, 0.757, 0.126], ['append', 0.07, 0.71, 0.435], ['switch', 0.789, 0.551, 0.522], ['annotate', 0.055, 0.465, 0.21], ['branch', 0.538, 0.941, 0.742], ['compress', 0.282, 0.791, 0.864], ['branch', 0.708, 0.9, 0.595], ['append', 0.851, 0.761, 0.21], ['switch', 0.87, 0.567, 0.709], ['annotate', 0.062, 0.156, 0.935], ['rebase', 0.073, 0.924, 0.395], ['branch', 0.498, 0.17, 0.592], ['switch', 0.316, 0.681, 0.902], ['merge', 0.553, 0.853, 0.785], ['switch', 0.963, 0.729, 0.321], ['rebase', 0.309, 0.901, 0.542], ['undo', 0.577, 0.788, 0.831], ['annotate', 0.251, 0.642, 0.231], ['merge', 0.354, 0.767, 0.856], ['merge', 0.188, 0.048, 0.699]]],
]
