import type { Meaning, Target } from './dragged.ts'
import { targetElements, targetOf } from './readPage.ts'

/** Lets the places glow where what is dragged may be dropped. */
export function lightTargets(isLegal: (target: Target) => boolean): void {
  for (const element of targetElements()) {
    const target = targetOf(element)
    if (target !== null && isLegal(target)) element.dataset['legal'] = ''
  }
}

/** Marks the one place under the pointer, with whether it takes the drop. */
export function markOver(element: HTMLElement | null, meaning: Meaning | null): void {
  for (const marked of document.querySelectorAll<HTMLElement>('[data-over]')) delete marked.dataset['over']
  const { dataset } = document.documentElement
  dataset['dropping'] = meaning === null ? 'nowhere' : meaning.kind === 'no' ? 'no' : 'yes'
  if (element !== null && meaning !== null) element.dataset['over'] = meaning.kind === 'no' ? 'no' : 'yes'
}

export function unlight(): void {
  for (const marked of document.querySelectorAll<HTMLElement>('[data-over], [data-legal]')) {
    delete marked.dataset['over']
    delete marked.dataset['legal']
  }
  delete document.documentElement.dataset['dropping']
}
