import type { ConflictKind, PendingConflict, Resolution } from '../../core/model/merge.ts'

/** What happened on the two sides. */
export const conflictWords: Readonly<Record<ConflictKind, string>> = {
  bothEdited: 'Both branches corrected the same step',
  editVsSkip: 'One branch corrected the step, the other hid it',
  bothAnnotated: 'One branch keeps the step always, the other does not',
  bothCompressed: 'Both branches summarised the same steps',
  compressVsExpand: 'One branch summarised the steps, the other showed them again',
  compressVsEdit: 'One branch summarised the step, the other corrected it',
  compressVsSkip: 'One branch summarised the step, the other hid it',
  expandVsEdit: 'One branch showed the steps again, the other corrected one',
}

const aboutTexts: ReadonlySet<ConflictKind> = new Set(['bothEdited', 'editVsSkip'])

/** Whether own words can settle it. */
export const isAboutText = ({ kind }: PendingConflict): boolean => aboutTexts.has(kind)

/** Whether the summaries of both sides may stay in force. */
export const canKeepBoth = ({ kinds, messages, ours, theirs }: PendingConflict): boolean =>
  messages.length > 1 && ours.summaries.length > 0 && theirs.summaries.length > 0 && !kinds.some((kind) => kind === 'compressVsExpand' || kind === 'expandVsEdit')

/** What was decided, in words. */
export function decisionWords(resolution: Resolution, ours: string, theirs: string): string {
  return resolution.take === 'text' ? 'own words' : { ours, theirs, base: 'before the fork', both: 'both' }[resolution.take]
}
