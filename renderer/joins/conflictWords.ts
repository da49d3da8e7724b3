import type { ConflictKind, PendingConflict, Resolution } from '../../core/model/merge.ts'
import { assertNever } from '../state/assertNever.ts'
import type { Words } from '../words/words.ts'

/** What happened on the two sides. */
export function conflictWords(kind: ConflictKind, { step, steps, corrected, hid, summarised, expanded, keeps }: Words): string {
  switch (kind) {
    case 'bothEdited':
      return `Both branches ${corrected} the same ${step}`
    case 'editVsSkip':
      return `One branch ${corrected} the ${step}, the other ${hid} it`
    case 'bothAnnotated':
      return `One branch ${keeps} the ${step}, the other does not`
    case 'bothCompressed':
      return `Both branches ${summarised} the same ${steps}`
    case 'compressVsExpand':
      return `One branch ${summarised} the ${steps}, the other ${expanded} them`
    case 'compressVsEdit':
      return `One branch ${summarised} the ${step}, the other ${corrected} it`
    case 'compressVsSkip':
      return `One branch ${summarised} the ${step}, the other ${hid} it`
    case 'expandVsEdit':
      return `One branch ${expanded} the ${steps}, the other ${corrected} one`
    default:
      return assertNever(kind)
  }
}

const aboutTexts: ReadonlySet<ConflictKind> = new Set(['bothEdited', 'editVsSkip'])

/** Whether own words can settle it. */
export const isAboutText = ({ kinds }: PendingConflict): boolean => kinds.every((kind) => aboutTexts.has(kind))

/** Whether the summaries of both sides may stay in force. */
export const canKeepBoth = ({ kinds, messages, ours, theirs }: PendingConflict): boolean =>
  messages.length > 1 && ours.summaries.length > 0 && theirs.summaries.length > 0 && !kinds.some((kind) => kind === 'compressVsExpand' || kind === 'expandVsEdit')

/** What was decided, in words. */
export function decisionWords(resolution: Resolution, ours: string, theirs: string): string {
  return resolution.take === 'text' ? 'own words' : { ours, theirs, base: 'before the fork', both: 'both' }[resolution.take]
}
