import { showTalk, useView } from '../state/view.ts'

/** Does it where chat and X-ray are; a moment later when they have to come back first. */
export function inTalk(act: () => void): void {
  if (useView.getState().page.kind === 'talk') return act()
  showTalk()
  requestAnimationFrame(act)
}
