import type { ComponentProps } from 'react'
import type { LucideIcon } from 'lucide-react'
import { ariaKeys } from '../commands/keys.ts'
import { cx } from './cx.ts'
import { Tooltip } from './Tooltip.tsx'

export type IconButtonProps = Omit<ComponentProps<'button'>, 'children'> & {
  /** Its name for everyone who doesn't see the icon, and the tooltip's words unless `tip` has better ones. */
  readonly label: string
  readonly icon: LucideIcon
  readonly tip?: string | undefined
  readonly keys?: string | undefined
  readonly on?: boolean
  /** Why it can't be done now. */
  readonly off?: string | null | undefined
  readonly box?: 24 | 26 | 28
  readonly iconSize?: 12 | 14 | 16 | 18
}

export function IconButton({ label, icon: Icon, tip, keys, on = false, off = null, box = 28, iconSize = box === 28 ? 16 : 14, className, onClick, ...rest }: IconButtonProps) {
  return (
    <Tooltip label={off ?? tip ?? label} keys={keys}>
      <button
        type="button"
        {...rest}
        aria-label={label}
        aria-keyshortcuts={keys === undefined ? undefined : ariaKeys(keys)}
        aria-disabled={off !== null || undefined}
        onClick={off === null ? onClick : (event) => event.preventDefault()}
        className={cx('inline-grid shrink-0 place-items-center rounded-sm press', boxes[box], off !== null ? 'text-disabled' : on ? 'bg-active text-ink' : 'text-soft hover:bg-hover', className)}
      >
        <Icon size={iconSize} />
      </button>
    </Tooltip>
  )
}

const boxes = { 24: 'size-6', 26: 'size-6.5', 28: 'size-7' }
