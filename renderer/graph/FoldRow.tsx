import type { NodeProps } from '@xyflow/react'
import { memo } from 'react'
import { cx } from '../components/cx.ts'
import { counted, short } from '../words/numbers.ts'
import { useWords } from '../words/words.ts'
import { gutter, laneX } from './railGeometry.ts'
import { RailMark } from './RailMark.tsx'
import { optionId } from './StepRow.tsx'
import type { FoldNode } from './toFlow.ts'

/** A run of steps as one row; a click opens it. */
export const FoldRow = memo(function FoldRow({ data: { row, fold, place, geometry } }: NodeProps<FoldNode>) {
  const words = useWords()
  const count = counted(fold.count, words.step, words.steps)
  const hidden = fold.hidden === 0 ? '' : `, ${fold.hidden} hidden`
  return (
    <div id={optionId(row.hash)} role="option" aria-selected={false} aria-label={`${count} folded${hidden}, ${fold.tokens} tokens`} className={cx(`lane-${place.colour} relative h-full text-sm press hover:bg-hover`)}>
      <svg className="absolute inset-y-0 left-0 h-full w-px overflow-visible" aria-hidden="true">
        <RailMark state="fold" isHead={false} x={laneX(geometry, place.lane)} y={geometry.rowHeight / 2} />
      </svg>
      {geometry.width > 60 && (
        <div className="flex h-full items-center gap-1.5 pr-3.5 text-muted" style={{ paddingLeft: gutter(geometry) }}>
          <span className="min-w-4 grow truncate">
            {count}
            {hidden}
          </span>
          <span className="num text-[11px]">{short(fold.tokens)}</span>
        </div>
      )}
    </div>
  )
})
