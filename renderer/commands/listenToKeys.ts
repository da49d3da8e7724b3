import { closeTip } from '../onboarding/offerTip.ts'
import { showToast } from '../state/toasts.ts'
import { setWaitingKeys, useWaitingKeys } from '../state/waitingKeys.ts'
import { currentContext } from './context.ts'
import { keyMeaning, placeOf } from './keyMeaning.ts'
import type { KeyMeaning } from './keyMeaning.ts'
import { combinationOf } from './keys.ts'
import { followLayout } from './layoutMap.ts'
import { runCommand } from './registry.ts'
import type { CommandId } from './registry.ts'

/** Turns key presses into commands, for as long as the page lives, and says why one does nothing. What has handled a key itself keeps it (`defaultPrevented`). */
export function listenToKeys(): () => void {
  const presses = createPresses()
  const onKey = (press: KeyboardEvent): void => {
    if (press.defaultPrevented || press.isComposing) return presses.forget()
    const meaning = presses.take(press)
    if (meaning.kind === 'nothing') return
    if (meaning.kind === 'waits') return press.preventDefault()
    const { command } = meaning
    if (press.key === 'Escape' && command.whyNot(currentContext()) !== null) return // Escape has other uses
    press.preventDefault()
    closeTip()
    const why = command.group === 'view' || press.repeat ? null : command.whyNot(currentContext())
    if (why !== null) return showToast({ tone: 'note', text: why })
    void runCommand(command.id as CommandId)
  }
  followLayout()
  window.addEventListener('keydown', onKey)
  window.addEventListener('pointerdown', presses.forget)
  return () => {
    window.removeEventListener('keydown', onKey)
    window.removeEventListener('pointerdown', presses.forget)
  }
}

type Presses = { readonly take: (press: KeyboardEvent) => KeyMeaning; readonly forget: () => void }

/** Remembers the first key of two (`G G`) for a moment. A second one that fits nothing is a first one again; Escape only ends the waiting. */
function createPresses(): Presses {
  let before: readonly KeyboardEvent[] = []
  let timer: ReturnType<typeof setTimeout> | undefined
  const forget = (): void => {
    clearTimeout(timer)
    before = []
    if (useWaitingKeys.getState().keys !== null) setWaitingKeys(null)
  }
  return {
    forget,
    take(press) {
      if (combinationOf(press) === null) return { kind: 'nothing' } // Shift alone comes before every capital letter
      const place = placeOf(press.target)
      const waited = before
      forget()
      if (waited.length > 0 && press.key === 'Escape') return { kind: 'waits' }
      const together = waited.length === 0 ? null : keyMeaning([...waited, press], place)
      const presses = together === null || together.kind === 'nothing' ? [press] : [...waited, press]
      const meaning = presses.length === 1 ? keyMeaning(presses, place) : (together ?? { kind: 'nothing' })
      if (meaning.kind === 'waits') {
        before = presses
        setWaitingKeys(presses.map((one) => combinationOf(one) ?? '').join(' '))
        timer = setTimeout(forget, patienceMs)
      }
      return meaning
    },
  }
}

const patienceMs = 1500
