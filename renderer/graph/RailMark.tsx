import type { ReactElement } from 'react'
import type { RailState } from './rows.ts'

type Props = { readonly state: RailState | 'live' | 'partial' | 'merge'; readonly isHead: boolean; readonly x: number; readonly y: number }

const radius = 4.5

/** The sign of a step on its lane. Filled: the model sees it. Hollow: it doesn't. Slashed: hidden. Square: kept always. Ring: you are here. Half: an answer not yet whole. */
export function RailMark({ state, isHead, x, y }: Props) {
  return (
    <g data-here={isHead || undefined}>
      {isHead && <circle cx={x} cy={y} r={8} fill="var(--rail-halo)" stroke="var(--head-ring)" strokeWidth={1.5} />}
      {signs[state](x, y)}
    </g>
  )
}

const halo = { fill: 'var(--lane)', stroke: 'var(--rail-halo)', strokeWidth: 3.5, paintOrder: 'stroke' } as const
const outline = { fill: 'var(--node-hollow-fill)', stroke: 'var(--lane)', strokeWidth: 1.75 } as const
const hollow = (x: number, y: number) => <circle cx={x} cy={y} r={radius} {...outline} />
const half = (x: number, y: number) => <path d={`M${x} ${y - radius}a${radius} ${radius} 0 0 1 0 ${2 * radius}z`} fill="var(--lane)" />

const signs: { readonly [State in Props['state']]: (x: number, y: number) => ReactElement } = {
  in: (x, y) => <circle cx={x} cy={y} r={radius} {...halo} />,
  out: hollow,
  pinned: (x, y) => <rect x={x - radius} y={y - radius} width={2 * radius} height={2 * radius} rx={2} {...halo} />,
  hidden: (x, y) => (
    <>
      {hollow(x, y)}
      <path d={`M${x - 3.1} ${y + 3.1}L${x + 3.1} ${y - 3.1}`} stroke="var(--lane)" strokeWidth={1.5} strokeLinecap="round" />
    </>
  ),
  merge: (x, y) => <rect x={x - 4.5} y={y - 4.5} width={9} height={9} transform={`rotate(45 ${x} ${y})`} fill="var(--rail-halo)" stroke="var(--merge-solid)" strokeWidth={1.75} />,
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
