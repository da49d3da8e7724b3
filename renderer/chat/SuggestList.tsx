import { useEffect, useRef } from 'react'
import { cx } from '../components/cx.ts'
import { Keys } from '../components/Keys.tsx'
import type { Suggestion } from './suggestions.ts'

type Props = { readonly label: string; readonly rows: readonly Suggestion[]; readonly chosen: number; readonly onPoint: (at: number) => void; readonly onTake: (row: Suggestion) => void }

export const suggestId = (at: number): string => `suggestion-${at}`

/** What the composer offers above itself, while one types. */
export function SuggestList({ label, rows, chosen, onPoint, onTake }: Props) {
  const list = useRef<HTMLDivElement>(null)
  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' }) // gives a promise in newer browsers, so no short form
  }, [chosen])
  return (
    <div ref={list} id="suggestions" role="listbox" aria-label={label} className="absolute inset-x-0 bottom-full z-(--z-popover) mb-2 max-h-72 overflow-y-auto rounded-lg bg-overlay p-1 text-sm shadow-pop animate-appear">
      {rows.map((row, at) => (
        <div
          key={row.id}
          id={suggestId(at)}
          role="option"
          aria-selected={at === chosen}
          aria-disabled={row.off !== null || undefined}
          onPointerMove={() => onPoint(at)}
          onPointerDown={(event) => {
            event.preventDefault() // the field keeps the focus
            onTake(row)
          }}
          className={cx('flex h-(--row-h) items-center gap-2 rounded-sm px-2', at === chosen && 'bg-active', row.off !== null && 'text-disabled')}
        >
          <row.icon size={14} className="shrink-0 text-muted" />
          <span className="truncate">{row.title}</span>
          {(row.off ?? row.sub) !== null && <span className="max-w-[50%] shrink-0 truncate text-xs text-muted">{row.off ?? row.sub}</span>}
          <span className="grow" />
          {row.keys !== undefined && <Keys keys={row.keys} />}
        </div>
      ))}
    </div>
  )
}
