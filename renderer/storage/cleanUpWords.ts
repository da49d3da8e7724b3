import type { GcGroup, GcKeptBecause, GcReport } from '../../core/model/cleanUp.ts'
import { assertNever } from '../state/assertNever.ts'
import { counted } from '../words/numbers.ts'
import { sizeWords } from '../words/sizes.ts'
import { day } from '../words/times.ts'
import type { Words } from '../words/words.ts'

/** "3 steps, 4.2 kB". */
export const groupWords = ({ commits, bytes }: Pick<GcGroup, 'commits' | 'bytes'>, words: Words): string => `${counted(commits, words.step, words.steps)}, ${sizeWords(bytes)}`

/** What still leads to steps that no branch and no bookmark does. */
export function keptWords(because: GcKeptBecause, words: Words, now: number): string {
  switch (because.kind) {
    case 'head':
      return 'you are looking at it'
    case 'origHead':
      return words.origHeadKeeps
    case 'merge':
      return words.mergeKeeps
    case 'compression':
      return 'a summary that waits for a decision needs it'
    case 'proposal':
      return 'a proposal that waits for a decision needs it'
    case 'answer':
      return 'an answer that has no end yet needs it'
    case 'recent':
      return `${because.ref.replace(/^tag:/, '')} led there not long ago; it may go from ${day(because.until, now)}`
    default:
      return assertNever(because)
  }
}

/** How much would go for good. */
export const goneCount = ({ purged, archived }: Pick<GcReport, 'purged' | 'archived'>): number => purged.commits + archived.messages

/** "3 steps and 12 texts", of what would go for good. */
export function goneWords({ purged, archived }: Pick<GcReport, 'purged' | 'archived'>, words: Words): string {
  const steps = counted(purged.commits, words.step, words.steps)
  const texts = counted(archived.messages, 'text')
  return purged.commits === 0 ? texts : archived.messages === 0 ? steps : `${steps} and ${texts}`
}

/** What is left to wait for after something went for good; null where nothing is. */
export const waitWords = ({ isGone }: Pick<GcReport, 'isGone'>): string | null => (isGone ? null : 'Another program still reads the file: the room is freed once it closes the file.')
