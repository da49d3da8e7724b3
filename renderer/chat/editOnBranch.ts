import type { TranscriptMessage } from '../../core/model/context.ts'
import { nextBranchName } from '../commands/branchNames.ts'
import type { CommandContext } from '../commands/context.ts'
import { switchTo } from '../commands/switchTo.ts'
import { attempt } from '../faults/attempt.ts'
import { append, edit, startBranchAfter } from '../queries/acts.ts'
import { retry } from '../queries/chat.ts'
import { clearSelection } from '../state/selection.ts'
import { showToast } from '../state/toasts.ts'

/** Starts a branch on which a message says something else; a question is asked there at once. Resolves to false when it couldn't be started. */
export async function editOnBranch({ tract, branch, overview, messages, target }: CommandContext, text: string): Promise<boolean> {
  if (tract === null || branch === null || overview === null || target === null) return false
  const name = nextBranchName(overview.branches.map((one) => one.name), branch)
  const before = messages[messages.indexOf(target) - 1]
  const started = await attempt(() => startBranchAfter(tract, branch, (before ?? target).messageId, name))
  if (started === undefined) return false
  // nothing stands before the first message, so there it is corrected instead of said anew
  const said = await attempt(() => (before === undefined ? edit(tract, name, target.messageId, text) : append(tract, name, saidAs(target), text)))
  if (said === undefined) return false // the words stay where they were typed
  clearSelection()
  showToast({ tone: 'done', text: `Started ${name} with your text; the first version stays on ${branch}`, action: { label: 'Go back', run: () => void switchTo(tract, branch) } })
  if (target.role === 'user') await attempt(() => retry(tract, name))
  return true
}

function saidAs({ role, content }: TranscriptMessage): 'user' | 'assistant' | 'system' | 'instruction' {
  if (content.type === 'instruction') return 'instruction'
  return role === 'assistant' || role === 'system' ? role : 'user'
}
