import { Clock, Contrast, FoldVertical, GitMergeConflict, GitPullRequestDraft, TriangleAlert } from 'lucide-react'
import type { LucideIcon } from 'lucide-react'
import { createElement, useEffect, useRef } from 'react'
import type { KeyboardEvent } from 'react'
import { runCommand } from '../commands/registry.ts'
import type { CommandId } from '../commands/registry.ts'
import { cx } from '../components/cx.ts'
import { useArrivingFocus } from '../drawer/useArrivingFocus.ts'
import { targetOf } from '../log/LogList.tsx'
import { reviewWords } from './reviewItems.ts'
import type { ReviewItem } from './reviewItems.ts'

type Props = { readonly items: readonly ReviewItem[]; readonly chosen: ReviewItem; readonly onChoose: (item: ReviewItem) => void }

/** One line each; `A` and `R` decide, Enter shows it in the chat. */
export function ReviewList({ items, chosen, onChoose }: Props) {
  const list = useRef<HTMLDivElement>(null)
  useArrivingFocus(list)
  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' }) // gives a promise in newer browsers, so no short form
  }, [chosen])
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.altKey || event.ctrlKey || event.metaKey) return
    const command = keys[event.key.toLowerCase()]
    const target = targetOf(event.key, items.indexOf(chosen), items.length)
    const next = target === undefined ? undefined : items[target]
    if (command === undefined && next === undefined) return
    event.preventDefault()
    if (command !== undefined) void runCommand(command)
    else if (next !== undefined) onChoose(next)
  }
  return (
    <div ref={list} role="listbox" aria-label="What waits for you" aria-activedescendant={idOf(chosen)} tabIndex={0} data-list="review" className="min-h-0 overflow-y-auto border-r border-subtle py-1" onKeyDown={onKeyDown}>
      {items.map((item) => (
        <Row key={item.key} item={item} isChosen={item === chosen} onChoose={onChoose} />
      ))}
    </div>
  )
}

const keys: { readonly [key: string]: CommandId | undefined } = { enter: 'review.show', a: 'review.accept', r: 'review.refuse' }

function Row({ item, isChosen, onChoose }: { readonly item: ReviewItem; readonly isChosen: boolean; readonly onChoose: (item: ReviewItem) => void }) {
  const { title, sub } = reviewWords(item)
  const { icon, tone } = looks[item.kind]
  return (
    <div
      id={idOf(item)}
      role="option"
      aria-selected={isChosen}
      onClick={() => onChoose(item)}
      className={cx('grid grid-cols-[14px_minmax(0,1fr)_auto] items-center gap-x-2.5 px-3.5 py-1.5 text-sm press', isChosen ? 'bg-selected shadow-[inset_2px_0_0_var(--accent)]' : 'hover:bg-hover')}
    >
      {createElement(icon, { size: 14, className: tone })}
      <span className="truncate font-medium">{title}</span>
      <span className="max-w-28 truncate text-xs text-muted">{item.kind === 'merge' ? '' : `on ${item.branch}`}</span>
      <span className="col-span-2 col-start-2 truncate text-xs text-muted">{sub}</span>
    </div>
  )
}

const looks: { readonly [Kind in ReviewItem['kind']]: { readonly icon: LucideIcon; readonly tone: string } } = {
  merge: { icon: GitMergeConflict, tone: 'text-conflict' },
  summary: { icon: FoldVertical, tone: 'text-summary' },
  proposal: { icon: GitPullRequestDraft, tone: 'text-accent' },
  partial: { icon: Contrast, tone: 'text-warning' },
  failed: { icon: TriangleAlert, tone: 'text-danger' },
  queued: { icon: Clock, tone: 'text-muted' },
}

const idOf = ({ key }: ReviewItem): string => `review-${key.replace(' ', '-')}`
