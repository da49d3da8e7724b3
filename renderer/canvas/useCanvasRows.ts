import { useMemo } from 'react'
import type { MessageId, TractId } from '../../core/model/ids.ts'
import { foldRuns } from '../graph/foldRuns.ts'
import type { RailRow } from '../graph/rows.ts'
import { isFolded, useFolds } from '../state/folds.ts'
import { useCanvasCursor } from './canvasCursor.ts'
import { useSelection } from '../state/selection.ts'

/** The rows of the surface: long runs are folded unless this tract is shown whole. The focused step always stands for itself. */
export function useCanvasRows(tract: TractId, steps: readonly RailRow[], failed: ReadonlySet<MessageId>): readonly RailRow[] {
  const isOn = useFolds((folds) => isFolded(tract, 'canvas', folds))
  const opened = useFolds((folds) => folds.opened)
  const focused = useSelection((selection) => selection.focused)
  const folded = useMemo(() => (isOn ? foldRuns(steps, { messages: failed, opened }) : steps), [isOn, steps, failed, opened])
  const shown = useMemo(() => new Set(folded.flatMap(({ messageId, fold }) => (fold === null ? [messageId] : []))), [folded])
  const isOnRun = useCanvasCursor(({ run }) => run !== null)
  const inRun = focused !== null && !isOnRun && !shown.has(focused) ? focused : null // walking from card to card folds nothing anew
  return useMemo(() => (inRun === null ? folded : foldRuns(steps, { messages: new Set([...failed, inRun]), opened })), [inRun, folded, steps, failed, opened])
}
