import { Pencil } from 'lucide-react'
import { whyNotBranchName } from '../commands/branchNames.ts'
import { offerUndo } from '../commands/undoLast.ts'
import { attempt } from '../faults/attempt.ts'
import { renameBranch } from '../queries/branches.ts'
import { useCurrent } from '../queries/useCurrent.ts'
import { closeDialog } from '../state/view.ts'
import { NameDialog } from './NameDialog.tsx'

/** Gives a branch another name; everything on it stays. */
export function RenameBranchDialog({ branch }: { readonly branch: string }) {
  const current = useCurrent()
  if (current === null) return null
  const taken = current.overview.branches.map(({ name }) => name).filter((name) => name !== branch)
  const save = async (name: string): Promise<void> => {
    if ((await attempt(() => renameBranch(current.tract, branch, name))) === undefined) return
    closeDialog()
    await offerUndo(current.tract, `${branch} is called ${name} now`)
  }
  return (
    <NameDialog title="Rename branch" label="Name of the branch" verb="Rename" icon={Pencil} start={branch} whyNot={(name) => (name === branch ? 'That is its name already' : whyNotBranchName(name, taken))} onSave={save}>
      The steps, and every bookmark, stay as they are.
    </NameDialog>
  )
}
