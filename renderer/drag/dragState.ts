import { create } from 'zustand'
import type { Dragged, Intent, Meaning, Spot } from './dragged.ts'

type DragState = {
  /** What is under way and what dropping it now would mean. */
  readonly drag: { readonly dragged: Dragged; readonly meaning: Meaning | null } | null
  readonly pointer: Spot
  /** What was dropped and waits for a word: a choice, or a look at what it would do. */
  readonly drop: { readonly kind: 'choices'; readonly at: Spot; readonly meaning: Extract<Meaning, { kind: 'ask' }> } | { readonly kind: 'card'; readonly at: Spot; readonly intent: Intent } | null
}

export const useDrag = create<DragState>()(() => ({ drag: null, pointer: { x: 0, y: 0 }, drop: null }))

export const closeDrop = (): void => useDrag.setState({ drop: null })
export const isDraggingSteps = ({ drag }: DragState): boolean => drag?.dragged.kind === 'steps'
