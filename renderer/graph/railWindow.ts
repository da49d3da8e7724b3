import type { RailGeometry } from './railGeometry.ts'

/** Rows mounted, counted from the oldest: first, and the one after the last. */
export type RailWindow = { readonly from: number; readonly to: number }

const beyond = 15
const step = 8

/** What is in view and 15 rows more on each side, in steps of 8 rows, so scrolling changes the mounted rows only now and then. */
export function railWindow(geometry: RailGeometry, scrollTop: number, height: number, rowCount: number): RailWindow {
  const row = (y: number): number => (y - geometry.padTop) / geometry.rowHeight / step
  const from = Math.floor(row(scrollTop)) * step - beyond
  const to = Math.ceil(row(scrollTop + height)) * step + beyond
  return { from: Math.min(Math.max(0, from), rowCount), to: Math.max(0, Math.min(rowCount, to)) }
}
