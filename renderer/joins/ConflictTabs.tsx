import { Check } from 'lucide-react'
import { useEffect, useRef } from 'react'
import type { PendingConflict } from '../../core/model/merge.ts'
import { Badge } from '../components/Badge.tsx'
import { cx } from '../components/cx.ts'
import { Keys } from '../components/Keys.tsx'
import { useWords } from '../words/words.ts'
import { conflictWords } from './conflictWords.ts'

type Props = { readonly conflicts: readonly PendingConflict[]; readonly at: number; readonly onChoose: (at: number) => void }

/** One tab a conflict; a decided one is ticked. */
export function ConflictTabs({ conflicts, at, onChoose }: Props) {
  const words = useWords()
  const current = conflicts[at]
  const shown = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    const where = document.activeElement
    if (where === document.body || where?.tagName === 'DIALOG') shown.current?.focus() // what had the focus went with the conflict before
  }, [at])
  return (
    <div className="flex min-h-11 shrink-0 items-center gap-3 border-b border-line px-4.5">
      <div role="tablist" aria-label="Conflicts" className="flex min-w-0 gap-1 overflow-x-auto">
        {conflicts.map(({ id, messages, resolution }, nth) => (
          <button
            key={id}
            type="button"
            role="tab"
            ref={nth === at ? shown : null}
            aria-selected={nth === at}
            onClick={() => onChoose(nth)}
            className={cx('inline-flex h-6 shrink-0 items-center gap-1.5 rounded-sm px-2 text-xs press', nth === at ? 'bg-active font-semibold text-ink' : 'text-soft hover:bg-hover')}
          >
            {nth + 1} of {conflicts.length}, {words.step} <span className="font-mono font-normal">{messages[0]?.slice(0, 4)}</span>
            {resolution !== null && <Badge small bare tone="success" icon={Check} tip="Decided" />}
          </button>
        ))}
      </div>
      {current && <span className="truncate text-sm text-soft">{conflictWords(current.kind, words)}</span>}
      <span className="grow" />
      {conflicts.length > 1 && (
        <span className="inline-flex items-center gap-1.5 text-xs text-muted max-[999px]:hidden">
          <Keys keys="N" /> next conflict
        </span>
      )}
    </div>
  )
}
