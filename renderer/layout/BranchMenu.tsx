import { GitBranch, History } from 'lucide-react'
import { useMemo } from 'react'
import { CommandItem } from '../commands/CommandButtons.tsx'
import { switchTo } from '../commands/switchTo.ts'
import { LaneKey } from '../components/Chip.tsx'
import { laneColours } from '../components/laneColours.ts'
import { Menu, MenuChoice, MenuLabel, MenuLine } from '../components/Menu.tsx'
import { Num } from '../components/Num.tsx'
import { useCurrent } from '../queries/useCurrent.ts'
import { showBranches, useView } from '../state/view.ts'
import { backWords, stepsBackOf } from '../words/looking.ts'
import { useWords } from '../words/words.ts'
import { Crumb } from './Crumb.tsx'

/** The branch on the screen, the others, and a new one. Opened by its key too. */
export function BranchMenu() {
  const words = useWords()
  const current = useCurrent()
  const open = useView((view) => view.branchMenuOpen)
  const lanes = useMemo(() => laneColours(current?.overview.branches.map(({ name }) => name) ?? [], current?.branch ?? ''), [current])
  const at = current?.at ?? null
  const back = current === null ? null : stepsBackOf(current.overview, current.branch)
  const before = (
    <>
      <LaneKey lane={0} />
      {at === null ? <GitBranch size={14} className="text-muted" /> : <History size={14} className="text-warning" />}
    </>
  )
  return (
    <Menu open={open} onOpenChange={showBranches} trigger={<Crumb label="Branch" before={before} name={current === null ? '…' : `${current.branch}${back === null ? '' : `, ${backWords(back, words)}`}`} />}>
      <MenuLabel>{words.openBranch}</MenuLabel>
      {current !== null && (
        <MenuChoice
          value={at === null ? current.branch : ''}
          options={current.overview.branches.map(({ name, messageCount }) => ({
            value: name,
            label: (
              <span className="flex min-w-0 items-center gap-1.5">
                <LaneKey lane={lanes.get(name) ?? 0} />
                <span className="truncate">{name}</span>
              </span>
            ),
            end: <Num value={messageCount} className="text-muted" />,
          }))}
          onChange={(branch) => void switchTo(current.tract, branch)}
        />
      )}
      <MenuLine />
      {at !== null && <CommandItem id="head.return" />}
      <CommandItem id="branch.new" />
      <CommandItem id="branch.merge" />
      <CommandItem id="branch.rebase" />
      <CommandItem id="branch.rename" />
      <CommandItem id="branch.delete" />
    </Menu>
  )
}
