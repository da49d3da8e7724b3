import type { MessageId } from '../../core/model/ids.ts'
import { closePeek, peekAt } from '../state/peek.ts'

/** Opens a glance at a step beside its row in the pane that has the keyboard, else wherever a row of it is. */
export function peekAtStep(step: MessageId): void {
  const row = rowOf(step, document.activeElement?.closest('[data-pane]') ?? document) ?? rowOf(step, document)
  if (row === null) return closePeek()
  peekAt({ step, anchor: boxOf(row), by: 'key' })
}

const rowOf = (step: MessageId, within: ParentNode): HTMLElement | null => within.querySelector<HTMLElement>(`[data-message="${step}"]`)

export function boxOf(row: HTMLElement): { readonly left: number; readonly top: number; readonly width: number; readonly height: number } {
  const { left, top, width, height } = row.getBoundingClientRect()
  return { left, top, width, height }
}
