import type { Priority } from '../../core/model/content.ts'
import type { CommitHash, MessageId } from '../../core/model/ids.ts'
import type { Spot, Target } from './dragged.ts'

/** What a press took hold of, as the page marks it. */
export type Handle = { readonly kind: 'step'; readonly message: MessageId } | { readonly kind: 'branch'; readonly name: string; readonly tract: string | null } | { readonly kind: 'here' }

const hasAnotherUse = 'button, a, input, textarea, select, summary, [contenteditable], [role="separator"], [role="menu"], [role="dialog"], dialog'

/** What can be dragged from here; null: nothing. Of a message with a head only the head is a handle, so that its words can be selected. */
export function handleAt(element: Element): Handle | null {
  if (element.closest(hasAnotherUse) !== null) return null
  const marked = element.closest<HTMLElement | SVGElement>('[data-branch], [data-here], [data-message]')
  if (marked === null) return null
  const { branch, tract, here, message } = marked.dataset
  if (here !== undefined) return { kind: 'here' }
  if (branch !== undefined) return { kind: 'branch', name: branch, tract: tract ?? null }
  if (marked.querySelector('[data-handle]') !== null && element.closest('[data-handle]') === null) return null
  return message === undefined ? null : { kind: 'step', message: message as MessageId }
}

/** What lies under a point, the uppermost first, that something could be dropped on. */
export function targetAt({ x, y }: Spot): { readonly element: HTMLElement; readonly target: Target } | null {
  for (const element of document.elementsFromPoint(x, y)) {
    const target = element instanceof HTMLElement ? targetOf(element) : null
    if (target !== null) return { element: element as HTMLElement, target }
  }
  return null
}

/** All places that say by themselves what they are for; the steps are too many to be lit at once. */
export const targetElements = (): readonly HTMLElement[] => [...document.querySelectorAll<HTMLElement>('[data-branch], [data-drop]')]

export function targetOf({ dataset: { drop, branch, tract, commit } }: HTMLElement): Target | null {
  if (drop !== undefined) return markedDrop(drop)
  if (branch !== undefined) return { kind: 'branch', name: branch, tract: tract ?? null }
  return commit === undefined ? null : { kind: 'step', commit: commit as CommitHash }
}

function markedDrop(drop: string): Target | null {
  if (drop === 'composer' || drop === 'compare' || drop === 'open') return { kind: drop }
  const [kind, priority] = drop.split(':')
  return kind === 'zone' && isPriority(priority) ? { kind, priority } : null
}

const isPriority = (value: string | undefined): value is Priority => value === 'pinned' || value === 'skip' || value === 'normal'
