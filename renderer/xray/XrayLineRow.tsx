import { Pencil, Pin } from 'lucide-react'
import { memo } from 'react'
import type { MouseEvent } from 'react'
import { cx } from '../components/cx.ts'
import { Num } from '../components/Num.tsx'
import { StepIcon, stepWord } from '../graph/StepIcon.tsx'
import type { XrayRow } from './xrayRows.ts'

type Props = {
  readonly row: XrayRow
  readonly isSelected: boolean
  readonly isChosen: boolean
  /** Lit from the chat, or under the pointer here. */
  readonly isPointed: boolean
  readonly onPress: (row: XrayRow, event: MouseEvent) => void
  readonly onOpen: (row: XrayRow) => void
}

/** Whose line it is, why it is here (or not), how large. */
export const XrayLineRow = memo(function XrayLineRow({ row, isSelected, isChosen, isPointed, onPress, onOpen }: Props) {
  const isIn = row.state === 'in' || row.state === 'pinned'
  return (
    <div
      id={xrayOptionId(row)}
      role="option"
      aria-selected={isSelected || isChosen}
      data-message={row.messageId}
      data-row={row.key}
      data-state={row.state}
      onClick={(event) => onPress(row, event)}
      onDoubleClick={() => onOpen(row)}
      className={cx(
        'relative grid h-[27px] grid-cols-[14px_auto_minmax(0,1fr)_44px_46px] items-center gap-[7px] px-3.5 text-sm press',
        !isIn && 'text-muted',
        isSelected || isChosen ? 'bg-selected' : isPointed && 'bg-hover',
        isSelected && isChosen && 'inset-ring inset-ring-accent-line',
      )}
    >
      <StepIcon role={row.role} type={row.contentType} className="text-muted" />
      <span>{stepWord(row.role, row.contentType)}</span>
      <span className="flex min-w-0 items-center gap-[5px] text-xs text-muted" title={row.more}>
        {row.state === 'pinned' && <Pin size={12} className="stroke-2! text-pinned" />}
        {row.isCorrected && <Pencil size={12} className="stroke-2! text-edited" />}
        <span className="truncate">{row.words}</span>
      </span>
      <span className={cx('h-1 overflow-hidden rounded-[2px]', isIn ? 'bg-active' : 'hatch')}>
        {isIn && <i className="block h-full rounded-[2px] bg-muted" style={{ width: `${Math.max(4, row.share * 100)}%` }} />}
      </span>
      <Num value={row.tokens} prefix="~" className={cx('text-right text-num!', isIn ? 'text-soft' : 'text-muted line-through')} />
    </div>
  )
})

export const xrayOptionId = (row: XrayRow): string => `xray-${row.key}`
