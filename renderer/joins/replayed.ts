import type { CommitKind } from '../../core/model/commit.ts'
import type { Effect } from '../../core/model/effect.ts'
import { priorityWords } from '../words/operations.ts'
import { assertNever } from '../state/assertNever.ts'
import type { OwnStep } from '../../main/contract/joins.ts'

/** What becomes of a step when its branch is put on top of another. */
export type Fate = 'kept' | 'left' | 'noQuestion' | 'leftWith'

/** The fate of each step, as the preview of the act tells it: a warning names the message it is about. */
export function fatesOf(steps: readonly OwnStep[], drop: readonly string[], { warnings }: Pick<Effect, 'warnings'>): readonly Fate[] {
  const namedBy = (code: string): ReadonlySet<string> => new Set(warnings.filter((warning) => warning.code === code).flatMap(({ messages }) => messages))
  const [unasked, leftOut] = [namedBy('rebase/responds-to-missing'), namedBy('rebase/left-out')]
  return steps.map(({ commit, kind, messageId }) => {
    if (drop.includes(commit)) return 'left'
    if (messageId === null) return 'kept'
    if (kind === 'append') return unasked.has(messageId) ? 'noQuestion' : 'kept'
    return leftOut.has(messageId) ? 'leftWith' : 'kept'
  })
}

/** In words; null for what simply goes along. */
export function fateWords(fate: Fate): string | null {
  switch (fate) {
    case 'kept':
      return null
    case 'left':
      return 'left behind'
    case 'noQuestion':
      return 'its question is left behind'
    case 'leftWith':
      return 'left behind with its message'
    default:
      return assertNever(fate)
  }
}

/** What a step does, for a row that shows the message it is about; null where it is that message itself. */
export const changeWords = ({ kind, priority }: Pick<OwnStep, 'kind' | 'priority'>): string | null => (priority === null ? ofKind[kind] : priorityWords(priority))

const ofKind: Readonly<Record<CommitKind, string | null>> = {
  append: null,
  edit: 'correction',
  annotate: 'kept or hidden',
  compress: 'summary',
  expand: 'shown again',
  merge: 'decisions',
  resolve: 'decisions',
}
