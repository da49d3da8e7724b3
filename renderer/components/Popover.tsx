import { Popover as Radix } from 'radix-ui'
import type { ReactNode } from 'react'
import { cx } from './cx.ts'
import { usePortalRoot } from './PortalRoot.ts'

type Props = {
  readonly trigger: ReactNode
  readonly children: ReactNode
  readonly label: string
  readonly align?: 'start' | 'center' | 'end'
  readonly side?: 'top' | 'bottom' | 'left' | 'right'
  readonly open?: boolean
  readonly onOpenChange?: (open: boolean) => void
  readonly className?: string
}

/** A small panel that belongs to the button it opens from. */
export function Popover({ trigger, children, label, align = 'center', side = 'bottom', className, ...opening }: Props) {
  const container = usePortalRoot()
  return (
    <Radix.Root {...opening}>
      <Radix.Trigger asChild>{trigger}</Radix.Trigger>
      <Radix.Portal container={container}>
        <Radix.Content
          onKeyDown={(event) => {
            if (event.key === 'Escape' && event.defaultPrevented) opening.onOpenChange?.(false) // only a tooltip has taken it
          }}
          aria-label={label}
          align={align}
          side={side}
          sideOffset={6}
          collisionPadding={8}
          className={cx('z-(--z-popover) rounded-lg bg-overlay text-sm shadow-pop animate-appear', className ?? 'w-84 p-3.5')}
        >
          {children}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  )
}
export const PopoverClose = Radix.Close
