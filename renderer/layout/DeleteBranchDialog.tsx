import { Trash2 } from 'lucide-react'
import { useState } from 'react'
import { offerUndo } from '../commands/undoLast.ts'
import { FormDialog } from '../components/FormDialog.tsx'
import { Select } from '../components/Select.tsx'
import { attempt } from '../faults/attempt.ts'
import { faultOf } from '../faults/faultOf.ts'
import { deleteBranch } from '../queries/branches.ts'
import { useCurrent } from '../queries/useCurrent.ts'
import { closeDialog } from '../state/view.ts'

/** Removes the name of a branch. Where nothing else holds its steps, it asks once more. */
export function DeleteBranchDialog({ branch: start }: { readonly branch: string }) {
  const current = useCurrent()
  const [branch, setBranch] = useState(start)
  const [isUnmerged, setUnmerged] = useState(false)
  if (current === null) return null
  const others = current.overview.branches.filter(({ name }) => name !== current.branch)
  const remove = async (): Promise<void> => {
    const done = await attempt(() => tryDelete(branch))
    if (done === undefined) return
    if (done === 'unmerged') return setUnmerged(true)
    closeDialog()
    await offerUndo(current.tract, `Deleted branch ${branch}`)
  }
  const tryDelete = async (name: string): Promise<'done' | 'unmerged'> => {
    try {
      await deleteBranch(current.tract, name, isUnmerged)
      return 'done'
    } catch (error) {
      if (faultOf(error).code === 'branch/unmerged') return 'unmerged'
      throw error
    }
  }
  return (
    <FormDialog
      title="Delete branch"
      verb={isUnmerged ? 'Delete all the same' : 'Delete'}
      icon={Trash2}
      keys="Enter"
      busy="Deleting"
      isReady
      onSubmit={remove}
      onClose={closeDialog}
      className="grid gap-3 p-4.5 text-sm"
    >
      <div className="flex items-center gap-3">
        <span className="text-soft">Branch</span>
        <Select
          look="framed"
          label="Branch to delete"
          value={branch}
          options={others.map(({ name, messageCount }) => ({ value: name, label: name, sub: `${messageCount} steps` }))}
          onChange={(name) => {
            setBranch(name)
            setUnmerged(false)
          }}
        />
      </div>
      <p role={isUnmerged ? 'alert' : undefined} className={isUnmerged ? 'text-warning' : 'text-soft'}>
        {isUnmerged
          ? `No other branch or bookmark holds the last steps of ${branch}. They stay in the file, and undo brings the branch back, but no branch will lead to them.`
          : 'Only the name goes; the steps stay in the file.'}
      </p>
    </FormDialog>
  )
}
