import { laneStroke } from './joinPaths.ts'
import { joinPicture } from './joinPicture.ts'
import type { PictureKind } from './joinPicture.ts'

type Props = { readonly kind: PictureKind; readonly steps: number; readonly isAfter: boolean; readonly lane: number }

/** The two lines before and after, as the graph would draw them. A scheme: at most five steps stand for all. */
export function JoinPicture({ kind, steps, isAfter, lane }: Props) {
  const { own, other, joint } = joinPicture(kind, steps, isAfter)
  return (
    <svg viewBox="0 0 560 84" className="h-21 w-full max-w-140" role="img" aria-label={isAfter ? 'How the branches stand afterwards' : 'How the branches stand now'}>
      <path d={own.path} fill="none" strokeWidth="2" className={laneStroke(0)} />
      <path d={other.path} fill="none" strokeWidth="2" className={laneStroke(lane)} strokeDasharray={other.isGhost ? '3 4' : undefined} />
      {own.dots.map((x) => (
        <circle key={x} cx={x} cy={own.y} r="4.5" className="lane-0 fill-lane" />
      ))}
      {other.dots.map((x) => (
        <circle key={x} cx={x} cy={other.y} r="4.5" className={`lane-${lane} fill-lane`} opacity={other.isGhost ? 0.4 : 1} />
      ))}
      {joint !== null && <rect x={joint - 6} y={own.y - 6} width="12" height="12" transform={`rotate(45 ${joint} ${own.y})`} strokeWidth="1.8" className="fill-pane stroke-merge" />}
    </svg>
  )
}
