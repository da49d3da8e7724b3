import { useInfiniteQuery } from '@tanstack/react-query'
import { Search } from 'lucide-react'
import { useDeferredValue, useEffect, useRef, useState } from 'react'
import type { KeyboardEvent } from 'react'
import type { SearchHit } from '../../core/model/search.ts'
import { Button } from '../components/Button.tsx'
import { DialogFrame } from '../components/Dialog.tsx'
import { Keys } from '../components/Keys.tsx'
import { Segmented } from '../components/Segmented.tsx'
import { FaultCard } from '../faults/FaultCard.tsx'
import { faultOf } from '../faults/faultOf.ts'
import { searchQuery } from '../queries/finding.ts'
import { useCurrent } from '../queries/useCurrent.ts'
import type { Current } from '../queries/useCurrent.ts'
import { closeDialog } from '../state/view.ts'
import { hitId, HitRow } from './HitRow.tsx'
import { openHit } from './openHit.ts'

/** Full text over everything the tract, or the file, ever held. Enter opens the branch and the step. */
export function SearchDialog() {
  const current = useCurrent()
  return current === null ? null : <Finder current={current} />
}

type Reach = 'tract' | 'file'

function Finder({ current }: { readonly current: Current }) {
  const [typed, setTyped] = useState('')
  const [reach, setReach] = useState<Reach>('tract')
  const [at, setAt] = useState(0)
  const list = useRef<HTMLDivElement>(null)
  const text = useDeferredValue(typed.trim())
  const found = useInfiniteQuery({ ...searchQuery(reach === 'tract' ? current.tract : null, text), enabled: text !== '' })
  const fault = text !== '' && found.error ? faultOf(found.error) : null
  const hits = text === '' || fault !== null ? [] : (found.data?.pages.flatMap(({ items }) => items) ?? [])
  const chosen = Math.min(at, Math.max(0, hits.length - 1))
  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' }) // gives a promise in newer browsers, so no short form
  }, [chosen])
  const open = (hit: SearchHit | undefined): void => {
    if (hit === undefined) return
    closeDialog()
    setTimeout(() => void openHit(hit, current), 0) // closed first, so that the closing doesn't take the focus back
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = steps[event.key]
    if (step === undefined && event.key !== 'Enter') return
    event.preventDefault()
    if (step !== undefined) setAt(Math.min(hits.length - 1, Math.max(0, chosen + step)))
    else open(hits[chosen])
  }
  return (
    <DialogFrame label="Search all texts" onClose={closeDialog} width={760} className="top-[10vh] left-1/2 max-h-[80vh] w-[calc(100%-48px)] -translate-x-1/2 rounded-xl bg-overlay">
      <div className="flex h-13.5 shrink-0 items-center gap-[11px] border-b border-line px-4.5">
        <Search size={18} className="text-muted" />
        <input
          role="combobox"
          aria-expanded="true"
          aria-controls="hits"
          aria-activedescendant={hits[chosen] && hitId(hits[chosen], chosen)}
          aria-label="Search all texts"
          placeholder="Search all texts"
          spellCheck={false}
          value={typed}
          onChange={(event) => {
            setTyped(event.target.value)
            setAt(0)
          }}
          onKeyDown={onKeyDown}
          className="min-w-0 grow bg-transparent text-lg outline-none"
        />
        <Segmented small label="Where" value={reach} options={[{ value: 'tract', label: 'This tract' }, { value: 'file', label: 'All tracts' }]} onChange={setReach} />
      </div>
      <div ref={list} id="hits" role="listbox" aria-label="Found" className="min-h-0 grow overflow-y-auto py-1.5">
        {hits.map((hit, index) => (
          <HitRow key={hitId(hit, index)} hit={hit} index={index} current={current} isChosen={index === chosen} onPoint={() => setAt(index)} onOpen={() => open(hit)} />
        ))}
      </div>
      {fault !== null && <div className="p-4.5"><FaultCard fault={fault} /></div>}
      {fault === null && hits.length === 0 && <Nothing typed={text} isLooking={found.isFetching} />}
      {found.hasNextPage && text !== '' && fault === null && (
        <div className="flex justify-center border-t border-line py-1.5">
          <Button size="sm" variant="ghost" off={found.isFetchingNextPage ? 'They are on their way' : null} onClick={() => void found.fetchNextPage()}>
            Show more
          </Button>
        </div>
      )}
      <footer className="flex h-9.5 shrink-0 items-center gap-4.5 border-t border-line bg-pane px-4 text-xs whitespace-nowrap text-muted">
        <span className="inline-flex items-center gap-1.5">
          <Keys keys="Enter" /> open the branch and the step
        </span>
        <span className="grow" />
        <span className="truncate">“two words” together · without -this · beginning* · one OR other</span>
      </footer>
    </DialogFrame>
  )
}

const steps: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1, PageDown: 8, PageUp: -8 }

function Nothing({ typed, isLooking }: { readonly typed: string; readonly isLooking: boolean }) {
  const words = typed === '' ? 'Every text is searched: what is hidden, old versions, other branches, and what no branch holds any more.' : isLooking ? 'Searching …' : 'No text has all these words.'
  return (
    <p role="status" className="px-4.5 pt-3 pb-7 text-center text-sm text-muted">
      {words}
    </p>
  )
}
