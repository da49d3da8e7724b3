import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { Search } from 'lucide-react'
import { useDeferredValue, useEffect, useMemo, useRef, useState } from 'react'
import type { KeyboardEvent } from 'react'
import type { SearchHit } from '../../core/model/search.ts'
import { Button } from '../components/Button.tsx'
import { DialogFrame } from '../components/Dialog.tsx'
import { Keys } from '../components/Keys.tsx'
import { Segmented } from '../components/Segmented.tsx'
import { FaultCard } from '../faults/FaultCard.tsx'
import { faultOf } from '../faults/faultOf.ts'
import { searchQuery } from '../queries/finding.ts'
import { settingsQuery } from '../queries/settings.ts'
import { useCurrent } from '../queries/useCurrent.ts'
import type { Current } from '../queries/useCurrent.ts'
import { noteSearch } from '../state/recentSearches.ts'
import { closeDialog } from '../state/view.ts'
import { groupHits } from './groupHits.ts'
import { hitId } from './HitRow.tsx'
import { HitGroupRows } from './HitGroupRows.tsx'
import { openHit, openLink } from './openHit.ts'
import { completionsFor } from './operators.ts'
import type { Values } from './operators.ts'
import { SearchHelp } from './SearchHelp.tsx'
import { readStepLink } from './stepLink.ts'
import { useMarks } from './useMarks.ts'

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
  const field = useRef<HTMLInputElement>(null)
  const text = useDeferredValue(typed.trim())
  const found = useInfiniteQuery({ ...searchQuery(reach === 'tract' ? current.tract : null, text), enabled: text !== '' && readStepLink(text) === null })
  const fault = text !== '' && found.error ? faultOf(found.error) : null
  const link = readStepLink(text)
  const groups = useMemo(() => groupHits(text === '' || fault !== null ? [] : (found.data?.pages.flatMap(({ items }) => items) ?? []), current), [text, fault, found.data, current])
  const hits = useMemo(() => groups.flatMap((group) => group.hits), [groups])
  const { keep } = useMarks(text, hits)
  const completions = completionsFor(typed, useValues(current))
  const type = (next: string): void => {
    setTyped(next)
    setAt(0)
    field.current?.focus()
  }
  const chosen = Math.min(at, Math.max(0, hits.length - 1))
  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' }) // gives a promise in newer browsers, so no short form
  }, [chosen])
  const open = (hit: SearchHit | undefined): void => {
    if (hit === undefined) return
    keep()
    noteSearch(typed.trim())
    closeDialog()
    setTimeout(() => void openHit(hit, current), 0) // closed first, so that the closing doesn't take the focus back
  }
  const follow = (to: NonNullable<typeof link>): void => {
    closeDialog()
    setTimeout(() => void openLink(to.tract, to.message, current), 0)
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Tab' && !event.shiftKey && completions[0] !== undefined) {
      event.preventDefault()
      return type(completions[0].text)
    }
    const step = steps[event.key]
    if (step === undefined && event.key !== 'Enter') return
    event.preventDefault()
    if (step !== undefined) setAt(Math.min(hits.length - 1, Math.max(0, chosen + step)))
    else if (link === null) open(hits[chosen])
    else follow(link)
  }
  return (
    <DialogFrame label="Search all texts" onClose={closeDialog} width={760} className="top-[10vh] left-1/2 max-h-[80vh] w-[calc(100%-48px)] -translate-x-1/2 rounded-xl bg-overlay">
      <div className="flex h-13.5 shrink-0 items-center gap-[11px] border-b border-line px-4.5">
        <Search size={18} className="text-muted" />
        <input
          ref={field}
          role="combobox"
          aria-expanded="true"
          aria-controls="hits"
          aria-activedescendant={hits[chosen] && hitId(hits[chosen], chosen)}
          aria-label="Search all texts"
          placeholder="Search all texts"
          spellCheck={false}
          value={typed}
          onChange={(event) => type(event.target.value)}
          onKeyDown={onKeyDown}
          className="min-w-0 grow bg-transparent text-lg outline-none"
        />
        <Segmented small label="Where" value={reach} options={[{ value: 'tract', label: 'This tract' }, { value: 'file', label: 'All tracts' }]} onChange={setReach} />
      </div>
      {completions.length > 0 && (
        <div aria-label="How it may go on" role="group" className="flex flex-wrap items-center gap-1.5 border-b border-subtle px-4.5 py-1.5">
          {completions.map(({ label, text: whole }, nth) => (
            <button key={label} type="button" onClick={() => type(whole)} className="inline-flex h-6 items-center gap-1.5 rounded-sm bg-active px-2 font-mono text-xs hover:bg-hover">
              {label}
              {nth === 0 && <Keys keys="Tab" />}
            </button>
          ))}
        </div>
      )}
      <div ref={list} id="hits" role="listbox" aria-label="Found" className="min-h-0 grow overflow-y-auto py-1.5">
        {groups.map((group) => (
          <HitGroupRows key={group.key} group={group} from={hits.indexOf(group.hits[0] as SearchHit)} current={current} chosen={chosen} onPoint={setAt} onOpen={open} />
        ))}
      </div>
      {fault !== null && <div className="p-4.5"><FaultCard fault={fault} /></div>}
      {link !== null && <p role="status" className="px-4.5 pt-3 pb-7 text-center text-sm text-muted">A link to a step. Enter opens it.</p>}
      {text === '' && <SearchHelp onTake={type} />}
      {text !== '' && link === null && fault === null && hits.length === 0 && <Nothing isLooking={found.isFetching} />}
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

const Nothing = ({ isLooking }: { readonly isLooking: boolean }) => (
  <p role="status" className="px-4.5 pt-3 pb-7 text-center text-sm text-muted">
    {isLooking ? 'Searching …' : 'No text has all of this.'}
  </p>
)

/** What `branch:` and `model:` may go on with. */
function useValues({ overview }: Current): Values {
  const { data: settings } = useQuery(settingsQuery())
  return { branches: overview.branches.map(({ name }) => name), models: settings?.providers.flatMap(({ models }) => models) ?? [] }
}
