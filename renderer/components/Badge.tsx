import type { ReactNode } from 'react'
import type { LucideIcon } from 'lucide-react'
import { cx } from './cx.ts'
import { Tooltip } from './Tooltip.tsx'

export type BadgeTone = 'plain' | 'pinned' | 'hidden' | 'edited' | 'summary' | 'merge' | 'conflict' | 'proposal' | 'warning' | 'danger' | 'success'
type Props = {
  readonly tone?: BadgeTone
  readonly icon?: LucideIcon
  /** A word or a number; a badge is never colour alone. */
  readonly children?: ReactNode
  /** No fill, as in the X-ray. */
  readonly bare?: boolean
  /** 16 high, for rows. */
  readonly small?: boolean
  readonly tip?: string
}

export function Badge({ tone = 'plain', icon: Icon, children, bare = false, small = false, tip }: Props) {
  const badge = (
    <span className={cx('inline-flex shrink-0 items-center gap-[3px] rounded-sm text-num/none whitespace-nowrap', small ? 'h-4 px-1' : 'h-[18px] px-[5px]', bare ? 'h-auto! px-0!' : fills[tone], texts[tone])}>
      {Icon !== undefined && <Icon size={12} className="stroke-2!" />}
      {children !== undefined && <b className="font-[560] [font-feature-settings:'tnum','case']">{children}</b>}
    </span>
  )
  return tip === undefined ? badge : <Tooltip label={tip}>{badge}</Tooltip>
}

const texts: Record<BadgeTone, string> = {
  plain: 'text-soft', pinned: 'text-pinned', hidden: 'text-hidden', edited: 'text-edited', summary: 'text-summary', merge: 'text-merge',
  conflict: 'text-conflict', proposal: 'text-proposal', warning: 'text-warning', danger: 'text-danger', success: 'text-success',
}
const fills: Record<BadgeTone, string> = {
  plain: 'bg-active', pinned: 'bg-pinned-soft', hidden: 'hatch-soft', edited: 'bg-edited-soft', summary: 'bg-summary-soft', merge: 'bg-merge-soft',
  conflict: 'bg-conflict-soft', proposal: 'proposal-outline', warning: 'bg-warning-soft', danger: 'bg-danger-soft', success: 'bg-success-soft',
}
