import { useQuery } from '@tanstack/react-query'
import { GitBranchPlus, LocateFixed, Pencil, Trash2 } from 'lucide-react'
import type { TractId } from '../../core/model/ids.ts'
import { goToBookmark, removeBookmark } from '../commands/bookmarks.ts'
import { MenuItem, MenuLine } from '../components/Menu.tsx'
import { tagsQuery } from '../queries/branches.ts'
import { useCurrentTract } from '../queries/useCurrent.ts'
import { openDialog } from '../state/view.ts'

/** What can be done with a bookmark. */
export function BookmarkItems({ tract, name }: { readonly tract: TractId; readonly name: string }) {
  const { data: tags } = useQuery(tagsQuery(tract))
  const isHere = useCurrentTract() === tract
  const elsewhere = isHere ? null : 'It is in another tract: open it first'
  const tag = tags?.find((one) => one.name === name)
  if (tag === undefined) return null
  return (
    <>
      <MenuItem icon={LocateFixed} onSelect={() => void goToBookmark(tract, tag)}>
        Go to its step
      </MenuItem>
      <MenuItem icon={GitBranchPlus} off={elsewhere} onSelect={() => openDialog({ kind: 'newBranch', from: tag.commit, fromWords: `the bookmark ${name}` })}>
        New branch here…
      </MenuItem>
      <MenuLine />
      <MenuItem icon={Pencil} off={elsewhere} onSelect={() => openDialog({ kind: 'renameBookmark', name })}>
        Rename…
      </MenuItem>
      <MenuItem icon={Trash2} onSelect={() => void removeBookmark(tract, name)}>
        Remove the bookmark
      </MenuItem>
    </>
  )
}
