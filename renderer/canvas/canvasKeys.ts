import type { RailRow } from '../graph/rows.ts'
import { walk } from '../graph/walk.ts'

type Press = { readonly key: string; readonly altKey: boolean; readonly ctrlKey: boolean; readonly metaKey: boolean }
/** What a key press means on the surface. */
export type KeyAct =
  | { readonly kind: 'go'; readonly index: number }
  /** Opens the folded run at an index. */
  | { readonly kind: 'unfold'; readonly index: number }
  /** Folds the run that the step at an index came from. */
  | { readonly kind: 'refold'; readonly index: number }
  /** Opens the step in the chat. */
  | { readonly kind: 'open'; readonly index: number }

const page = 10

/** Up is older. `at`: the row that has the keyboard, newest first; −1 for none, then a move begins where you are. */
export function actOf(press: Press, rows: readonly RailRow[], at: number): KeyAct | null {
  if (press.altKey || press.ctrlKey || press.metaKey || rows.length === 0) return null
  const row = rows[at]
  if (press.key === 'Enter' && row?.isMerge === false) return { kind: row.fold === null ? 'open' : 'unfold', index: at }
  if (press.key === 'ArrowRight' && row?.fold) return { kind: 'unfold', index: at }
  if (press.key === 'ArrowLeft' && row?.fold === null) return { kind: 'refold', index: at }
  const steps: { readonly [Key in string]?: number } = { ArrowUp: 1, k: 1, ArrowDown: -1, j: -1, PageUp: page, PageDown: -page, Home: rows.length }
  if (press.key === 'End') return { kind: 'go', index: Math.max(0, rows.findIndex((one) => one === walk(rows, null, 'head'))) } // where you are, not the newest of any branch
  const step = steps[press.key]
  if (step === undefined) return null
  const start = at < 0 && Math.abs(step) < rows.length ? rows.findIndex(({ isHead }) => isHead) : at + step
  return { kind: 'go', index: Math.min(rows.length - 1, Math.max(0, start)) }
}
