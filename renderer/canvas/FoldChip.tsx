import type { NodeProps } from '@xyflow/react'
import { ChevronRight, EyeOff } from 'lucide-react'
import { memo } from 'react'
import { Badge } from '../components/Badge.tsx'
import { cx } from '../components/cx.ts'
import { Num } from '../components/Num.tsx'
import { describeFold } from '../graph/describeRow.ts'
import { clock } from '../words/times.ts'
import { counted, short } from '../words/numbers.ts'
import { useWords } from '../words/words.ts'
import { useCanvasCursor } from './canvasCursor.ts'
import { CardMark } from './CardMark.tsx'
import { cardId } from './StepCard.tsx'
import type { ChipNode } from './toNodes.ts'

/** A run of steps in one row: how many, how large, when. A click opens it. */
export const FoldChip = memo(function FoldChip({ data: { row, fold, place, isNear } }: NodeProps<ChipNode>) {
  const words = useWords()
  const isFocused = useCanvasCursor(({ run }) => run === fold.oldest)
  const count = counted(fold.count, words.step, words.steps)
  const [from, to] = [clock(fold.from), clock(fold.to)]
  return (
    <div
      id={cardId(fold.oldest)}
      role="option"
      aria-selected={isFocused}
      data-mark="fold"
      className={cx(
        `lane-${place.colour} canvas-fold nopan pointer-events-auto relative inline-flex h-full max-w-full items-center rounded-full press`,
        isNear ? 'gap-2 px-2.5 text-xs' : 'gap-3 px-4 text-xl',
        row.state === 'in' ? 'text-soft' : 'text-muted',
        isFocused && 'is-focused',
      )}
    >
      <span className="sr-only">{describeFold(fold, words)}</span>
      <div aria-hidden="true" className="contents">
        <CardMark sign="fold" isHead={false} />
        <ChevronRight size={isNear ? 12 : 20} className="text-muted" />
        <span className="whitespace-nowrap">{count}</span>
        {isNear ? <Num value={fold.tokens} prefix="~" className="text-num text-muted" /> : <span className="num text-xl! text-muted">~{short(fold.tokens)}</span>}
        {isNear && <span className="whitespace-nowrap text-muted">{from === to ? from : `${from} to ${to}`}</span>}
        {isNear && fold.hidden > 0 && <Badge small tone="hidden" icon={EyeOff} tip={`${fold.hidden} of them hidden from the model`}>{fold.hidden}</Badge>}
      </div>
    </div>
  )
})
