import type { ComponentProps, ReactNode } from 'react'
import { cx } from '../components/cx.ts'

/** A framed table. Where the window is too small for it, it scrolls by itself. */
export function Table({ label, minWidth, children }: { readonly label: string; /** In px. */ readonly minWidth: number; readonly children: ReactNode }) {
  return (
    <div className="overflow-x-auto rounded-lg inset-ring inset-ring-line">
      <table aria-label={label} className="w-full border-separate border-spacing-0 text-sm" style={{ minWidth }}>
        {children}
      </table>
    </div>
  )
}

export const Th = ({ className, ...rest }: ComponentProps<'th'>) => (
  <th scope="col" {...rest} className={cx('h-8.5 border-b border-line px-2.5 text-left wide:px-3.5 text-xs font-medium whitespace-nowrap text-muted', className)} />
)
export const Td = ({ className, ...rest }: ComponentProps<'td'>) => <td {...rest} className={cx(cell, className)} />
/** The cell that names its row. */
export const RowName = ({ className, ...rest }: ComponentProps<'th'>) => <th scope="row" {...rest} className={cx(cell, 'text-left font-normal', className)} />

const cell = 'h-9.5 border-b border-subtle px-2.5 whitespace-nowrap wide:px-3.5 [tr:last-child>&]:border-b-0'
