import { Tooltip as Radix } from 'radix-ui'
import type { ReactNode } from 'react'
import { Keys } from './Keys.tsx'
import { usePortalRoot } from './PortalRoot.ts'

type Props = { /** null: none for now. */ readonly label: string | null; readonly keys?: string | undefined; readonly side?: 'top' | 'bottom' | 'left' | 'right'; readonly children: ReactNode }

/** Verb, effect, key ("Hide from model, −812  S"). `children` is the one element it belongs to. */
export function Tooltip({ label, keys, side = 'bottom', children }: Props) {
  const container = usePortalRoot()
  return (
    <Radix.Root {...(label === null && { open: false })}>
      <Radix.Trigger asChild>{children}</Radix.Trigger>
      <Radix.Portal container={container}>
        <Radix.Content side={side} sideOffset={5} collisionPadding={8} className={look}>
          {label}
          {keys !== undefined && <Keys keys={keys} on="inverse" />}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  )
}

export const TooltipProvider = ({ children }: { readonly children: ReactNode }) => (
  <Radix.Provider delayDuration={500} skipDelayDuration={200}>
    {children}
  </Radix.Provider>
)

const look = 'z-(--z-tooltip) inline-flex max-w-80 items-center gap-2 rounded-sm bg-tooltip px-2 py-[5px] text-xs text-tooltip-text animate-appear select-none'
