import type { ComponentProps, ReactNode } from 'react'
import type { LucideIcon } from 'lucide-react'
import { ariaKeys } from '../commands/keys.ts'
import { cx } from './cx.ts'
import { Keys } from './Keys.tsx'
import { Tooltip } from './Tooltip.tsx'

export type ButtonProps = Omit<ComponentProps<'button'>, 'children'> & {
  readonly children?: ReactNode
  readonly variant?: 'plain' | 'primary' | 'ghost' | 'dangerghost' | 'danger' | 'onInverse'
  readonly size?: 'sm' | 'md' | 'lg'
  readonly icon?: LucideIcon | undefined
  readonly keys?: string | undefined
  /** What it does, for the tooltip. */
  readonly tip?: string | undefined
  /** Why it can't be done now. The button keeps its label and says this instead of `tip`. */
  readonly off?: string | null | undefined
}

/** One action in words. At most one `primary` a pane. */
export function Button({ variant = 'plain', size = 'md', icon: Icon, keys, tip, off = null, className, children, onClick, ...rest }: ButtonProps) {
  const button = (
    <button
      type="button"
      {...rest}
      aria-disabled={off !== null || undefined}
      aria-keyshortcuts={keys === undefined ? undefined : ariaKeys(keys)}
      onClick={off === null ? onClick : (event) => event.preventDefault()}
      className={cx('group inline-flex shrink-0 items-center justify-center gap-1.5 font-medium whitespace-nowrap press', sizes[size], off === null ? variants[variant] : disabled, className)}
    >
      {Icon !== undefined && <Icon size={14} className={cx(off === null && (variant === 'plain' || variant === 'ghost') && 'text-soft')} />}
      {children !== undefined && <span>{children}</span>}
      {keys !== undefined && <Keys keys={keys} on={variant === 'primary' && off === null ? 'solid' : 'surface'} />}
    </button>
  )
  return <Tooltip label={off ?? tip ?? null}>{button}</Tooltip> // always around it: a button that may be pressed again stays the element that has the focus
}

const sizes = { sm: 'h-6 rounded-sm px-2 text-xs', md: 'h-(--control-h) rounded-md px-2.5 text-sm', lg: 'h-(--control-h-lg) rounded-md px-3.5 text-md' }
const disabled = 'bg-active text-disabled'
const variants = {
  plain: 'bg-button text-button-text inset-ring inset-ring-button-line shadow-button hover:bg-[color-mix(in_srgb,var(--button-bg),var(--text)_6%)]',
  primary: 'bg-primary text-primary-text inset-ring inset-ring-[rgb(0_0_0/.12)] shadow-button hover:bg-accent-solid-hover',
  ghost: 'text-soft hover:bg-hover',
  dangerghost: 'text-danger inset-ring inset-ring-danger-line hover:bg-danger-soft',
  danger: 'bg-danger-fill text-on-solid hover:brightness-95',
  onInverse: 'text-current inset-ring inset-ring-[color-mix(in_srgb,currentColor_35%,transparent)] hover:bg-[rgb(128_128_128/.2)]',
}
