import { Ban, CircleDot, CopyPlus, GitBranch } from 'lucide-react'
import type { LucideIcon } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { cx } from '../components/cx.ts'
import { counted, signed } from '../words/numbers.ts'
import { useWords } from '../words/words.ts'
import type { Words } from '../words/words.ts'
import type { Dragged, Meaning, Spot } from './dragged.ts'
import { useDrag } from './dragState.ts'

type Props = { readonly dragged: Dragged; readonly meaning: Meaning | null }

/** Beside the pointer: what is carried, or what dropping it here would do and change, or why it can't be dropped here. */
export function Ghost({ dragged, meaning }: Props) {
  const words = useWords()
  const ref = useRef<HTMLDivElement>(null)
  useEffect(() => {
    place(ref.current, useDrag.getState().pointer)
    return useDrag.subscribe(({ pointer }) => place(ref.current, pointer)) // by hand: React need not redraw for each pixel
  }, [])
  const Icon = meaning?.kind === 'no' ? Ban : icons[dragged.kind]
  return (
    <div ref={ref} role="status" aria-label="Dragging" className="pointer-events-none fixed top-0 left-0 z-(--z-drag)">
      <span className={cx('inline-flex h-7 max-w-96 items-center gap-1.5 rounded-md px-2.5 text-sm font-medium whitespace-nowrap shadow-pop', look(meaning))}>
        <Icon size={14} />
        <span className="truncate">{meaning === null ? carried(dragged, words) : meaning.kind === 'no' ? meaning.why : meaning.words}</span>
        {meaning?.kind === 'do' && meaning.tokens !== null && <span className="num">{signed(meaning.tokens)}</span>}
      </span>
    </div>
  )
}

const icons: Record<Dragged['kind'], LucideIcon> = { steps: CopyPlus, branch: GitBranch, here: CircleDot }

function look(meaning: Meaning | null): string {
  if (meaning === null) return 'bg-overlay text-ink'
  return meaning.kind === 'no' ? 'bg-overlay text-danger' : 'bg-accent-solid text-on-solid'
}

function carried(dragged: Dragged, words: Words): string {
  if (dragged.kind === 'steps') return counted(dragged.steps.length, words.step, words.steps)
  return dragged.kind === 'branch' ? dragged.name : words.here
}

/** Below and beside the pointer, and never out of the window. */
function place(ghost: HTMLElement | null, { x, y }: Spot): void {
  if (ghost === null) return
  const left = Math.min(x + 14, innerWidth - ghost.offsetWidth - 8)
  const top = y + 18 + ghost.offsetHeight > innerHeight ? y - 12 - ghost.offsetHeight : y + 18
  ghost.style.transform = `translate(${Math.max(8, left)}px, ${top}px)`
}
