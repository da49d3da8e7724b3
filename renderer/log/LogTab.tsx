import { ScrollText } from 'lucide-react'
import { useEffect, useMemo, useState } from 'react'
import { EmptyState } from '../components/EmptyState.tsx'
import { laneColours } from '../components/laneColours.ts'
import { PaneHead } from '../components/Pane.tsx'
import { SkeletonRows } from '../components/Skeleton.tsx'
import { FaultCard } from '../faults/FaultCard.tsx'
import { faultOf } from '../faults/faultOf.ts'
import { useCurrent } from '../queries/useCurrent.ts'
import type { Current } from '../queries/useCurrent.ts'
import { chooseOperation } from '../state/chosenOperation.ts'
import { useToasts } from '../state/toasts.ts'
import { logEntries } from './logEntries.ts'
import type { LogEntry, LogFilter } from './logEntries.ts'
import { LogFilters } from './LogFilters.tsx'
import { LogList } from './LogList.tsx'
import { OperationFacts } from './OperationFacts.tsx'
import { useExcerpts } from './useExcerpts.ts'
import { useOperations } from './useOperations.ts'

/** Everything that was done to the tract, newest first, and the ways back. */
export function LogTab() {
  const current = useCurrent()
  return current === null ? <SkeletonRows count={4} label="The log is being read" /> : <Log key={current.tract} current={current} />
}

/** While a filter finds less than this, it is looked for further back. */
const enough = 60

function Log({ current }: { readonly current: Current }) {
  const [filter, setFilter] = useState<LogFilter>({ kind: 'all', text: '' })
  const { operations, error, isReading, more } = useOperations(current.tract)
  const toasts = useToasts((messages) => messages.past)
  const here = current.overview.undo.undo?.id ?? null
  const entries = useMemo(() => logEntries({ operations, toasts, here }, filter), [operations, toasts, here, filter])
  const excerpts = useExcerpts(current.tract)
  const lanes = useMemo(() => laneColours(current.overview.branches.map(({ name }) => name), current.branch), [current])
  const [at, setAt] = useState<string | null>(null)
  const chosen = entries.find(({ key }) => key === at) ?? entries.find((entry) => entry.kind === 'operation' && entry.state === 'here') ?? entries[0]
  useEffect(() => chooseOperation(chosen?.kind === 'operation' ? chosen.operation : null), [chosen])
  useEffect(() => {
    if (entries.length < enough) more?.()
  }, [entries.length, more])
  return (
    <>
      <PaneHead title="Log" lens={ScrollText} sub="everything that was done">
        <LogFilters filter={filter} onChange={setFilter} />
      </PaneHead>
      {error !== null && <div className="p-3.5"><FaultCard fault={faultOf(error)} /></div>}
      {entries.length === 0 ? (
        <Nothing isReading={isReading} isFiltered={filter.kind !== 'all' || filter.text !== ''} />
      ) : (
        <div className="grid min-h-0 grow grid-cols-[minmax(0,1fr)_minmax(280px,360px)]">
          <LogList entries={entries} lanes={lanes} excerpts={excerpts} chosen={chosen} onChoose={(entry: LogEntry) => setAt(entry.key)} onEnd={more} />
          <OperationFacts entry={chosen} current={current} />
        </div>
      )}
    </>
  )
}

function Nothing({ isReading, isFiltered }: { readonly isReading: boolean; readonly isFiltered: boolean }) {
  if (isReading) return <SkeletonRows count={4} label="The log is being read" />
  return (
    <EmptyState icon={ScrollText} title={isFiltered ? 'Nothing like that was done' : 'Nothing was done yet'}>
      {isFiltered ? 'Other words, or another kind, may find it.' : 'Every act on this tract will stand here, with a way back.'}
    </EmptyState>
  )
}
