import { useQuery } from '@tanstack/react-query'
import { FolderOpen, Plus, Settings } from 'lucide-react'
import { useRef } from 'react'
import type { KeyboardEvent } from 'react'
import { useCommand } from '../commands/useCommand.ts'
import { IconButton } from '../components/IconButton.tsx'
import { Keys } from '../components/Keys.tsx'
import { Pane } from '../components/Pane.tsx'
import { SkeletonRows } from '../components/Skeleton.tsx'
import { FaultCard } from '../faults/FaultCard.tsx'
import { faultOf } from '../faults/faultOf.ts'
import { appInfoQuery } from '../queries/app.ts'
import { tractsQuery } from '../queries/tracts.ts'
import { useCurrentTract } from '../queries/useCurrent.ts'
import { TractBranch } from './TractBranch.tsx'
import { moveInTree } from './moveInTree.ts'

/** The tracts of the open file with their branches; the file and the settings at the foot. */
export function Sidebar() {
  const newTract = useCommand('tract.new')
  return (
    <Pane name="sidebar" label="Tracts" surface="app" className="gap-px p-2">
      <header className="flex h-7 shrink-0 items-center justify-between pl-2 text-xs font-medium text-muted">
        <h2>Tracts</h2>
        <IconButton label="New tract" icon={Plus} box={24} off={newTract.off} onClick={newTract.run} />
      </header>
      <Tree />
      <footer className="mt-auto grid shrink-0 gap-px pt-2">
        <FileRow />
        <SettingsRow />
      </footer>
    </Pane>
  )
}

function Tree() {
  const ref = useRef<HTMLDivElement>(null)
  const tracts = useQuery(tractsQuery())
  const current = useCurrentTract()
  if (tracts.error) return <FaultCard fault={faultOf(tracts.error)} />
  if (tracts.data === undefined) return <SkeletonRows count={4} label="Tracts are on their way" />
  return (
    <div ref={ref} role="tree" aria-label="Tracts" data-list="tracts" className="grid min-h-0 grid-cols-1 content-start gap-px overflow-y-auto" onKeyDown={(event: KeyboardEvent) => moveInTree(event, ref.current)}>
      {tracts.data.map((tract) => (
        <TractBranch key={tract.id} tract={tract} isCurrent={tract.id === current} />
      ))}
    </div>
  )
}

function FileRow() {
  const { run, keys, title } = useCommand('file.open')
  const file = useQuery(appInfoQuery()).data?.file
  return (
    <button type="button" className={foot} onClick={run} title={file?.path}>
      <FolderOpen size={14} className="text-muted" />
      <span className="sr-only">{title} Now open:</span>
      <span className="grow truncate text-left">{file?.name ?? '…'}</span>
      {keys !== undefined && <Keys keys={keys} />}
    </button>
  )
}

function SettingsRow() {
  const { run, keys, title } = useCommand('app.settings')
  return (
    <button type="button" className={foot} onClick={run}>
      <Settings size={14} className="text-muted" />
      <span className="grow truncate text-left">{title}</span>
      {keys !== undefined && <Keys keys={keys} />}
    </button>
  )
}

const foot = 'flex h-(--tree-row-h) items-center gap-1.5 rounded-sm pr-2 pl-[22px] text-md text-soft press hover:bg-hover'
