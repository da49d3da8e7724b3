import type { ComponentProps } from 'react'
import { cx } from './cx.ts'

/** A quiet action inside a line of text: "show", "unhide", "details". It takes clicks from 24 px and as much room as its line. */
export function LinkButton({ tone = 'quiet', className, ...rest }: ComponentProps<'button'> & { readonly tone?: 'quiet' | 'accent' }) {
  return <button type="button" {...rest} className={cx('-my-1 rounded-xs py-1 whitespace-nowrap press', looks[tone], className)} />
}

const looks = {
  quiet: 'text-xs text-soft underline decoration-strong underline-offset-3 hover:text-ink hover:decoration-current',
  accent: 'text-sm font-medium text-accent-text hover:underline underline-offset-3',
}
