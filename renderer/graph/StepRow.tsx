import type { NodeProps } from '@xyflow/react'
import { Bookmark, Eraser, EyeOff, GitMerge, Pencil, Pin, TextSearch, TriangleAlert } from 'lucide-react'
import { memo } from 'react'
import { Badge } from '../components/Badge.tsx'
import { BranchChip } from '../components/Chip.tsx'
import { cx } from '../components/cx.ts'
import { LiveDot } from '../components/LiveDot.tsx'
import { describeRow, stepText } from './describeRow.ts'
import { gutter, laneX } from './railGeometry.ts'
import { RailMark, signOf } from './RailMark.tsx'
import type { RailRow } from './rows.ts'
import { StepIcon } from './StepIcon.tsx'
import type { StepNode } from './toFlow.ts'
import { useHits } from '../state/hits.ts'
import { short } from '../words/numbers.ts'
import { useWords } from '../words/words.ts'

/** One step in the rail: its mark on the lane, who, the first words, badges, branch labels, tokens. */
export const StepRow = memo(function StepRow({ data }: NodeProps<StepNode>) {
  const { row, place, at, chips, isSelected, isAlong, hasFailed, geometry } = data
  const words = useWords()
  const isHit = useHits(({ byTract }) => [...byTract.values()].some((found) => found.has(row.messageId)))
  return (
    <div
      id={rowId(row.hash)}
      role="row"
      aria-rowindex={at.index}
      aria-level={place.lane + 1}
      aria-selected={isSelected}
      aria-label={`${describeRow(row, at, words)}${hasFailed ? ', no answer arrived' : ''}${isHit ? ', found' : ''}`}
      data-hit={isHit || undefined}
      data-along={isAlong || undefined}
      data-message={row.messageId}
      data-commit={row.hash}
      className={cx(`lane-${place.colour} relative h-full text-sm press`, isSelected ? selectedLook : 'hover:bg-hover')}
    >
      <svg className="absolute inset-y-0 left-0 h-full w-px overflow-visible" aria-hidden="true">
        <RailMark state={signOf(row)} isHead={row.isHead} x={laneX(geometry, place.lane)} y={geometry.rowHeight / 2} />
      </svg>
      <div role="gridcell" className="flex h-full items-center gap-1.5 pr-3.5" style={{ paddingLeft: gutter(geometry) }}>
        {geometry.width > 60 && <StepFacts row={row} chips={chips} hasFailed={hasFailed} isHit={isHit} />}
      </div>
    </div>
  )
})

export const rowId = (hash: string): string => `rail-${hash}`
const selectedLook = "bg-selected before:absolute before:inset-y-[3px] before:left-0 before:w-0.5 before:rounded-r-[2px] before:bg-accent before:content-['']"

function StepFacts({ row, chips, hasFailed, isHit }: Pick<StepNode['data'], 'row' | 'chips' | 'hasFailed'> & { readonly isHit: boolean }) {
  return (
    <>
      <StepWords row={row} />
      {isHit && <Badge small tone="warning" icon={TextSearch} tip="The search found it" />}
      {hasFailed && <Badge small tone="danger" icon={TriangleAlert} tip="No answer arrived for this step" />}
      <StepBadges row={row} />
      {chips.slice(0, 1).map((chip) => (
        <span key={chip.name} data-branch={chip.name} className="inline-flex min-w-0 items-center gap-1" title={chips.map((one) => one.name).join(', ')}>
          <BranchChip name={chip.name} lane={chip.colour} here={chip.isCurrent} />
          {chip.isAnswering && <LiveDot />}
          {chips.length > 1 && <span className="num text-num text-muted">+{chips.length - 1}</span>}
        </span>
      ))}
      <span className="num min-w-7.5 shrink-0 text-right text-num text-muted">{row.isMerge || row.isErased ? '' : `~${short(row.tokens)}`}</span>
    </>
  )
}

function StepWords({ row }: { readonly row: RailRow }) {
  const { merged } = useWords()
  const isOut = row.isErased || row.state === 'out' || row.state === 'hidden' || row.state === 'replaced'
  if (row.isMerge) {
    return (
      <>
        <GitMerge size={14} className="text-merge" />
        <span className="min-w-4 grow basis-0 truncate text-muted">{merged}</span>
      </>
    )
  }
  return (
    <>
      <StepIcon role={row.role} type={row.contentType} className="text-muted" />
      <span className={cx('min-w-4 grow basis-0 truncate', isOut && 'text-muted')}>{stepText(row)}</span>
    </>
  )
}

function StepBadges({ row }: { readonly row: RailRow }) {
  return (
    <>
      {row.state === 'pinned' && <Badge small tone="pinned" icon={Pin} tip="Kept always" />}
      {row.state === 'hidden' && <Badge small tone="hidden" icon={EyeOff} tip="Hidden from the model" />}
      {row.isErased && <Badge small icon={Eraser} tip="Its text is gone for good" />}
      {row.corrections > 0 && (
        <Badge small tone="edited" icon={Pencil} tip={row.corrections === 1 ? 'Corrected once' : `Corrected ${row.corrections} times`}>
          {row.corrections}
        </Badge>
      )}
      {row.tags.length > 0 && <Badge small icon={Bookmark} tip={row.tags.join(', ')} />}
    </>
  )
}
