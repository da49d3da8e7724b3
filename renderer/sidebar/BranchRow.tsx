import { GitBranch, Star } from 'lucide-react'
import type { TractId } from '../../core/model/ids.ts'
import type { Branch } from '../../core/model/refs.ts'
import { compareWithOpen } from '../commands/compareWithOpen.ts'
import { isMac } from '../commands/keys.ts'
import { switchTo } from '../commands/switchTo.ts'
import { LaneKey } from '../components/Chip.tsx'
import { cx } from '../components/cx.ts'
import { LiveDot } from '../components/LiveDot.tsx'
import { Num } from '../components/Num.tsx'
import { Tooltip } from '../components/Tooltip.tsx'
import { closeDrawer } from '../state/layout.ts'
import { showTract } from '../state/view.ts'
import { counted } from '../words/numbers.ts'
import { useWords } from '../words/words.ts'
import { treeRow } from './treeRow.ts'

type Props = { readonly tract: TractId; readonly branch: Branch; readonly lane: number; readonly isOpen: boolean; readonly isAnswering: boolean }

export function BranchRow({ tract, branch, lane, isOpen, isAnswering }: Props) {
  const words = useWords()
  const open = (): void => {
    if (branch.isCurrent) showTract(tract)
    else void switchTo(tract, branch.name)
    closeDrawer()
  }
  return (
    <div
      role="treeitem"
      aria-level={2}
      aria-selected={isOpen}
      tabIndex={-1}
      data-branch={branch.name}
      data-tract={tract}
      onClick={(event) => ((isMac ? event.metaKey : event.ctrlKey) && !isOpen ? compareWithOpen(tract, branch.name) : open())}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' && event.key !== ' ') return
        event.preventDefault()
        open()
      }}
      className={cx(treeRow, 'pl-5', isOpen ? 'bg-active font-medium text-ink' : 'text-soft')}
    >
      <i className="w-3 shrink-0" />
      <LaneKey lane={lane} />
      <GitBranch size={14} className="text-muted" />
      <span className="sr-only">branch</span>
      <span className="min-w-0 grow truncate" title={branch.name}>{branch.name}</span>
      <span className="sr-only">, {counted(branch.messageCount, words.step, words.steps)}{branch.isCurrent && `, ${words.here}`}{isAnswering && ', being answered'}</span>
      {isAnswering && <LiveDot />}
      {branch.isCurrent && (
        <Tooltip label={words.here} side="right">
          <Star size={12} className="fill-current stroke-none text-muted" />
        </Tooltip>
      )}
      <span aria-hidden="true">
        <Num value={branch.messageCount} className="text-num text-muted" />
      </span>
    </div>
  )
}
