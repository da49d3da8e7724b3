import { Search } from 'lucide-react'
import { CommandIconButton } from '../commands/CommandButtons.tsx'
import { useCommand } from '../commands/useCommand.ts'
import { Keys } from '../components/Keys.tsx'
import { useCurrent } from '../queries/useCurrent.ts'
import { useSmall } from '../state/useSmall.ts'
import { BranchMenu } from './BranchMenu.tsx'
import { LayoutSwitch } from './LayoutSwitch.tsx'
import { SinceFork } from './SinceFork.tsx'
import { TractMenu } from './TractMenu.tsx'

/** Where you are at the left, the way to everything at the right. */
export function TitleBar() {
  const isSmall = useSmall()
  const current = useCurrent()
  return (
    <header className="grid grid-cols-[minmax(0,1fr)_auto_minmax(0,1fr)] items-center gap-4 border-b border-line bg-app px-3">
      <div className="@container flex min-w-0 items-center gap-1">
        <CommandIconButton id="view.sidebar" label="Toggle sidebar" />
        <TractMenu />
        <span className="mx-px text-disabled" aria-hidden="true">
          /
        </span>
        <BranchMenu />
        {current !== null && <SinceFork current={current} />}
      </div>
      <LayoutSwitch />
      <div className="col-start-3 flex items-center justify-end gap-2">
        {isSmall ? <CommandIconButton id="palette.open" /> : <SearchField />}
        <span className="flex">
          <CommandIconButton id="history.undo" />
          <CommandIconButton id="history.redo" />
          <CommandIconButton id="drawer.log" />
        </span>
      </div>
    </header>
  )
}

/** Looks like a field, opens the palette. */
function SearchField() {
  const { run, title, keys } = useCommand('palette.open')
  return (
    <button type="button" onClick={run} className="inline-flex h-7 w-56 min-w-0 items-center overflow-hidden gap-2 rounded-md bg-input pr-1.5 pl-[9px] text-sm whitespace-nowrap text-muted inset-ring inset-ring-line press hover:inset-ring-strong">
      <Search size={14} />
      <span className="truncate">{title}</span>
      <span className="grow" />
      {keys !== undefined && <Keys keys={keys} />}
    </button>
  )
}
