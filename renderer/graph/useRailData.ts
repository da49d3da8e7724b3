import { useMemo } from 'react'
import type { MessageId, TractId } from '../../core/model/ids.ts'
import type { Current } from '../queries/useCurrent.ts'
import { isFolded, useFolds } from '../state/folds.ts'
import { useHitsIn } from '../state/hits.ts'
import { useSelection } from '../state/selection.ts'
import { foldRuns } from './foldRuns.ts'
import type { RailViewProps } from './RailView.tsx'
import type { RailRow } from './rows.ts'
import { useGraphSteps } from './useGraphSteps.ts'

type RailData = Pick<RailViewProps, 'rows' | 'older' | 'tail' | 'branch' | 'colours' | 'answering' | 'failed' | 'onReachOldest'> & { readonly isLoading: boolean; /** Older steps aren't loaded. */ readonly hasMore: boolean }

/** Everything the rail draws, from the facts that are known of a tract. */
export function useRailData(current: Current): RailData {
  const { steps, older, tail, branch, colours, answering, failed, onReachOldest, isLoading, hasMore } = useGraphSteps(current)
  return { rows: useFolded(current.tract, steps, failed), older, tail, branch, colours, answering, failed, onReachOldest, isLoading, hasMore }
}

/** The rows with their runs folded, where this tract is shown so. The selected step and what a search found always stand for themselves. */
function useFolded(tract: TractId, steps: readonly RailRow[], failed: ReadonlySet<MessageId>): readonly RailRow[] {
  const isOn = useFolds((folds) => isFolded(tract, 'rail', folds))
  const opened = useFolds((folds) => folds.opened)
  const hits = useHitsIn(tract)
  const selected = useSelection((selection) => selection.focused)
  return useMemo(() => {
    if (!isOn) return steps
    return foldRuns(steps, { messages: new Set([...failed, ...hits, ...(selected === null ? [] : [selected])]), opened })
  }, [isOn, steps, failed, hits, selected, opened])
}
