import type { LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'
import { cx } from './cx.ts'

type Props = { readonly tone: 'warning' | 'danger' | 'neutral'; readonly icon: LucideIcon; readonly children: ReactNode; readonly action?: ReactNode }

/** One sentence and one action, as a box inside a pane. */
export function Banner({ tone, icon: Icon, children, action }: Props) {
  return (
    <div role="status" className={cx('flex items-center gap-2.5 rounded-md px-3 py-2 text-sm', boxes[tone])}>
      <Icon size={16} className={icons[tone]} />
      <span className="grow">{children}</span>
      {action}
    </div>
  )
}

/** The same from edge to edge, under a head. */
export function Strip({ tone, icon: Icon, children, action }: Props) {
  return (
    <div role="status" className={cx('flex min-h-9.5 shrink-0 items-center gap-2.5 border-b py-1.5 pr-2 pl-3.5 text-sm', strips[tone])}>
      <Icon size={15} className={icons[tone]} />
      <span className="grow">{children}</span>
      {action}
    </div>
  )
}

const boxes = { warning: 'bg-warning-soft inset-ring inset-ring-warning-line', danger: 'bg-danger-soft inset-ring inset-ring-danger-line', neutral: 'bg-active' }
const strips = { warning: 'border-warning-line bg-warning-soft', danger: 'border-danger-line bg-danger-soft', neutral: 'border-subtle bg-active' }
const icons = { warning: 'text-warning', danger: 'text-danger', neutral: 'text-soft' }
