import type { LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'
import { cx } from './cx.ts'

type PaneProps = {
  /** What the focus keys call it. */
  readonly name: PaneName
  readonly label: string
  readonly children: ReactNode
  /** `sunken` is the surface of "what the model sees". */
  readonly surface?: 'pane' | 'sunken' | 'app'
  readonly className?: string
}
export type PaneName = 'sidebar' | 'rail' | 'chat' | 'xray' | 'canvas' | 'step' | 'review' | 'timeline' | 'diff' | 'drawer'

/** One part of the window, from border to border. */
export function Pane({ name, label, children, surface = 'pane', className }: PaneProps) {
  return (
    <section data-pane={name} aria-label={label} tabIndex={-1} className={cx('group/pane relative flex min-h-0 min-w-0 flex-col focus-visible:-outline-offset-2', surfaces[surface], className)}>
      {children}
    </section>
  )
}

type HeadProps = { readonly title: string; readonly sub?: ReactNode; readonly lens?: LucideIcon; readonly children?: ReactNode }

/** Which pane it is, which of the two truths it shows (`lens` and `sub`), and its tools (at most four). */
export function PaneHead({ title, sub, lens: Lens, children }: HeadProps) {
  return (
    <header className="flex h-(--pane-head-h) shrink-0 items-center gap-2 border-b border-subtle pr-2 pl-3.5 text-sm whitespace-nowrap">
      {Lens !== undefined && <Lens size={14} className="text-muted" />}
      <h2 className="font-semibold">{title}</h2>
      {sub !== undefined && <span className="truncate text-muted">{sub}</span>}
      <span className="grow" />
      {children}
    </header>
  )
}

const surfaces = { pane: 'bg-pane', sunken: 'bg-sunken', app: 'bg-app' }
