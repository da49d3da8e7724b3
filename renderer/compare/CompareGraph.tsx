import { useMemo } from 'react'
import { SkeletonRows } from '../components/Skeleton.tsx'
import { reachOf } from '../graph/reach.ts'
import { rowsOf } from '../graph/readRows.ts'
import { RailView } from '../graph/RailView.tsx'
import { useGraphSteps } from '../graph/useGraphSteps.ts'
import type { Current } from '../queries/useCurrent.ts'
import { focusMessage, useSelection } from '../state/selection.ts'
import { openFold } from '../state/folds.ts'
import { showTalk } from '../state/view.ts'

type Props = { readonly current: Current; readonly branches: readonly string[] }

/** The history of the compared branches alone: where they part and what each has since. */
export function CompareGraph({ current, branches }: Props) {
  const { steps, older, tail, branch, colours, answering, failed, onReachOldest, isLoading } = useGraphSteps(current)
  const selected = useSelection((selection) => selection.focused)
  const chosen = useSelection((selection) => selection.chosen)
  const rows = useMemo(() => {
    const graph = rowsOf(current.tract)
    const held = branches.map((name) => reachOf(graph, name))
    return steps.filter(({ hash }) => held.some((reach) => reach.has(hash)))
  }, [current.tract, branches, steps])
  if (isLoading) return <SkeletonRows count={6} label="The history is being read" />
  return (
    <div className="flex min-h-0 flex-col">
      <RailView
        rows={rows}
        older={older}
        tail={tail}
        branch={branch}
        colours={colours}
        answering={answering}
        failed={failed}
        selected={selected}
        chosen={chosen}
        onReachOldest={onReachOldest}
        onSelect={(row) => focusMessage(row.messageId, 'rail')}
        onOpen={(row) => {
          focusMessage(row.messageId, 'rail')
          showTalk()
        }}
        onOpenFold={({ oldest }) => openFold(oldest)}
      />
    </div>
  )
}
