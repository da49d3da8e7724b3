import type { NodeProps } from '@xyflow/react'
import { Bot } from 'lucide-react'
import { memo } from 'react'
import { gutter, laneX } from './railGeometry.ts'
import { RailMark } from './RailMark.tsx'
import { LiveTokens } from './LiveTokens.tsx'
import type { TailNode } from './toFlow.ts'

/** The answer that is no step yet: being written, or cut. */
export const TailRow = memo(function TailRow({ data: { tail, index, geometry } }: NodeProps<TailNode>) {
  return (
    <div role="row" aria-rowindex={index} aria-level={1} aria-label={tail.text} className="lane-0 relative h-full text-sm text-muted">
      <svg className="absolute inset-y-0 left-0 h-full w-px overflow-visible" aria-hidden="true">
        <RailMark state={tail.kind} isHead={false} x={laneX(geometry, 0)} y={geometry.rowHeight / 2} />
      </svg>
      <div role="gridcell" className="flex h-full items-center gap-1.5 pr-3.5" style={{ paddingLeft: gutter(geometry) }}>
        {geometry.width > 60 && (
          <>
            <Bot size={14} />
            <span className="min-w-0 grow truncate">{tail.text}</span>
            {tail.kind === 'live' && <LiveTokens />}
          </>
        )}
      </div>
    </div>
  )
})
