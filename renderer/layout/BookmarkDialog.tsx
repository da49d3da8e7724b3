import { Bookmark } from 'lucide-react'
import { useQuery } from '@tanstack/react-query'
import { whyNotBranchName } from '../commands/branchNames.ts'
import { offerUndo } from '../commands/undoLast.ts'
import { attempt } from '../faults/attempt.ts'
import { bookmark, tagsQuery } from '../queries/branches.ts'
import { useCurrent } from '../queries/useCurrent.ts'
import type { Current } from '../queries/useCurrent.ts'
import { closeDialog } from '../state/view.ts'
import { NameDialog } from './NameDialog.tsx'

type Place = { readonly at: string; readonly excerpt: string }

/** Names one step for good. */
export function BookmarkDialog(place: Place) {
  const current = useCurrent()
  return current === null ? null : <Form current={current} {...place} />
}

function Form({ current: { tract }, at, excerpt }: Place & { readonly current: Current }) {
  const { data: tags } = useQuery(tagsQuery(tract))
  const taken = (tags ?? []).map(({ name }) => name)
  const save = async (name: string): Promise<void> => {
    if ((await attempt(() => bookmark(tract, name, at))) === undefined) return
    closeDialog()
    await offerUndo(tract, `Bookmarked as ${name}`)
  }
  return (
    <NameDialog title="Bookmark" label="Name of the bookmark" verb="Bookmark" icon={Bookmark} start="" whyNot={(name) => whyNotBranchName(name, taken)} onSave={save}>
      Names “{excerpt.slice(0, 60)}” for good: it is found by that name, and no clean-up takes it away.
    </NameDialog>
  )
}
