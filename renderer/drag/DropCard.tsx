import type { LucideIcon } from 'lucide-react'
import { useEffect, useLayoutEffect, useRef, useState } from 'react'
import type { ReactNode } from 'react'
import { Button } from '../components/Button.tsx'
import type { Spot } from './dragged.ts'
import { closeDrop } from './dragState.ts'
import { fitted } from './fitted.ts'

type Props = {
  readonly at: Spot
  readonly title: string
  readonly icon: LucideIcon
  /** How it would go, in a word. */
  readonly badge?: ReactNode
  readonly children: ReactNode
  /** At the left of the buttons. */
  readonly more?: ReactNode
  readonly verb: string
  readonly off: string | null
  readonly isDanger?: boolean
  readonly onApply: () => void
}

/** What a drop would do, at the place of the drop. Enter does it; Escape, or a press beside it, leaves everything as it was. */
export function DropCard({ at, title, icon: Icon, badge, children, more, verb, off, onApply }: Props) {
  const ref = useRef<HTMLFormElement>(null)
  const place = useFitted(ref, at)
  useReturningFocus()
  useEffect(() => {
    const away = (event: PointerEvent): void => {
      if (event.target instanceof Node && ref.current?.contains(event.target) === false) closeDrop()
    }
    window.addEventListener('pointerdown', away, { capture: true })
    return () => window.removeEventListener('pointerdown', away, { capture: true })
  }, [])
  return (
    <form
      ref={ref}
      role="dialog"
      aria-label={title}
      className="fixed z-(--z-popover) grid w-85 max-w-[calc(100vw-16px)] gap-3 rounded-lg bg-overlay p-3.5 text-sm shadow-sheet animate-appear"
      style={place}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return
        event.preventDefault()
        event.stopPropagation()
        closeDrop()
      }}
      onSubmit={(event) => {
        event.preventDefault()
        if (off === null) onApply()
      }}
    >
      <header className="flex min-w-0 items-center gap-2">
        <Icon size={16} className="shrink-0 text-soft" />
        <h2 className="min-w-0 grow truncate text-md font-semibold" title={title}>{title}</h2>
        {badge}
      </header>
      {children}
      <footer className="flex items-center gap-2">
        {more}
        <span className="grow" />
        <Button keys="Escape" onClick={closeDrop}>Cancel</Button>
        <Button type="submit" variant="primary" keys="Enter" off={off} autoFocus>{verb}</Button>
      </footer>
    </form>
  )
}

/** Where it fits into the window, found again when what it tells has come. */
function useFitted(ref: { readonly current: HTMLElement | null }, at: Spot): { readonly left: number; readonly top: number } {
  const [place, setPlace] = useState({ left: at.x, top: at.y })
  useLayoutEffect(() => {
    const element = ref.current
    if (element === null) return
    const fit = (): void => setPlace(fitted(at, { width: element.offsetWidth, height: element.offsetHeight }, { width: innerWidth, height: innerHeight }))
    const watcher = new ResizeObserver(fit)
    watcher.observe(element)
    window.addEventListener('resize', fit)
    return () => {
      watcher.disconnect()
      window.removeEventListener('resize', fit)
    }
  }, [ref, at])
  return place
}

/** The keyboard goes back to where it was. */
function useReturningFocus(): void {
  const [opener] = useState(() => document.activeElement)
  useEffect(() => () => {
    if (opener instanceof HTMLElement && opener.isConnected && (document.activeElement === null || document.activeElement === document.body)) opener.focus()
  }, [opener])
}

export const CardFacts = ({ children }: { readonly children: ReactNode }) => <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-4 gap-y-1.5">{children}</dl>
export const CardFact = ({ name, children }: { readonly name: string; readonly children: ReactNode }) => (
  <>
    <dt className="text-soft">{name}</dt>
    <dd className="text-right">{children}</dd>
  </>
)
