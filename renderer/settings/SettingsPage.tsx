import type { ReactNode } from 'react'
import { cx } from '../components/cx.ts'

/** Title, one sentence, what can be set. */
export function SettingsPage({ title, lead, wide = false, children }: { readonly title: string; readonly lead: ReactNode; readonly wide?: boolean; readonly children: ReactNode }) {
  return (
    <div className={cx('grid grid-cols-1 gap-[22px] px-6 pt-[26px] pb-28 wide:px-10', wide ? 'max-w-280' : 'max-w-200')}>
      <header className="grid gap-1">
        <h1 className="text-xl font-semibold tracking-[-.016em]">{title}</h1>
        <p className="text-soft">{lead}</p>
      </header>
      {children}
    </div>
  )
}

/** A framed group of rows. */
export const SettingsGroup = ({ children }: { readonly children: ReactNode }) => <div className="grid rounded-lg inset-ring inset-ring-line">{children}</div>

/** Name and words left, control right. */
export function SettingsRow({ label, htmlFor, help, children }: { readonly label: string; readonly htmlFor?: string; readonly help?: ReactNode; readonly children: ReactNode }) {
  return (
    <div className="flex min-h-13 items-center gap-6 border-b border-subtle px-3.5 py-2.5 last:border-b-0">
      <div className="min-w-0 grow">
        <label htmlFor={htmlFor} className="block font-medium">
          {label}
        </label>
        {help !== undefined && <p className="text-sm text-muted">{help}</p>}
      </div>
      {children}
    </div>
  )
}
