import type { ReactElement } from 'react'
import type { RailRow, RailState } from './rows.ts'

export type MarkSign = RailState | 'live' | 'partial' | 'merge' | 'summary' | 'fold'
type Props = { readonly state: MarkSign; readonly isHead: boolean; readonly x: number; readonly y: number }

const radius = 4.5

/** The sign of a step on its lane. Filled: the model sees it. Hollow: it doesn't. Slashed: hidden. Square: kept always. Hexagon: it stands for several. Capsule: a run in one row. Ring: you are here. Half: an answer not yet whole. */
export function RailMark({ state, isHead, x, y }: Props) {
  return (
    <g data-here={isHead || undefined}>
      {isHead && <circle cx={x} cy={y} r={8} fill="var(--rail-halo)" stroke="var(--head-ring)" strokeWidth={1.5} />}
      {signs[state](x, y)}
    </g>
  )
}

/** What a row's mark says. */
export function signOf({ isMerge, fold, contentType, state }: RailRow): MarkSign {
  if (isMerge) return 'merge'
  if (fold !== null) return 'fold'
  return contentType === 'summary' && state === 'in' ? 'summary' : state
}

const halo = { fill: 'var(--lane)', stroke: 'var(--rail-halo)', strokeWidth: 3.5, paintOrder: 'stroke' } as const
const outline = { fill: 'var(--node-hollow-fill)', stroke: 'var(--lane)', strokeWidth: 1.75 } as const
const hollow = (x: number, y: number) => <circle cx={x} cy={y} r={radius} {...outline} />
const half = (x: number, y: number) => <path d={`M${x} ${y - radius}a${radius} ${radius} 0 0 1 0 ${2 * radius}z`} fill="var(--lane)" />

const signs: { readonly [State in Props['state']]: (x: number, y: number) => ReactElement } = {
  in: (x, y) => <circle cx={x} cy={y} r={radius} {...halo} />,
  out: hollow,
  replaced: hollow,
  pinned: (x, y) => <rect x={x - radius} y={y - radius} width={2 * radius} height={2 * radius} rx={2} {...halo} />,
  hidden: (x, y) => (
    <>
      {hollow(x, y)}
      <path d={`M${x - 3.1} ${y + 3.1}L${x + 3.1} ${y - 3.1}`} stroke="var(--lane)" strokeWidth={1.5} strokeLinecap="round" />
    </>
  ),
  merge: (x, y) => <rect x={x - 4.5} y={y - 4.5} width={9} height={9} transform={`rotate(45 ${x} ${y})`} fill="var(--rail-halo)" stroke="var(--merge-solid)" strokeWidth={1.75} />,
  summary: (x, y) => (
    <>
      <path d={`M${x + 2} ${y - 6.5}h4.2l3.4 6.5-3.4 6.5`} fill="none" stroke="var(--summary-solid)" strokeWidth={1.25} opacity={0.55} />
      <path d={`M${x - 3.6} ${y - 6.4}h7.2l3.7 6.4-3.7 6.4h-7.2l-3.7-6.4z`} fill="var(--summary-soft)" stroke="var(--summary-solid)" strokeWidth={1.5} />
      <path d={`M${x + 2.3} ${y - 2.9}h-4.6l2.7 2.9-2.7 2.9h4.6`} fill="none" stroke="var(--summary-text)" strokeWidth={1.3} strokeLinecap="round" strokeLinejoin="round" />
    </>
  ),
  fold: (x, y) => (
    <>
      <rect x={x - 5} y={y - 9} width={10} height={18} rx={5} fill="var(--node-hollow-fill)" stroke="var(--lane)" strokeWidth={1.75} />
      {[-4, 0, 4].map((dy) => (
        <circle key={dy} cx={x} cy={y + dy} r={1.1} fill="var(--lane)" />
      ))}
    </>
  ),
  live: (x, y) => (
    <>
      <circle className="animate-live" cx={x} cy={y} r={8.5} fill="var(--lane)" opacity={0.18} />
      {hollow(x, y)}
      {half(x, y)}
    </>
  ),
  partial: (x, y) => (
    <>
      {hollow(x, y)}
      {half(x, y)}
    </>
  ),
}
