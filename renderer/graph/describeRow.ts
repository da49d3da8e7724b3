import { spaced } from '../words/numbers.ts'
import type { Words } from '../words/words.ts'
import type { Fold } from './foldRuns.ts'
import type { RailRow } from './rows.ts'
import { stepWord } from './StepIcon.tsx'

/** Where a row stands among the others. */
export type RowPlace = {
  /** The open branch. */
  readonly branch: string
  /** Which step of the history it is, from the oldest; null for what is no step. */
  readonly number: number | null
}

/** A row for those who hear it: which step, whose, its words, its marks, its size, where it is, whether the model sees it. */
export function describeRow(row: RailRow, { branch, number }: RowPlace, words: Words): string {
  const own = row.state !== 'out'
  const here = row.isHead ? words.here : null
  const ends = row.branches.length > 0 ? `end of ${row.branches.join(', ')}` : null
  if (row.isMerge) return joined([words.aMerge, here, own ? `on ${branch}` : 'on another branch', ends])
  return joined([
    number === null ? null : `${words.step} ${number}`,
    `${stepWord(row.role, row.contentType)}: ${stepText(row).replace(/\.$/, '')}`,
    here,
    row.corrections > 0 ? `${words.corrected} ${times(row.corrections)}` : null,
    row.state === 'pinned' ? words.isPinned : null,
    row.standsFor > 0 ? `in place of ${spaced(row.standsFor)} ${words.steps}` : null,
    `${row.tokens} tokens`,
    own ? `on ${branch}` : 'on another branch',
    ends,
    row.tags.length > 0 ? `${words.bookmark.toLowerCase()} ${row.tags.join(', ')}` : null,
    seen(row, words),
  ])
}

/** A run of steps in one row, in the same way. */
export function describeFold({ count, hidden, tokens }: Fold, words: Words): string {
  return joined([`${spaced(count)} ${words.steps} folded`, hidden === 0 ? null : `${hidden} of them ${words.hidden}`, `${tokens} tokens`])
}

export const stepText = (row: RailRow): string => (row.isErased ? 'erased' : row.preview || '(empty)')

const joined = (parts: readonly (string | null)[]): string => parts.filter((part) => part !== null).join(', ')

const times = (count: number): string => ({ 1: 'once', 2: 'twice' })[count] ?? `${count} times`

function seen({ state, isErased }: RailRow, words: Words): string {
  if (isErased) return 'its text is gone for good'
  if (state === 'hidden') return words.hidden
  if (state === 'replaced') return 'something else stands for it'
  return state === 'out' ? 'not in context' : 'in context'
}
