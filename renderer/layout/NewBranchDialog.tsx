import { GitBranch } from 'lucide-react'
import { useState } from 'react'
import { nextBranchName, whyNotBranchName } from '../commands/branchNames.ts'
import { offerUndo } from '../commands/undoLast.ts'
import type { MessageId } from '../../core/model/ids.ts'
import { attempt } from '../faults/attempt.ts'
import { startBranch, startBranchAfter } from '../queries/acts.ts'
import { useCurrent } from '../queries/useCurrent.ts'
import type { Current } from '../queries/useCurrent.ts'
import { clearSelection } from '../state/selection.ts'
import { closeDialog } from '../state/view.ts'
import { NameDialog } from './NameDialog.tsx'

type Start = { readonly from: string; readonly after: MessageId | null; readonly fromWords: string }

/** Names a new branch. The name is filled in, so Enter is enough. */
export function NewBranchDialog(start: Start) {
  const current = useCurrent()
  return current === null ? null : <Form current={current} {...start} />
}

function Form({ current: { tract, branch, at, overview }, from, after, fromWords }: Start & { readonly current: Current }) {
  const taken = overview.branches.map(({ name }) => name)
  const [start] = useState(() => nextBranchName(taken, branch))
  const save = async (name: string): Promise<void> => {
    const made = await attempt(() => (after === null ? startBranch(tract, name, from) : startBranchAfter(tract, at === null ? branch : null, after, name)))
    if (made === undefined) return
    clearSelection()
    closeDialog()
    await offerUndo(tract, `Started branch ${name} and opened it`)
  }
  return (
    <NameDialog title="New branch" label="Name of the branch" verb="Start branch" icon={GitBranch} start={start} whyNot={(name) => whyNotBranchName(name, taken)} onSave={save}>
      Starts at <span className="text-ink">“{fromWords}”</span>. What follows there stays where it is; nothing is moved or lost.
    </NameDialog>
  )
}
