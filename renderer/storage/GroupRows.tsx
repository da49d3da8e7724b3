import { ChevronRight, FileText, GitMerge, MessageSquareText, Pencil, Pin, Sigma } from 'lucide-react'
import type { LucideIcon } from 'lucide-react'
import { createElement, useId, useState } from 'react'
import type { ReactNode } from 'react'
import type { GcGroup, GcItem } from '../../core/model/cleanUp.ts'
import { cx } from '../components/cx.ts'
import { counted } from '../words/numbers.ts'
import { sizeWords } from '../words/sizes.ts'
import { day } from '../words/times.ts'
import { useWords } from '../words/words.ts'

type Props = { readonly icon: LucideIcon; readonly title: string; /** What becomes of it. */ readonly help: string; /** What there are so many of, where it isn't steps. */ readonly one?: string; readonly group: Pick<GcGroup, 'commits' | 'bytes'>; readonly startsOpen?: boolean; readonly children: ReactNode }

/** A number of steps that have the same fate, and, opened, the steps themselves. */
export function GroupRow({ icon, title, help, one, group: { commits, bytes }, startsOpen = false, children }: Props) {
  const words = useWords()
  const [isOpen, setOpen] = useState(startsOpen)
  const id = useId()
  return (
    <div className="border-b border-subtle last:border-b-0">
      <button
        type="button"
        aria-expanded={isOpen}
        aria-controls={id}
        onClick={() => setOpen(!isOpen)}
        className="flex min-h-10 w-full items-center gap-2.5 rounded-md px-3.5 py-1.5 text-left text-sm press hover:bg-hover focus-visible:-outline-offset-2"
      >
        <ChevronRight size={14} className={cx('shrink-0 text-muted transition-transform duration-(--dur-1)', isOpen && 'rotate-90')} />
        {createElement(icon, { size: 14, className: 'shrink-0 text-soft' })}
        <b className="shrink-0 font-medium">{title}</b>
        <span className="min-w-0 grow truncate text-xs text-muted">{help}</span>
        <span className="shrink-0 text-soft">{one === undefined ? counted(commits, words.step, words.steps) : counted(commits, one)}</span>
        <span className="num w-16 shrink-0 text-right text-soft">{sizeWords(bytes)}</span>
      </button>
      <div id={id} hidden={!isOpen}>{isOpen && children}</div>
    </div>
  )
}

/** The steps of a group, newest first; of a large one, its newest. */
export function GroupItems({ label, group: { commits, items } }: { readonly label: string; readonly group: GcGroup }) {
  const words = useWords()
  const [now] = useState(() => Date.now())
  return (
    <ul aria-label={label} tabIndex={0} className="max-h-70 overflow-y-auto pb-2 focus-visible:-outline-offset-2">
      {items.map((item) => (
        <ItemRow key={item.commit} item={item} now={now} />
      ))}
      {commits > items.length && <li className="px-3.5 py-1 pl-12 text-xs text-muted">and {counted(commits - items.length, `more ${words.step}`, `more ${words.steps}`)}</li>}
    </ul>
  )
}

const ItemRow = ({ item: { kind, preview, tractName, createdAt, bytes, commit }, now }: { readonly item: GcItem; readonly now: number }) => (
  <li className="grid h-7 grid-cols-[14px_minmax(0,1fr)_minmax(0,140px)_64px_64px] items-center gap-2.5 pr-3.5 pl-12 text-sm">
    {createElement(icons[kind] ?? FileText, { size: 14, className: 'text-muted' })}
    <span className="truncate">{preview === '' ? <code className="font-mono text-xs text-muted">{commit.slice(0, 8)}</code> : preview}</span>
    <span className="truncate text-xs text-muted">{tractName}</span>
    <span className="text-right text-xs text-muted">{day(createdAt, now)}</span>
    <span className="num text-right text-num! text-soft">{sizeWords(bytes)}</span>
  </li>
)

const icons: { readonly [kind in GcItem['kind']]?: LucideIcon } = { append: MessageSquareText, edit: Pencil, annotate: Pin, compress: Sigma, expand: Sigma, merge: GitMerge, resolve: GitMerge }
