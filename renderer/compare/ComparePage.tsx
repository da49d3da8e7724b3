import { useQueries } from '@tanstack/react-query'
import { Columns2 } from 'lucide-react'
import { useEffect, useMemo, useRef, useState } from 'react'
import type { ReactNode } from 'react'
import type { TranscriptMessage } from '../../core/model/context.ts'
import { EmptyState } from '../components/EmptyState.tsx'
import { SkeletonRows } from '../components/Skeleton.tsx'
import { transcriptQuery } from '../queries/history.ts'
import { useCurrent } from '../queries/useCurrent.ts'
import type { Current } from '../queries/useCurrent.ts'
import { useCompareLook } from '../state/compareLook.ts'
import type { AlignBy } from '../state/compareLook.ts'
import { showTalk } from '../state/view.ts'
import { textOf } from '../words/contents.ts'
import { alignBranches, alignByPlace } from './alignBranches.ts'
import type { Alignment } from './alignBranches.ts'
import { CompareBar } from './CompareBar.tsx'
import { CompareColumns } from './CompareColumns.tsx'
import { CompareContexts } from './CompareContexts.tsx'
import { CompareFoot } from './CompareFoot.tsx'
import { CompareGraph } from './CompareGraph.tsx'
import { CompareRows } from './CompareRows.tsx'
import { SettingsLine } from './SettingsLine.tsx'
import { SharedLine } from './SharedLine.tsx'
import { copyComparison } from './copyComparison.ts'
import { isVerdict } from './verdict.ts'

const mostMessages = 2000

/** Two to four branches side by side: what they share folded, then row by row. */
export function ComparePage({ branches }: { readonly branches: readonly string[] }) {
  const current = useCurrent()
  if (current === null) return <main className="bg-pane p-6"><SkeletonRows count={6} label="The branches are on their way" /></main>
  const known = branches.filter((name) => current.overview.branches.some((branch) => branch.name === name))
  return <Comparison current={current} branches={known} />
}

function Comparison({ current, branches }: { readonly current: Current; readonly branches: readonly string[] }) {
  const { view, diff, align, together } = useCompareLook()
  const [isOpen, setOpen] = useState(false)
  const columns = useQueries({ queries: branches.map((branch) => transcriptQuery(current.tract, branch, mostMessages)) }).map(({ data }) => data)
  const loaded = columns.every((column) => column !== undefined) ? columns.map((column) => (column?.items ?? []).filter(({ content }) => !isVerdict(textOf(content)))) : null
  const aligned = useAlignment(loaded, align)
  const all = columns.map((column) => column?.items ?? [])
  const Rows = together ? CompareRows : CompareColumns
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
      <CompareBar current={current} branches={branches} onCopy={aligned === null ? null : () => void copyComparison(branches, aligned, all)} />
      {branches.length < 2 ? (
        <EmptyState icon={Columns2} title="Nothing to compare yet">
          Choose two branches above, or ask the same question several ways (T on an answer).
        </EmptyState>
      ) : view === 'context' ? (
        <CompareContexts current={current} branches={branches} />
      ) : view === 'graph' ? (
        <CompareGraph current={current} branches={branches} />
      ) : aligned === null || loaded === null ? (
        <div className="p-6"><SkeletonRows count={6} label="The branches are being read" /></div>
      ) : (
        <Answers isTogether={together}>
          <SharedLine current={current} count={aligned.shared} last={last} isOpen={isOpen} onToggle={() => setOpen(!isOpen)} />
          <SettingsLine current={current} branches={branches} columns={loaded} />
          <Rows current={current} branches={branches} rows={isOpen ? aligned.rows : aligned.rows.slice(aligned.shared)} diff={diff} />
        </Answers>
      )}
      <CompareFoot current={current} branches={branches} columns={all} />
    </main>
  )
}

/** One list that scrolls, or a frame whose columns do. */
const Answers = ({ isTogether, children }: { readonly isTogether: boolean; readonly children: ReactNode }) =>
  isTogether ? (
    <div className="min-h-0 overflow-y-auto" tabIndex={0} role="region" aria-label="The branches, side by side">{children}</div>
  ) : (
    <div className="flex min-h-0 flex-col">{children}</div>
  )

/** null while it isn't read. */
function useAlignment(columns: readonly (readonly TranscriptMessage[])[] | null, align: AlignBy): Alignment | null {
  const key = columns?.map((items) => items.map(({ commit, shown }) => commit.slice(0, 12) + String(shown)).join()).join('|')
  // oxlint-disable-next-line react-hooks/exhaustive-deps -- the lists are new each time they are asked for; the key says whether anything in them is
  return useMemo(() => columns && (align === 'place' ? alignByPlace(columns) : alignBranches(columns)), [key, align])
}
