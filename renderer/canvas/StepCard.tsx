import type { NodeProps } from '@xyflow/react'
import { Bookmark, Cog, Eraser, EyeOff, GitMerge, Pencil, Pin, Sigma, TextSearch, TriangleAlert } from 'lucide-react'
import { memo } from 'react'
import { Badge } from '../components/Badge.tsx'
import { BranchChip } from '../components/Chip.tsx'
import { cx } from '../components/cx.ts'
import { LiveDot } from '../components/LiveDot.tsx'
import { Num } from '../components/Num.tsx'
import { signOf } from '../graph/RailMark.tsx'
import type { RailRow } from '../graph/rows.ts'
import { StepIcon } from '../graph/StepIcon.tsx'
import { describeRow, stepText } from '../graph/describeRow.ts'
import { useHits } from '../state/hits.ts'
import { useSelection } from '../state/selection.ts'
import { clock } from '../words/times.ts'
import { counted, short } from '../words/numbers.ts'
import { useWords } from '../words/words.ts'
import { CardMark } from './CardMark.tsx'
import type { CardNode } from './toNodes.ts'

export const cardId = (hash: string): string => `card-${hash}`

/** One step on the surface: its mark on the lane, its card, the branches that end there. From further away the card is one line in larger letters. */
export const StepCard = memo(function StepCard({ data }: NodeProps<CardNode>) {
  const { row, place, at, chips, isNear, hasFailed } = data
  const words = useWords()
  const isFocused = useSelection(({ focused }) => focused === row.messageId)
  const isHit = useHits(({ byTract }) => [...byTract.values()].some((found) => found.has(row.messageId)))
  const isChosen = useSelection(({ chosen }) => chosen.has(row.messageId))
  return (
    <div
      id={cardId(row.hash)}
      role="option"
      aria-selected={isFocused || isChosen}
      data-hit={isHit || undefined}
      data-along={(isChosen && !isFocused) || undefined}
      data-message={row.isMerge ? undefined : row.messageId}
      data-commit={row.hash}
      data-mark={signOf(row)}
      className={cx(`lane-${place.colour} canvas-card relative size-full rounded-md text-sm press`, looks(row), isFocused ? 'is-focused' : isChosen && 'is-chosen')}
    >
      <span className="sr-only">{`${describeRow(row, at, words)}${hasFailed ? ', no answer arrived' : ''}${isHit ? ', found' : ''}`}</span>
      <div aria-hidden="true" className="contents">
        <CardMark sign={signOf(row)} isHead={row.isHead} />
        {isNear ? <NearCard {...data} isHit={isHit} /> : <MiddleCard {...data} isHit={isHit} />}
        {chips.length + row.tags.length > 0 && (
          <span className={cx('absolute top-1/2 left-full flex -translate-y-1/2 items-center gap-1 pl-[7px]', !isNear && 'origin-left scale-150')}>
            {chips.slice(0, mostChips).map((chip) => (
              <span key={chip.name} data-branch={chip.name} className="inline-flex items-center gap-1">
                <BranchChip name={chip.name} lane={chip.colour} here={chip.isCurrent} />
                {chip.isAnswering && <LiveDot />}
              </span>
            ))}
            {chips.length > mostChips && <span className="num text-num text-muted" title={chips.map(({ name }) => name).join(', ')}>{`+${chips.length - mostChips}`}</span>}
            {row.tags.map((tag) => (
              <span key={tag} className="inline-flex h-5 max-w-32 items-center gap-[5px] rounded-sm bg-raised pr-[7px] pl-1.5 text-xs whitespace-nowrap text-soft inset-ring inset-ring-line">
                <Bookmark size={12} />
                <span className="truncate">{tag}</span>
              </span>
            ))}
          </span>
        )}
      </div>
    </div>
  )
})

const mostChips = 2

function looks(row: RailRow): string {
  if (row.isMerge) return 'is-merge'
  if (row.contentType === 'summary' && row.state === 'in') return 'is-summary'
  return { in: '', pinned: 'is-pinned', hidden: 'is-out', out: 'is-out', replaced: 'is-out' }[row.state]
}

type CardProps = CardNode['data'] & { /** A search found it. */ readonly isHit: boolean }

function NearCard({ row, hasFailed, forks, isHit }: CardProps) {
  const words = useWords()
  return (
    <div className="grid grid-cols-[14px_minmax(0,1fr)_auto] content-start gap-x-2 px-2.5 pt-[5px] leading-4">
      {row.isMerge ? <GitMerge size={14} className="mt-px text-merge" /> : <StepIcon role={row.role} type={row.contentType} className="mt-px text-muted" />}
      <span className="canvas-title truncate">{row.isMerge ? words.merged : stepText(row)}</span>
      {row.isMerge || row.isErased ? <span /> : <Num value={row.tokens} prefix="~" className="text-num/(--lh-2xs)! text-soft" />}
      <span className="col-span-2 col-start-2 flex h-4 min-w-0 items-center gap-1.5 overflow-hidden text-num whitespace-nowrap text-muted">
        {hasFailed && <Badge small tone="danger" icon={TriangleAlert} tip="No answer arrived for this step">failed</Badge>}
        {isHit && <Badge small tone="warning" icon={TextSearch} tip="The search found it">found</Badge>}
        {row.state === 'pinned' && <Badge small tone="pinned" icon={Pin}>{words.pinned}</Badge>}
        {row.state === 'hidden' && <Badge small tone="hidden" icon={EyeOff} tip="The model does not see it">Hidden</Badge>}
        {row.isErased && <Badge small icon={Eraser} tip="Its text is gone for good">Erased</Badge>}
        {row.standsFor > 0 && <Badge small tone="summary" icon={Sigma} tip="The model gets this in place of them">{`${counted(row.standsFor, words.step, words.steps)} in one`}</Badge>}
        <Corrections count={row.corrections} />
        {madeBy[row.author.kind] !== undefined && <Badge small icon={Cog} tip={`Made by ${row.author.id}`}>{madeBy[row.author.kind]}</Badge>}
        {row.model !== null && <span className="truncate">{row.model}</span>}
        {row.temperature !== null && <span>{`T ${row.temperature}`}</span>}
        <time dateTime={new Date(row.createdAt).toISOString()}>{clock(row.createdAt)}</time>
        {forks > 0 && <span>{`${forks} branches start here`}</span>}
        {row.isHead && <span className="truncate">{words.here}</span>}
      </span>
    </div>
  )
}

const madeBy: { readonly [Kind in RailRow['author']['kind']]?: string } = { policy: 'rule', orchestrator: 'orchestrator' }

function Corrections({ count }: { readonly count: number }) {
  if (count === 0) return null
  return <Badge small tone="edited" icon={Pencil} tip={count === 1 ? 'Corrected once' : `Corrected ${count} times`}>{count}</Badge>
}

/** Letters that can still be read at half the size, and the one badge that matters most. */
function MiddleCard({ row, hasFailed, isHit }: CardProps) {
  const words = useWords()
  return (
    <div className="flex h-full items-center gap-3 px-3 text-xl">
      {row.isMerge ? <GitMerge size={22} className="text-merge" /> : <StepIcon role={row.role} type={row.contentType} size={22} className="text-muted" />}
      <span className="canvas-title min-w-0 grow truncate">{row.isMerge ? words.merged : stepText(row)}</span>
      {isHit && <TextSearch size={22} className="text-warning" />}
      {hasFailed ? <TriangleAlert size={22} className="text-danger" /> : row.state === 'pinned' ? <Pin size={22} className="text-pinned" /> : row.state === 'hidden' ? <EyeOff size={22} className="text-hidden" /> : row.corrections > 0 && <Pencil size={22} className="text-edited" />}
      {!row.isMerge && <span className="num text-xl! text-soft">~{short(row.tokens)}</span>}
    </div>
  )
}
