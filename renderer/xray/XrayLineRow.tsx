import { Pencil, Pin } from 'lucide-react'
import { memo } from 'react'
import { cx } from '../components/cx.ts'
import { Num } from '../components/Num.tsx'
import { StepIcon, stepWord } from '../graph/StepIcon.tsx'
import type { XrayRow } from './xrayRows.ts'

type Props = { readonly row: XrayRow; readonly isSelected: boolean; readonly onSelect: (row: XrayRow) => void; readonly onOpen: (row: XrayRow) => void }

/** Whose line it is, why it is here (or not), how large. */
export const XrayLineRow = memo(function XrayLineRow({ row, isSelected, onSelect, onOpen }: Props) {
  const isOut = row.state === 'out'
  return (
    <div
      id={xrayOptionId(row)}
      role="option"
      aria-selected={isSelected}
      data-message={row.messageId}
      onClick={() => onSelect(row)}
      onDoubleClick={() => onOpen(row)}
      className={cx('grid h-[27px] grid-cols-[14px_auto_minmax(0,1fr)_44px_42px] items-center gap-[7px] px-3.5 text-sm press', isOut && 'text-muted', isSelected ? 'bg-selected' : 'hover:bg-hover')}
    >
      <StepIcon role={row.role} type={row.contentType} className="text-muted" />
      <span>{stepWord(row.role, row.contentType)}</span>
      <span className="flex min-w-0 items-center gap-[5px] text-xs text-muted">
        {row.state === 'pinned' && <Pin size={12} className="stroke-2! text-pinned" />}
        {row.isCorrected && <Pencil size={12} className="stroke-2! text-edited" />}
        <span className="truncate">{row.words}</span>
      </span>
      <span className={cx('h-1 overflow-hidden rounded-[2px]', isOut ? 'hatch' : 'bg-active')}>
        {!isOut && <i className="block h-full rounded-[2px] bg-muted" style={{ width: `${Math.max(4, row.share * 100)}%` }} />}
      </span>
      <Num value={row.tokens} className={cx('text-right text-[11px]!', isOut ? 'text-muted line-through' : 'text-soft')} />
    </div>
  )
})

export const xrayOptionId = (row: XrayRow): string => `xray-${row.messageId}`
