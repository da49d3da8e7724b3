/** How much of a step is drawn: a card with everything, one line, or its mark alone. */
export type ZoomLevel = 'near' | 'middle' | 'far'

export const levelOf = (zoom: number): ZoomLevel => (zoom >= 0.7 ? 'near' : zoom >= 0.35 ? 'middle' : 'far')

export const leastZoom = 0.02
export const mostZoom = 2
export const clampZoom = (zoom: number): number => Math.min(mostZoom, Math.max(leastZoom, zoom))

/** The next round step in or out: 50, 67, 80, 100 … */
export function steppedZoom(zoom: number, to: 'in' | 'out'): number {
  const next = to === 'in' ? steps.find((step) => step > zoom * 1.01) : steps.findLast((step) => step < zoom * 0.99)
  return clampZoom(next ?? zoom)
}
const steps = [leastZoom, 0.05, 0.1, 0.15, 0.25, 0.35, 0.5, 0.7, 0.85, 1, 1.25, 1.5, mostZoom]
