import type { EdgeProps } from '@xyflow/react'
import { memo } from 'react'
import type { RailEdge } from './toFlow.ts'

/** One line between two steps. Its path is in the data: the end points React Flow knows may be those of the window. */
export const LaneEdge = memo(function LaneEdge({ data }: EdgeProps<RailEdge>) {
  if (!data) return null
  return (
    <path
      className={`lane-${data.colour}`}
      d={data.path}
      fill="none"
      stroke="var(--lane)"
      strokeWidth={data.colour === 0 ? 2.5 : 1.75}
      opacity={data.colour === 0 ? 1 : 'var(--rail-unfocused-alpha)'}
      style={{ strokeDasharray: data.isDashed ? '4 3' : 'var(--lane-dash, none)' }}
    />
  )
})
