import { useRef } from 'react'
import type { KeyboardEvent, MouseEvent } from 'react'
import type { MessageId } from '../../core/model/ids.ts'
import { focusPane } from '../commands/focus.ts'
import { runHolding } from '../graph/foldRuns.ts'
import type { RailRow } from '../graph/rows.ts'
import type { GraphSteps } from '../graph/useGraphSteps.ts'
import { chooseByClick, chooseByKey } from '../state/choosing.ts'
import { closeFold, openFold } from '../state/folds.ts'
import { focusMessage } from '../state/selection.ts'
import { keepStill, pointAtRun } from './canvasCursor.ts'
import { actOf } from './canvasKeys.ts'
import type { KeyAct } from './canvasKeys.ts'
import type { Scene } from './useScene.ts'

export type SurfaceActs = {
  readonly onKey: (event: KeyboardEvent) => void
  readonly onClick: (event: MouseEvent, row: RailRow) => void
  readonly onOpen: (row: RailRow) => void
  /** Whether the focus was moved by a click: then it is in view. Asked once. */
  readonly wasClicked: () => boolean
}

/** What keys and clicks on the surface do. What is done *to* a step is a command, as everywhere. */
export function useSurfaceActs({ placed: { rows }, cursor }: Scene, { steps, failed, onReachOldest }: GraphSteps): SurfaceActs {
  const clicked = useRef(false)
  const act = (what: KeyAct): void => {
    const row = rows[what.index]
    if (row === undefined) return
    if (what.index === rows.length - 1) onReachOldest()
    if (what.kind === 'go') return goTo(row)
    if (what.kind === 'open') return openInChat(row)
    if (what.kind === 'unfold') return unfold(row, true)
    const run = runHolding(steps, failed, row.hash)
    if (run !== null) refold(run)
  }
  return {
    onKey: (event) => {
      const what = actOf(event, rows, cursor)
      const next = what?.kind === 'go' ? rows[what.index] : undefined
      clicked.current = false
      if (chooseByKey(event, stepOf(rows[cursor]), stepOf(next))) return event.preventDefault()
      if (what === null) return
      event.preventDefault()
      act(what)
    },
    onClick: (event, row) => {
      if (row.fold !== null) return unfold(row, false)
      if (!row.isMerge && chooseByClick(event, row.messageId, () => ownSteps(rows))) return
      clicked.current = row !== rows[cursor]
      goTo(row)
    },
    onOpen: (row) => {
      if (!row.isMerge && row.fold === null) openInChat(row)
    },
    wasClicked: () => {
      const was = clicked.current
      clicked.current = false
      return was
    },
  }
}

function goTo(row: RailRow): void {
  if (row.fold !== null) return pointAtRun(row.fold.oldest)
  pointAtRun(null)
  focusMessage(row.messageId, 'canvas')
}

function openInChat(row: RailRow): void {
  focusMessage(row.messageId, 'canvas')
  focusPane('chat')
}

/** By key its newest step gets the focus; a click leaves the focus where it is. */
function unfold({ fold, messageId }: RailRow, takesFocus: boolean): void {
  if (fold === null) return
  keepStill(fold.oldest)
  openFold(fold.oldest)
  pointAtRun(null)
  if (takesFocus) focusMessage(messageId, 'canvas')
}

function refold(run: string): void {
  keepStill(run)
  closeFold(run)
  pointAtRun(run)
}

const stepOf = (row: RailRow | undefined): MessageId | null => (row === undefined || row.isMerge || row.fold !== null ? null : row.messageId)
const ownSteps = (rows: readonly RailRow[]): readonly MessageId[] => rows.flatMap(({ state, isMerge, fold, messageId }) => (state === 'out' || isMerge || fold !== null ? [] : [messageId]))
