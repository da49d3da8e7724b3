import { Search } from 'lucide-react'
import { useQuery } from '@tanstack/react-query'
import { useDeferredValue, useEffect, useMemo, useRef, useState } from 'react'
import type { KeyboardEvent } from 'react'
import type { TractId } from '../../core/model/ids.ts'
import { DialogFrame } from '../components/Dialog.tsx'
import { Keys } from '../components/Keys.tsx'
import { tagsQuery } from '../queries/branches.ts'
import { stepHitsQuery } from '../queries/finding.ts'
import { rememberChosen, useRecent } from '../state/recent.ts'
import { closeDialog } from '../state/view.ts'
import { currentContext } from './context.ts'
import { PaletteRow } from './PaletteRow.tsx'
import { paletteEntries, wordsForSteps } from './paletteEntries.ts'
import type { PaletteEntry } from './paletteEntries.ts'

/** Every command, branch, tract and step by a few typed letters. */
export function Palette({ isQuickOpen = false }: { readonly isQuickOpen?: boolean }) {
  const [typed, setTyped] = useState('')
  const [at, setAt] = useState<number | null>(null)
  const list = useRef<HTMLDivElement>(null)
  const search = useDeferredValue(typed)
  const [context] = useState(() => currentContext()) // as it was when it opened: the list stays put while one reads
  const { tract } = context
  const wanted = wordsForSteps(search, isQuickOpen)
  const { data: tags = none } = useQuery({ ...tagsQuery(tract ?? ('' as TractId)), enabled: tract !== null })
  const { data: hits = none } = useQuery({ ...stepHitsQuery(tract, wanted ?? ''), enabled: tract !== null && wanted !== null })
  const [now] = useState(() => Date.now())
  const [recent] = useState(() => useRecent.getState().chosen)
  const sources = useMemo(() => ({ tags, hits: wanted === null ? none : hits, recent, now, isQuickOpen }), [tags, hits, wanted, recent, now, isQuickOpen])
  const entries = useMemo(() => paletteEntries(search, context, sources), [search, context, sources])
  const chosen = Math.min(at ?? Math.max(0, entries.findIndex(({ off }) => off === null)), Math.max(0, entries.length - 1))
  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' }) // gives a promise in newer browsers, so no short form
  }, [chosen, entries])
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = steps[event.key]
    if (step === undefined && event.key !== 'Enter') return
    event.preventDefault()
    if (step !== undefined) setAt((chosen + step + entries.length) % Math.max(1, entries.length))
    else run(search === typed ? entries[chosen] : best(paletteEntries(typed, context, sources))) // the list may still be that of fewer letters
  }
  return (
    <DialogFrame label="Search or command" onClose={closeDialog} width={640} className="top-27 left-1/2 max-h-[calc(100vh-160px)] w-[calc(100%-48px)] -translate-x-1/2 rounded-xl bg-overlay">
      <div className="flex h-13.5 shrink-0 items-center gap-[11px] border-b border-line px-4.5">
        <Search size={18} className="text-muted" />
        <input
          role="combobox"
          aria-expanded="true"
          aria-controls="palette-list"
          aria-activedescendant={entries[chosen] && optionId(entries[chosen])}
          aria-label="Search or command"
          placeholder={isQuickOpen ? 'Open a tract, branch or bookmark' : 'Search or command'}
          spellCheck={false}
          value={typed}
          onChange={(event) => {
            setTyped(event.target.value)
            setAt(null)
          }}
          onKeyDown={onKeyDown}
          className="min-w-0 grow bg-transparent text-lg outline-none"
        />
        {context.target !== null && <span className="text-sm text-muted">1 step selected</span>}
      </div>
      <div ref={list} id="palette-list" role="listbox" aria-label="Results" className="min-h-0 grow overflow-y-auto pb-1">
        {entries.length === 0 && <p className="px-4.5 py-6 text-center text-sm text-muted">Nothing is called that. Try fewer letters.</p>}
        {entries.map((entry, index) => (
          <div key={entry.id} role="none">
            {entry.group !== entries[index - 1]?.group && <p role="presentation" className="px-4.5 pt-3 pb-[5px] text-xs font-semibold text-muted">{entry.group}</p>}
            <PaletteRow id={optionId(entry)} entry={entry} isChosen={index === chosen} onPoint={() => setAt(index)} onRun={() => run(entry)} />
          </div>
        ))}
      </div>
      <footer className="flex h-9.5 shrink-0 items-center gap-4.5 overflow-hidden whitespace-nowrap border-t border-line bg-pane px-4 text-xs text-muted">
        <Hint keys="Enter" words="run" />
        <span className="grow" />
        <Hint keys=">" words="commands" />
        <Hint keys="@" words="steps" />
        <Hint keys="#" words="branches" />
        <Hint keys="!" words="bookmarks" />
        <Hint keys=":" words="hash or time" />
      </footer>
    </DialogFrame>
  )
}

const steps: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1, PageDown: 8, PageUp: -8 }
const none: readonly never[] = []
const best = (entries: readonly PaletteEntry[]): PaletteEntry | undefined => entries.find(({ off }) => off === null)
const optionId = ({ id }: PaletteEntry): string => `palette-${id}`

/** Closed first, so that what it opens or focuses isn't taken back by the closing. */
function run(entry: PaletteEntry | undefined): void {
  if (entry === undefined || entry.off !== null) return
  closeDialog()
  rememberChosen(entry.id)
  setTimeout(() => void entry.run(), 0)
}

function Hint({ keys, words }: { readonly keys: string; readonly words: string }) {
  return (
    <span className="inline-flex items-center gap-1.5">
      <Keys keys={keys} />
      {words}
    </span>
  )
}
