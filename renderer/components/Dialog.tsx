import { X } from 'lucide-react'
import type { LucideIcon } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import type { ReactNode } from 'react'
import { cx } from './cx.ts'
import { IconButton } from './IconButton.tsx'
import { dialogOpened } from './openDialogs.ts'
import { PortalRoot } from './PortalRoot.ts'

type FrameProps = { readonly label: string; readonly onClose: () => void; readonly className: string; readonly width?: number; readonly children: ReactNode }

/**
 * A modal surface. The platform's own dialog: it keeps the focus inside, makes the rest inert and gives the focus back, without the styles
 * that a library's scroll lock injects and the page's policy forbids. Mount it to open it.
 */
export function DialogFrame({ label, onClose, className, width, children }: FrameProps) {
  const ref = useRef<HTMLDialogElement>(null)
  const [root, setRoot] = useState<HTMLElement | null>(null)
  useEffect(() => {
    const opener = document.activeElement
    const dialog = ref.current
    if (dialog === null) return
    dialog.showModal()
    const closed = dialogOpened(dialog)
    firstFocus(dialog)?.focus()
    setRoot(dialog)
    return () => {
      closed()
      dialog.close()
      if (opener instanceof HTMLElement && opener.isConnected) opener.focus()
    }
  }, [])
  return (
    <dialog
      ref={ref}
      tabIndex={-1}
      aria-label={label}
      onCancel={(event) => {
        event.preventDefault()
        onClose()
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && event.defaultPrevented && !hasOpenMenu(ref.current)) onClose() // only a tooltip has taken it
      }}
      onPointerDown={(event) => event.target === event.currentTarget && onClose()}
      className="fixed inset-0 size-full"
    >
      <PortalRoot value={root}>
        <div className={cx('absolute flex flex-col overflow-hidden shadow-sheet animate-rise', className)} style={{ maxWidth: width }}>
          {children}
        </div>
      </PortalRoot>
    </dialog>
  )
}

const hasOpenMenu = (dialog: HTMLElement | null): boolean => dialog?.querySelector('[role="menu"], [role="dialog"], [role="listbox"][data-state="open"]') !== null

/** Where the keyboard starts: what says so (`data-first`), else the first field, else nothing in particular. */
const firstFocus = (dialog: HTMLElement | null): HTMLElement | null => dialog?.querySelector<HTMLElement>('[data-first]') ?? dialog?.querySelector<HTMLElement>('input, textarea') ?? dialog

type DialogProps = {
  readonly title: string
  readonly onClose: () => void
  readonly children: ReactNode
  /** Buttons: refuse left, primary last. */
  readonly foot?: ReactNode
  readonly width?: number
}

/** Head, body, foot. */
export function Dialog({ title, onClose, children, foot, width = 460 }: DialogProps) {
  return (
    <DialogFrame label={title} onClose={onClose} className="top-[14vh] left-1/2 max-h-[76vh] w-[calc(100%-48px)] -translate-x-1/2 rounded-xl bg-pane" width={width}>
      <DialogHead title={title} onClose={onClose} />
      <div className="min-h-0 overflow-y-auto">{children}</div>
      {foot !== undefined && <DialogFoot>{foot}</DialogFoot>}
    </DialogFrame>
  )
}

type HeadProps = { readonly title: string; readonly icon?: LucideIcon; /** Beside the title. */ readonly children?: ReactNode; readonly onClose: () => void }

export const DialogHead = ({ title, icon: Icon, children, onClose }: HeadProps) => (
  <header className="flex h-13 shrink-0 items-center gap-2.5 border-b border-line pr-3 pl-4.5 whitespace-nowrap">
    {Icon !== undefined && <Icon size={18} className="text-soft" />}
    <h2 className="truncate text-lg font-semibold tracking-[-.011em]">{title}</h2>
    {children}
    <span className="grow" />
    <IconButton label="Close" icon={X} box={24} keys="Escape" onClick={onClose} />
  </header>
)

export const DialogFoot = ({ children }: { readonly children: ReactNode }) => <footer className="flex shrink-0 items-center gap-2 border-t border-line bg-app px-4.5 py-3">{children}</footer>
