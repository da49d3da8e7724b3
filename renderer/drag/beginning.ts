import type { Spot } from './dragged.ts'

type Press = Spot & { /** In ms, as events tell it. */ readonly at: number }

const farPx = 6
const nearPx = 2
const heldMs = 150
/** A finger that rests so long has not come to scroll. */
export const restMs = 350

/** Whether a press has become a drag: after 6 px, or sooner where it was held before it moved. */
export function hasBegun(press: Press, now: Press): boolean {
  const distance = Math.hypot(now.x - press.x, now.y - press.y)
  return distance >= farPx || (distance >= nearPx && now.at - press.at >= heldMs)
}

/** Whether a finger has moved away before it rested: it scrolls. */
export const hasLeft = (press: Press, now: Spot): boolean => Math.hypot(now.x - press.x, now.y - press.y) > farPx
