import type { MessageId } from '../../core/model/ids.ts'
import { rowsOf } from '../graph/readRows.ts'
import { branchOfSibling, siblingsOf } from '../graph/siblings.ts'
import type { Siblings } from '../graph/siblings.ts'
import { arriveAt } from '../state/arrival.ts'
import { clearSelection, focusMessage } from '../state/selection.ts'
import { visitedIn } from '../state/visited.ts'
import { currentContext } from './context.ts'
import type { CommandContext } from './context.ts'
import { openBranch } from './switchTo.ts'

/** The versions of the step a command acts on; null where it has none. */
export function siblingsAt({ tract, branch, target }: CommandContext): Siblings | null {
  return tract === null || branch === null || target === null ? null : siblingsOf(rowsOf(tract), branch, target.messageId)
}

/** Why there is no version before (`-1`) or after (`1`) the step; null when there is. */
export function whyNoSibling(context: CommandContext, by: -1 | 1): string | null {
  if (context.target === null) return 'Choose a step first'
  const siblings = siblingsAt(context)
  if (siblings === null) return 'Nothing else was said here'
  return siblings.all[siblings.at + by] === undefined ? (by < 0 ? 'It is the first version' : 'It is the last version') : null
}

/** Opens the branch that shows the version before or after a step, and goes on standing at it. */
export async function toSibling(by: -1 | 1, message?: MessageId): Promise<void> {
  const context = currentContext(message)
  const siblings = siblingsAt(context)
  const sibling = siblings?.all[siblings.at + by]
  const { tract, overview } = context
  if (sibling === undefined || tract === null || overview === null) return
  const byAge = overview.branches.toSorted((a, b) => b.updatedAt - a.updatedAt).map(({ name }) => name)
  const branch = branchOfSibling(rowsOf(tract), sibling, visitedIn(tract), byAge)
  if (branch === null) return
  if (branch !== context.branch && !(await openBranch(tract, branch))) return
  clearSelection()
  focusMessage(sibling.messageId, 'command')
  arriveAt(sibling.messageId)
}
