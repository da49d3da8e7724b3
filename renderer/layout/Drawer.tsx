import { useEffect, useRef } from 'react'
import type { ReactNode } from 'react'
import { listIn } from '../commands/focus.ts'
import { cx } from '../components/cx.ts'
import { closeDrawer, defaultWidths } from '../state/layout.ts'
import type { PaneWidths } from '../state/layout.ts'

type Props = { readonly side: 'left' | 'right'; readonly label: string; readonly width: keyof PaneWidths; readonly children: ReactNode }

/** A pane over the chat, in a small window. Goes away by Escape or a click beside it. */
export function Drawer({ side, label, width, children }: Props) {
  const ref = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const opener = document.activeElement
    ;(listIn(ref.current) ?? ref.current)?.focus()
    return () => {
      if (opener instanceof HTMLElement && opener.isConnected) opener.focus()
    }
  }, [])
  return (
    <div className="absolute inset-0 z-(--z-drawer)" onPointerDown={(event) => event.target === event.currentTarget && closeDrawer()}>
      <div
        ref={ref}
        tabIndex={-1}
        role="group"
        aria-label={label}
        onKeyDown={(event) => {
          if (event.key !== 'Escape' || event.defaultPrevented) return
          event.preventDefault()
          closeDrawer()
        }}
        className={cx('absolute inset-y-0 grid bg-app shadow-sheet outline-none animate-appear', side === 'left' ? 'left-0' : 'right-0')}
        style={{ width: defaultWidths[width] }}
      >
        {children}
      </div>
    </div>
  )
}
