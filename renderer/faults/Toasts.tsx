import { useQuery } from '@tanstack/react-query'
import { Check, Info, TriangleAlert, X } from 'lucide-react'
import { useEffect, useLayoutEffect, useRef, useState } from 'react'
import { createPortal } from 'react-dom'
import type { TractId } from '../../core/model/ids.ts'
import { Button } from '../components/Button.tsx'
import { cx } from '../components/cx.ts'
import { IconButton } from '../components/IconButton.tsx'
import { useTopDialog } from '../components/openDialogs.ts'
import { overviewQuery } from '../queries/tracts.ts'
import { closeToast, useToasts } from '../state/toasts.ts'
import type { Toast } from '../state/toasts.ts'
import { useView } from '../state/view.ts'

const shownMs = { done: 8000, fault: 12_000, note: 4000 }
const icons = { done: Check, fault: TriangleAlert, note: Info }

/** What was just done or couldn't be, over the foot of the chat, or of the page where there is none. In front of an open dialog stands what couldn't be done, and nothing else: an offer to undo is about what lies behind it. Waits while the pointer or the focus is on it. */
export function Toasts() {
  const all = useToasts((toasts) => toasts.items)
  const page = useView((view) => view.page.kind)
  const top = useTopDialog()
  const faults = all.filter(({ tone }) => tone !== 'done')
  const [dialog, items] = top !== null && faults.length > 0 ? [top, faults] : [null, all]
  const ref = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    if (ref.current !== null && items.length > 0) return keepPlace(ref.current, dialog)
  }, [all, page, dialog]) // oxlint-disable-line react-hooks/exhaustive-deps -- `items` follows from these
  return createPortal(
    <div ref={ref} role="log" aria-label="Messages" className={cx('pointer-events-none fixed inset-x-0 bottom-6 z-(--z-toast) grid grid-cols-1 gap-2 px-6', page === 'talk' ? 'justify-items-center' : 'justify-items-end')}>
      {items.map((toast) => (
        <ToastRow key={toast.id} toast={toast} />
      ))}
    </div>,
    dialog ?? document.body,
  )
}

/**
 * Above the composer, which grows with what is written and moves with the window, and above what waits for a decision there; on another page above
 * its foot: so that no button is covered.
 */
function keepPlace(toasts: HTMLElement, dialog: HTMLElement | null): () => void {
  const foot = dialog === null ? document.querySelector('[data-composer], [data-foot]') : null
  const watch = new ResizeObserver(() => place(toasts, foot?.getBoundingClientRect()))
  for (const element of [document.documentElement, foot, document.querySelector('[data-list="steps"] > div'), foot?.closest('section') ?? null]) if (element !== null) watch.observe(element)
  place(toasts, foot?.getBoundingClientRect())
  return () => watch.disconnect()
}

/** At the foot of the window where nothing else is. */
function place(toasts: HTMLElement, foot: DOMRect | undefined): void {
  toasts.style.bottom = foot === undefined ? '' : `${window.innerHeight - freeAbove(foot.top) + 10}px`
  toasts.style.left = foot === undefined ? '' : `${foot.left}px`
  toasts.style.right = foot === undefined ? '' : `${window.innerWidth - foot.right}px`
}

/** The top of what asks for a decision right above it; else its own. */
function freeAbove(top: number): number {
  const card = [...document.querySelectorAll('[data-asks]')].at(-1)?.getBoundingClientRect()
  return card !== undefined && card.bottom > top - tall && card.top < top && card.top > 2 * tall ? card.top : top
}

/** In px: as far as a message of two lines reaches. */
const tall = 80

/** Goes when what it offers to take back isn't the last act any more. */
function useOffer({ id, about }: Toast): void {
  const { data } = useQuery({ ...overviewQuery(about?.tract ?? ('' as TractId)), enabled: about !== undefined })
  const isOver = about !== undefined && data !== undefined && data.undo.undo?.id !== about.act
  useEffect(() => {
    if (isOver) closeToast(id)
  }, [id, isOver])
}

function ToastRow({ toast }: { readonly toast: Toast }) {
  const { id, tone, text, hint, action } = toast
  useOffer(toast)
  const [isHeld, setHeld] = useState(false)
  useEffect(() => {
    if (isHeld) return
    const timer = setTimeout(() => closeToast(id), shownMs[tone])
    return () => clearTimeout(timer)
  }, [id, tone, isHeld])
  const Icon = icons[tone]
  return (
    <div
      role={tone === 'fault' ? 'alert' : undefined} // the list itself tells what was done, one after the other
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
      className={cx('pointer-events-auto flex min-h-10 max-w-145 items-center gap-2.5 rounded-lg bg-inverse py-1.5 pr-2 pl-3.5 text-sm text-on-inverse shadow-sheet animate-rise')}
    >
      <Icon size={15} />
      <span className="min-w-40 grow wrap-break-word">
        {text}
        {hint && <span className="block text-xs opacity-80">{hint}</span>}
      </span>
      {action && (
        <Button
          size="sm"
          variant="onInverse"
          onClick={() => {
            closeToast(id)
            action.run()
          }}
        >
          {action.label}
        </Button>
      )}
      <IconButton label="Close" icon={X} box={24} iconSize={14} className="text-current! hover:bg-[rgb(128_128_128/.25)]!" onClick={() => closeToast(id)} />
    </div>
  )
}
