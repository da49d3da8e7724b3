import type { ComponentProps, ReactNode } from 'react'
import { cx } from './cx.ts'

type Props = Omit<ComponentProps<'input'>, 'size'> & {
  /** Why the value can't be taken. */
  readonly problem?: string | null
  readonly mono?: boolean
}

/** One line of text. */
export function TextField({ problem = null, mono = false, className, ...rest }: Props) {
  return (
    <input
      type="text"
      spellCheck={false}
      autoComplete="off"
      {...rest}
      aria-invalid={problem !== null || undefined}
      className={cx('h-(--control-h) min-w-0 rounded-md bg-input px-2 press focus:field-focus', problem === null ? 'field-ring' : 'field-bad', mono ? 'font-mono text-xs' : 'text-sm', 'disabled:text-disabled', className)}
    />
  )
}

type RowProps = { readonly label: string; readonly htmlFor?: string; readonly help?: ReactNode; readonly problem?: string | null; readonly children: ReactNode }

/** A labelled control in a form: name left, control and its words right. */
export function FieldRow({ label, htmlFor, help, problem = null, children }: RowProps) {
  return (
    <div className="grid grid-cols-[148px_minmax(0,1fr)] items-start gap-x-4 gap-y-1">
      <label htmlFor={htmlFor} className="pt-[5px] text-sm text-soft">
        {label}
      </label>
      <div className="grid min-w-0 justify-items-start gap-1.5">
        {children}
        {problem !== null && (
          <p role="alert" className="text-xs text-danger">
            {problem}
          </p>
        )}
        {help !== undefined && problem === null && <p className="text-xs text-muted">{help}</p>}
      </div>
    </div>
  )
}
