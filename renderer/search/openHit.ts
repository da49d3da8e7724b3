import type { SearchHit } from '../../core/model/search.ts'
import { switchTo } from '../commands/switchTo.ts'
import type { Current } from '../queries/useCurrent.ts'
import { focusMessage } from '../state/selection.ts'
import { openDialog, showTract } from '../state/view.ts'

/** Opens the branch that holds a hit and points at its step. What no branch holds is offered as the start of one. */
export async function openHit({ tract, messageId, commit, branches, snippet }: SearchHit, current: Current): Promise<void> {
  const isHere = tract === current.tract && branches.includes(current.branch)
  const [first] = branches
  if (!isHere && first === undefined) {
    showTract(tract)
    return openDialog({ kind: 'newBranch', from: commit, fromWords: snippet.slice(0, 60) })
  }
  if (!isHere && first !== undefined) await switchTo(tract, first)
  if (messageId !== null) focusMessage(messageId, 'command')
}
