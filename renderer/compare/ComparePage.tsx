import { useQueries } from '@tanstack/react-query'
import { Columns2 } from 'lucide-react'
import { useEffect, useMemo, useRef, useState } from 'react'
import type { TranscriptMessage } from '../../core/model/context.ts'
import { EmptyState } from '../components/EmptyState.tsx'
import { SkeletonRows } from '../components/Skeleton.tsx'
import { transcriptQuery } from '../queries/history.ts'
import { useCurrent } from '../queries/useCurrent.ts'
import type { Current } from '../queries/useCurrent.ts'
import { showTalk } from '../state/view.ts'
import { alignBranches } from './alignBranches.ts'
import { CompareBar } from './CompareBar.tsx'
import type { CompareLens } from './CompareBar.tsx'
import { CompareFoot } from './CompareFoot.tsx'
import { CompareRows } from './CompareRows.tsx'
import { SettingsLine } from './SettingsLine.tsx'
import { SharedLine } from './SharedLine.tsx'

const mostMessages = 2000

/** Two to four branches side by side: what they share folded, then row by row. */
export function ComparePage({ branches }: { readonly branches: readonly string[] }) {
  const current = useCurrent()
  if (current === null) return <main className="bg-pane p-6"><SkeletonRows count={6} label="The branches are on their way" /></main>
  const known = branches.filter((name) => current.overview.branches.some((branch) => branch.name === name))
  return <Comparison current={current} branches={known} />
}

function Comparison({ current, branches }: { readonly current: Current; readonly branches: readonly string[] }) {
  const [lens, setLens] = useState<CompareLens>('happened')
  const [isOpen, setOpen] = useState(false)
  const columns = useQueries({ queries: branches.map((branch) => transcriptQuery(current.tract, branch, mostMessages)) }).map(({ data }) => data)
  const loaded = columns.every((column) => column !== undefined) ? columns.map((column) => column?.items ?? []) : null
  const aligned = useAlignment(loaded, lens)
  const page = useRef<HTMLElement>(null)
  useEffect(() => {
    if (document.activeElement === document.body) page.current?.focus() // so that Escape leaves it, however it was opened
  }, [])
  const last = aligned?.rows[aligned.shared - 1]?.cells[0] ?? null
  return (
    <main
      ref={page}
      tabIndex={-1}
      data-pane="compare"
      aria-label="Compare"
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.defaultPrevented) return
        event.preventDefault()
        showTalk()
      }}
      className="grid min-h-0 grid-cols-1 grid-rows-[auto_minmax(0,1fr)_auto] bg-pane outline-none"
    >
      <CompareBar current={current} branches={branches} lens={lens} onLens={setLens} />
      {branches.length < 2 ? (
        <EmptyState icon={Columns2} title="Nothing to compare yet">
          Choose two branches above, or ask the same question several ways (T on an answer).
        </EmptyState>
      ) : aligned === null ? (
        <div className="p-6"><SkeletonRows count={6} label="The branches are being read" /></div>
      ) : (
        <div className="min-h-0 overflow-y-auto" tabIndex={0} role="region" aria-label="The branches, side by side">
          <SharedLine current={current} count={aligned.shared} last={last} isOpen={isOpen} onToggle={() => setOpen(!isOpen)} />
          <SettingsLine current={current} branches={branches} />
          <CompareRows current={current} branches={branches} rows={isOpen ? aligned.rows : aligned.rows.slice(aligned.shared)} />
        </div>
      )}
      <CompareFoot current={current} branches={branches} columns={loaded ?? []} />
    </main>
  )
}

/** `seen` leaves out what the model does not see. null while it isn't read. */
function useAlignment(columns: readonly (readonly TranscriptMessage[])[] | null, lens: CompareLens) {
  const key = columns?.map((items) => items.map(({ commit, shown }) => commit.slice(0, 12) + String(shown)).join()).join('|')
  // oxlint-disable-next-line react-hooks/exhaustive-deps -- the lists are new each time they are asked for; the key says whether anything in them is
  return useMemo(() => columns && alignBranches(columns.map((items) => (lens === 'seen' ? items.filter(({ shown }) => shown) : items))), [key, lens])
}
