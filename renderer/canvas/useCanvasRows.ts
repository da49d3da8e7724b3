import { useMemo } from 'react'
import type { MessageId, TractId } from '../../core/model/ids.ts'
import { foldRuns } from '../graph/foldRuns.ts'
import type { RailRow } from '../graph/rows.ts'
import { isFolded, useFolds } from '../state/folds.ts'
import { useCanvasCursor } from './canvasCursor.ts'
import { useHitsIn } from '../state/hits.ts'
import { useSelection } from '../state/selection.ts'

/** The rows of the surface: long runs are folded unless this tract is shown whole. The focused step and what a search found always stand for themselves. */
export function useCanvasRows(tract: TractId, steps: readonly RailRow[], failed: ReadonlySet<MessageId>): readonly RailRow[] {
  const isOn = useFolds((folds) => isFolded(tract, 'canvas', folds))
  const opened = useFolds((folds) => folds.opened)
  const hits = useHitsIn(tract)
  const noted = useMemo(() => (hits.size === 0 ? failed : new Set([...failed, ...hits])), [failed, hits])
  const focused = useSelection((selection) => selection.focused)
  const folded = useMemo(() => (isOn ? foldRuns(steps, { messages: noted, opened }) : steps), [isOn, steps, noted, opened])
  const shown = useMemo(() => new Set(folded.flatMap(({ messageId, fold }) => (fold === null ? [messageId] : []))), [folded])
  const isOnRun = useCanvasCursor(({ run }) => run !== null)
  const inRun = focused !== null && !isOnRun && !shown.has(focused) ? focused : null // walking from card to card folds nothing anew
  return useMemo(() => (inRun === null ? folded : foldRuns(steps, { messages: new Set([...noted, inRun]), opened })), [inRun, folded, steps, noted, opened])
}
