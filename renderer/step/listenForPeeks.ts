import type { MessageId } from '../../core/model/ids.ts'
import { runCommand } from '../commands/registry.ts'
import { closePeek, peekAt, usePeek } from '../state/peek.ts'
import { boxOf } from './peekAtStep.ts'

const delayMs = 400
/** How long the pointer may be on its way from the row into the glance, over other rows too. */
const wayMs = 180

/** Panes whose rows show so little that a glance helps. A message of the chat stands there whole. */
const panes = '[data-pane="rail"], [data-pane="canvas"], [data-pane="xray"], [data-pane="compare"]'

/** Listens for as long as the page lives: to the pointer on a row, Alt held over it, and what ends a glance. */
export function listenForPeeks(): () => void {
  const hover = createHover()
  const stops = new AbortController()
  const on = <Type extends keyof DocumentEventMap>(type: Type, listener: (event: DocumentEventMap[Type]) => void): void =>
    document.addEventListener(type, listener, { capture: true, passive: type !== 'keydown', signal: stops.signal })
  on('pointermove', hover.move)
  on('keydown', (event) => (event.key === 'Alt' ? !event.repeat && hover.open() : onKey(event, hover)))
  on('keyup', (event) => event.key === 'Alt' && document.querySelector('[data-peek]:hover') === null && hover.leave())
  for (const type of ['pointerdown', 'wheel', 'dragstart'] as const) on(type, (event) => !isIn(event.target, '[data-peek]') && hover.stop())
  window.addEventListener('blur', hover.leave, { signal: stops.signal })
  return () => {
    stops.abort()
    hover.stop()
  }
}

type Hover = {
  readonly move: (event: PointerEvent) => void
  /** At once, at the row under the pointer. */
  readonly open: () => void
  /** Ends what the pointer opened, and what it waits for. */
  readonly leave: () => void
  /** Ends every glance. */
  readonly stop: () => void
}

function createHover(): Hover {
  let over: HTMLElement | null = null
  let timers: readonly ReturnType<typeof setTimeout>[] = []
  const forget = (): void => timers.forEach(clearTimeout)
  const open = (): void => {
    const step = over?.dataset['message']
    if (over?.isConnected && step !== undefined) peekAt({ step: step as MessageId, anchor: boxOf(over), by: 'pointer' })
  }
  const leave = (): void => {
    forget()
    if (isOpen()) closePeek()
  }
  return {
    open,
    leave,
    stop() {
      forget()
      closePeek()
    },
    move({ buttons, pointerType, altKey, target }) {
      if (buttons !== 0 || pointerType === 'touch') return leave()
      const isInside = isIn(target, '[data-peek]')
      const row = isInside ? null : rowUnder(target)
      if (row === over && !isInside) return
      over = row
      forget()
      if (isInside) return
      if (row !== null && altKey) return open()
      timers = [...(isOpen() ? [setTimeout(closePeek, wayMs)] : []), ...(row === null ? [] : [setTimeout(open, delayMs)])]
    },
  }
}

const isOpen = (): boolean => usePeek.getState().peeked?.by === 'pointer'

function onKey(event: KeyboardEvent, hover: Hover): void {
  const { peeked } = usePeek.getState()
  if (peeked === null) return
  if (event.key === 'Escape') return consume(event), hover.stop()
  if (event.key === 'Enter' && !isIn(event.target, hasOwnEnter)) {
    consume(event)
    hover.stop()
    return void runCommand('step.details', peeked.step)
  }
  if (!['Shift', 'Control', 'Meta'].includes(event.key)) hover.leave()
}

const hasOwnEnter = 'textarea, input, select, button, a, dialog, [contenteditable], [role="menu"], [role="treeitem"]'

const isIn = (target: EventTarget | null, selector: string): boolean => target instanceof Element && target.closest(selector) !== null

function rowUnder(target: EventTarget | null): HTMLElement | null {
  const row = target instanceof Element ? target.closest<HTMLElement>('[data-message]') : null
  return row?.closest(panes) ? row : null
}

function consume(event: Event): void {
  event.preventDefault()
  event.stopPropagation()
}
