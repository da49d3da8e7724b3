import { useQuery } from '@tanstack/react-query'
import { Bookmark } from 'lucide-react'
import { whyNotBranchName } from '../commands/branchNames.ts'
import { offerUndo } from '../commands/undoLast.ts'
import { attempt } from '../faults/attempt.ts'
import { renameBookmark, tagsQuery } from '../queries/branches.ts'
import { useCurrent } from '../queries/useCurrent.ts'
import type { Current } from '../queries/useCurrent.ts'
import { closeDialog } from '../state/view.ts'
import { NameDialog } from './NameDialog.tsx'

/** Gives a bookmark another name; it stays where it is. */
export function RenameBookmarkDialog({ name }: { readonly name: string }) {
  const current = useCurrent()
  return current === null ? null : <Form current={current} name={name} />
}

function Form({ current: { tract }, name }: { readonly current: Current; readonly name: string }) {
  const { data: tags } = useQuery(tagsQuery(tract))
  const taken = (tags ?? []).map((tag) => tag.name).filter((one) => one !== name)
  const save = async (to: string): Promise<void> => {
    if ((await attempt(() => renameBookmark(tract, name, to))) === undefined) return
    closeDialog()
    await offerUndo(tract, `The bookmark ${name} is called ${to} now`)
  }
  return (
    <NameDialog title="Rename bookmark" label="Name of the bookmark" verb="Rename" icon={Bookmark} start={name} whyNot={(to) => (to === name ? 'That is its name already' : whyNotBranchName(to, taken))} onSave={save}>
      It stays on its step.
    </NameDialog>
  )
}
