import { words } from '../words/words.ts'
import { hasBegun, hasLeft, restMs } from './beginning.ts'
import type { Dragged, Meaning, Spot, Target } from './dragged.ts'
import { draggedFrom } from './draggedFrom.ts'
import { readDragFacts } from './dragFacts.ts'
import type { DragFacts } from './dragFacts.ts'
import { useDrag } from './dragState.ts'
import { dropped } from './dropped.ts'
import { scrollAtEdge } from './edgeScroll.ts'
import { meaningOf } from './meaningOf.ts'
import { lightTargets, markOver, unlight } from './lights.ts'
import { handleAt, targetAt } from './readPage.ts'
import type { Handle } from './readPage.ts'

type Press = Spot & { readonly at: number; readonly pointer: number; readonly isTouch: boolean; readonly handle: Handle }
type Going = { readonly dragged: Dragged; readonly facts: DragFacts; readonly frame: number; readonly over: HTMLElement | null }

let press: Press | null = null
let going: Going | null = null
let rest: ReturnType<typeof setTimeout> | undefined

/** Lets steps, branches and the ring of the open place be dragged, with mouse, pen and finger, for as long as the page lives. */
export function listenToDrags(): void {
  window.addEventListener('pointerdown', down)
  window.addEventListener('pointermove', move)
  window.addEventListener('pointerup', up)
  window.addEventListener('pointercancel', cancel)
  window.addEventListener('blur', cancel)
  window.addEventListener('keydown', escape, { capture: true })
  window.addEventListener('selectstart', (event) => press !== null && event.preventDefault())
  window.addEventListener('contextmenu', (event) => going !== null && event.preventDefault()) // a finger that rests asks for it
}

function down(event: PointerEvent): void {
  cancel()
  if (event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey || !(event.target instanceof Element)) return
  const handle = handleAt(event.target)
  if (handle === null) return
  press = { ...spotOf(event), at: event.timeStamp, pointer: event.pointerId, isTouch: event.pointerType === 'touch', handle }
  if (!press.isTouch) return
  window.addEventListener('touchmove', holdStill, { passive: false })
  rest = setTimeout(() => press !== null && begin(press, press), restMs)
}

function move(event: PointerEvent): void {
  if (press === null || event.pointerId !== press.pointer) return
  const now = spotOf(event)
  if (going !== null) return follow(now)
  if (press.isTouch) return hasLeft(press, now) ? cancel() : undefined
  if (hasBegun(press, { ...now, at: event.timeStamp })) begin(press, now)
}

function begin({ handle, pointer }: Press, now: Spot): void {
  const facts = readDragFacts()
  const dragged = facts === null ? null : draggedFrom(handle, facts)
  if (facts === null || dragged === null) return cancel()
  document.body.setPointerCapture(pointer) // the row it came from may be gone by the time it is dropped
  document.documentElement.dataset['drag'] = dragged.kind
  useDrag.setState({ drag: { dragged, meaning: null }, pointer: now, drop: null })
  going = { dragged, facts, frame: requestAnimationFrame(scroll), over: null }
  requestAnimationFrame(() => going !== null && lightTargets((target) => takes(meantBy(dragged, target, facts)))) // some places are there only while something is dragged
  follow(now)
}

const meantBy = (dragged: Dragged, target: Target, facts: DragFacts): Meaning | null => meaningOf(dragged, target, facts, words())
const takes = (meaning: Meaning | null): boolean => meaning !== null && meaning.kind !== 'no'

/** What lies under the pointer, looked at again only where it is something else. */
function follow(now: Spot): void {
  if (going === null) return
  const { dragged, facts } = going
  useDrag.setState({ pointer: now })
  const found = targetAt(now)
  if (found?.element === going.over) return
  going = { ...going, over: found?.element ?? null }
  const meaning = found === null ? null : meantBy(dragged, found.target, facts)
  markOver(found?.element ?? null, meaning)
  useDrag.setState({ drag: { dragged, meaning } })
}

/** Rows come and go under a pointer that stands still. */
function scroll(): void {
  if (going === null) return
  const at = useDrag.getState().pointer
  if (scrollAtEdge(at)) follow(at)
  going = { ...going, frame: requestAnimationFrame(scroll) }
}

function up(event: PointerEvent): void {
  if (press === null || event.pointerId !== press.pointer) return
  const { drag } = useDrag.getState()
  const wasGoing = going !== null
  cancel()
  if (!wasGoing) return
  swallowClick()
  if (drag?.meaning) dropped(drag.meaning, spotOf(event))
}

/** The end of a drag is no click on what it ended over. */
function swallowClick(): void {
  const stop = (event: MouseEvent): void => {
    event.stopPropagation()
    event.preventDefault()
  }
  window.addEventListener('click', stop, { capture: true, once: true })
  setTimeout(() => window.removeEventListener('click', stop, { capture: true }), 0)
}

function cancel(): void {
  clearTimeout(rest)
  window.removeEventListener('touchmove', holdStill)
  if (going !== null) {
    cancelAnimationFrame(going.frame)
    delete document.documentElement.dataset['drag']
    unlight()
    useDrag.setState({ drag: null })
  }
  press = null
  going = null
}

function escape(event: KeyboardEvent): void {
  if (going === null || event.key !== 'Escape') return
  event.preventDefault()
  event.stopPropagation()
  cancel()
}

/** While something is dragged, the finger does not scroll too. */
function holdStill(event: TouchEvent): void {
  if (going !== null) event.preventDefault()
}

const spotOf = ({ clientX, clientY }: MouseEvent): Spot => ({ x: clientX, y: clientY })
