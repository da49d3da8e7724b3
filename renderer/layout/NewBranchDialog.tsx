import { GitBranch } from 'lucide-react'
import { useState } from 'react'
import { nextBranchName, whyNotBranchName } from '../commands/branchNames.ts'
import { offerUndo } from '../commands/undoLast.ts'
import type { MessageId } from '../../core/model/ids.ts'
import { Button } from '../components/Button.tsx'
import { Dialog } from '../components/Dialog.tsx'
import { TextField } from '../components/Field.tsx'
import { attempt } from '../faults/attempt.ts'
import { startBranch, startBranchAfter } from '../queries/acts.ts'
import { useCurrent } from '../queries/useCurrent.ts'
import type { Current } from '../queries/useCurrent.ts'
import { clearSelection } from '../state/selection.ts'
import { closeDialog } from '../state/view.ts'

type Start = { readonly from: string; readonly after: MessageId | null; readonly fromWords: string }

/** Names a new branch. The name is filled in, so Enter is enough. */
export function NewBranchDialog(start: Start) {
  const current = useCurrent()
  return current === null ? null : <Form current={current} {...start} />
}

function Form({ current: { tract, branch, overview }, from, after, fromWords }: Start & { readonly current: Current }) {
  const taken = overview.branches.map(({ name }) => name)
  const [name, setName] = useState(() => nextBranchName(taken, branch))
  const [isSaving, setSaving] = useState(false)
  const problem = whyNotBranchName(name, taken)
  const save = async (): Promise<void> => {
    setSaving(true)
    const made = await attempt(() => (after === null ? startBranch(tract, name, from) : startBranchAfter(tract, branch, after, name)))
    setSaving(false)
    if (made === undefined) return
    clearSelection()
    closeDialog()
    await offerUndo(tract, `Started branch ${name} and opened it`)
  }
  return (
    <Dialog
      title="New branch"
      onClose={closeDialog}
      foot={
        <>
          <Button size="lg" variant="ghost" onClick={closeDialog}>
            Cancel
          </Button>
          <span className="grow" />
          <Button size="lg" variant="primary" icon={GitBranch} keys="Enter" off={problem ?? (isSaving ? 'Saving' : null)} onClick={() => void save()}>
            Start branch
          </Button>
        </>
      }
    >
      <form
        className="grid gap-3 p-4.5"
        onSubmit={(event) => {
          event.preventDefault()
          if (problem === null && !isSaving) void save()
        }}
      >
        <p className="text-sm text-soft">
          Starts at <span className="text-ink">“{fromWords}”</span>. What follows there stays on <b>{branch}</b>; nothing is moved or lost.
        </p>
        <TextField aria-label="Name of the branch" maxLength={200} value={name} onChange={(event) => setName(event.target.value)} onFocus={(event) => event.target.select()} problem={problem} />
        <p role="alert" className="min-h-4 text-xs text-danger">
          {problem}
        </p>
      </form>
    </Dialog>
  )
}
