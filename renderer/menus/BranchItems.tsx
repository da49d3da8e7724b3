import { Columns2, GitBranch, GitBranchPlus, GitMerge, ListRestart, Pencil, Trash2 } from 'lucide-react'
import type { TractId } from '../../core/model/ids.ts'
import { switchTo } from '../commands/switchTo.ts'
import { MenuItem, MenuLine } from '../components/Menu.tsx'
import { useCurrent } from '../queries/useCurrent.ts'
import { openDialog, showCompare } from '../state/view.ts'
import { useWords } from '../words/words.ts'

/** What can be done with a branch, wherever its name stands. */
export function BranchItems({ tract, branch }: { readonly tract: TractId; readonly branch: string }) {
  const words = useWords()
  const current = useCurrent()
  if (current === null) return null
  const open = current.branch
  const isOpen = current.tract === tract && branch === open
  const elsewhere = current.tract === tract ? null : 'It is in another tract: open it first'
  const self = elsewhere ?? (isOpen ? 'It is the open branch' : null)
  const isLast = current.overview.branches.length < 2
  const waits = current.overview.status.pending.merge === null ? null : words.mergeWaits
  const fill = (text: string): string => text.replace('{from}', branch).replace('{into}', open).replace('{branch}', open).replace('{onto}', branch)
  return (
    <>
      <MenuItem icon={GitBranch} off={isOpen ? 'It is open' : null} onSelect={() => void switchTo(tract, branch)}>
        {words.openBranch}
      </MenuItem>
      <MenuItem icon={Columns2} off={self} onSelect={() => showCompare([open, branch])}>
        {isOpen ? 'Compare' : `Compare with ${open}`}
      </MenuItem>
      <MenuLine />
      <MenuItem icon={GitMerge} off={self ?? waits} onSelect={() => openDialog({ kind: 'join', act: { kind: 'merge', from: branch } })}>
        {isOpen ? words.mergeVerb : `${fill(words.mergeTitle)}…`}
      </MenuItem>
      <MenuItem icon={ListRestart} off={self ?? waits} onSelect={() => openDialog({ kind: 'join', act: { kind: 'rebase', onto: branch } })}>
        {isOpen ? words.rebaseVerb : `${fill(words.rebaseTitle)}…`}
      </MenuItem>
      <MenuItem icon={GitBranchPlus} off={elsewhere} onSelect={() => openDialog({ kind: 'newBranch', from: branch, fromWords: `the end of ${branch}` })}>
        New branch at its end…
      </MenuItem>
      <MenuLine />
      <MenuItem icon={Pencil} off={elsewhere} onSelect={() => openDialog({ kind: 'renameBranch', branch })}>
        Rename…
      </MenuItem>
      <MenuItem icon={Trash2} danger={self === null} off={self === null ? (isLast ? 'It is the only branch' : null) : self} onSelect={() => openDialog({ kind: 'deleteBranch', branch })}>
        Delete…
      </MenuItem>
    </>
  )
}
