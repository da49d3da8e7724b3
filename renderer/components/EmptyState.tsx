import type { LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'

/** What will stand here, in one sentence; at most one button. Never a drawing. */
export function EmptyState({ icon: Icon, title, children, action }: { readonly icon: LucideIcon; readonly title: string; readonly children: ReactNode; readonly action?: ReactNode }) {
  return (
    <div className="grid h-full content-center justify-items-center gap-1.5 px-11 text-center text-sm text-muted">
      <Icon size={22} />
      <b className="text-soft">{title}</b>
      <span>{children}</span>
      {action}
    </div>
  )
}
