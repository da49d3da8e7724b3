import type { Box, Point, Size } from './canvasGeometry.ts'
import { clampZoom } from './zoomLevel.ts'

/** Where the surface's own corner stands in the pane, and how large it is drawn. */
export type Viewport = { readonly x: number; readonly y: number; readonly zoom: number }

/** Left free around what is shown, in px of the pane. */
const room = 12

/** Shows all of it, never larger than 100 %. What can't be made small enough is shown from its newest end. */
export function fitView(bounds: Box, size: Size): Viewport {
  const [width, height] = [bounds.right - bounds.left, bounds.bottom - bounds.top]
  const zoom = clampZoom(Math.min(1, (size.width - 2 * room) / width, (size.height - 2 * room) / height))
  const y = height * zoom > size.height ? size.height - room - bounds.bottom * zoom : (size.height - (bounds.top + bounds.bottom) * zoom) / 2
  return { x: (size.width - (bounds.left + bounds.right) * zoom) / 2, y, zoom }
}

/** At 100 %, the first lane at the left: a short history from its top, a long one at its end. */
export function firstView(bounds: Box, size: Size): Viewport {
  const isShort = bounds.bottom - bounds.top <= size.height
  return { x: -bounds.left, y: isShort ? -bounds.top : size.height - bounds.bottom, zoom: 1 }
}

export function centredOn({ x, y }: Point, size: Size, zoom: number): Viewport {
  return { x: size.width / 2 - x * zoom, y: size.height / 2 - y * zoom, zoom }
}

/** Zooms around the middle of the pane. */
export function zoomedTo(view: Viewport, size: Size, zoom: number): Viewport {
  return centredOn(toSurface(view, { x: size.width / 2, y: size.height / 2 }), size, clampZoom(zoom))
}

/** Moves as little as needed to have a box in view; the view itself where it is. */
export function reveal(view: Viewport, box: Box, size: Size): Viewport {
  const x = view.x + nudge(box.left * view.zoom + view.x, box.right * view.zoom + view.x, size.width)
  const y = view.y + nudge(box.top * view.zoom + view.y, box.bottom * view.zoom + view.y, size.height)
  return x === view.x && y === view.y ? view : { ...view, x, y }
}
/** How far [from, to] has to move to lie between 0 and `length`; its beginning counts where not all of it fits. */
function nudge(from: number, to: number, length: number): number {
  if (from < room || to - from > length - 2 * room) return room - from
  return to > length - room ? length - room - to : 0
}

export const toSurface = (view: Viewport, { x, y }: Point): Point => ({ x: (x - view.x) / view.zoom, y: (y - view.y) / view.zoom })
/** The part of the surface that is in view. */
export function shownBox(view: Viewport, size: Size): Box {
  const [from, to] = [toSurface(view, { x: 0, y: 0 }), toSurface(view, { x: size.width, y: size.height })]
  return { left: from.x, top: from.y, right: to.x, bottom: to.y }
}

/** How far one can go: everything, and a whole pane beyond it on each side. */
export const extentOf = (bounds: Box, size: Size): [[number, number], [number, number]] => [
  [bounds.left - size.width, bounds.top - size.height],
  [bounds.right + size.width, bounds.bottom + size.height],
]
