import { bow } from './joinPaths.ts'

export type PictureKind = 'merge' | 'fastForward' | 'pick' | 'rebase' | 'reset'
type Line = { readonly path: string; readonly y: number; readonly dots: readonly number[]; /** Left behind. */ readonly isGhost: boolean }
export type Picture = { readonly own: Line; readonly other: Line; /** Where the merge stands. */ readonly joint: number | null }

const [high, low] = [22, 62]
const [start, fork, gap] = [16, 150, 56]
const most = 5

/** Places, in a field of 560 × 84: the line that was there, the one that comes to it, and where they meet. */
export function joinPicture(kind: PictureKind, steps: number, isAfter: boolean): Picture {
  const shown = Math.min(most, Math.max(1, steps))
  const below = Array.from({ length: shown }, (_, nth) => fork + gap + nth * gap)
  const trunk = [start + 20, start + 20 + gap, fork]
  const ours = kind === 'fastForward' ? [] : [fork + gap, fork + 2 * gap]
  const end = Math.max(fork, ...ours)
  const line = (dots: readonly number[], to: number): Line => ({ path: `M${start} ${high}H${to}`, y: high, dots, isGhost: false })
  const branch = (to: number | null, isGhost = false): Line => ({ path: bow(fork, high, low, below.at(-1) ?? fork, to), y: low, dots: below, isGhost })
  if (!isAfter) return { own: line([...trunk, ...ours], end), other: branch(null), joint: null }
  switch (kind) {
    case 'merge': {
      const joint = Math.max(end, below.at(-1) ?? 0) + gap
      return { own: line([...trunk, ...ours], joint), other: branch(joint), joint }
    }
    case 'fastForward': {
      const dots = [...trunk, ...below]
      return { own: line(dots, dots.at(-1) ?? fork), other: { ...branch(null), dots: [], path: '' }, joint: null }
    }
    case 'pick':
    case 'rebase': {
      const copies = Array.from({ length: shown }, (_, nth) => end + gap * (nth + 1)).filter((x) => x < 550)
      return { own: line([...trunk, ...ours, ...copies], copies.at(-1) ?? end), other: branch(null, kind === 'rebase'), joint: null }
    }
    case 'reset':
      return { own: line(trunk, fork), other: { ...branch(null, true), dots: below }, joint: null }
  }
}
