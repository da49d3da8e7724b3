import type { NodeProps } from '@xyflow/react'
import { memo } from 'react'
import { cx } from '../components/cx.ts'
import { counted, short } from '../words/numbers.ts'
import { useWords } from '../words/words.ts'
import { describeFold } from './describeRow.ts'
import { gutter, laneX } from './railGeometry.ts'
import { RailMark } from './RailMark.tsx'
import { rowId } from './StepRow.tsx'
import type { FoldNode } from './toFlow.ts'

/** A run of steps as one row; a click opens it. */
export const FoldRow = memo(function FoldRow({ data: { row, fold, place, at, geometry } }: NodeProps<FoldNode>) {
  const words = useWords()
  const count = counted(fold.count, words.step, words.steps)
  const hidden = fold.hidden === 0 ? '' : `, ${fold.hidden} hidden`
  return (
    <div
      id={rowId(row.hash)}
      role="row"
      aria-rowindex={at.index}
      aria-level={place.lane + 1}
      aria-expanded={false}
      aria-selected={false}
      aria-label={describeFold(fold, words)}
      className={cx(`lane-${place.colour} relative h-full text-sm press hover:bg-hover`)}
    >
      <svg className="absolute inset-y-0 left-0 h-full w-px overflow-visible" aria-hidden="true">
        <RailMark state="fold" isHead={false} x={laneX(geometry, place.lane)} y={geometry.rowHeight / 2} />
      </svg>
      <div role="gridcell" className="flex h-full items-center gap-1.5 pr-3.5 text-muted" style={{ paddingLeft: gutter(geometry) }}>
        {geometry.width > 60 && (
          <>
            <span className="min-w-4 grow truncate">
              {count}
              {hidden}
            </span>
            <span className="num text-num">~{short(fold.tokens)}</span>
          </>
        )}
      </div>
    </div>
  )
})
