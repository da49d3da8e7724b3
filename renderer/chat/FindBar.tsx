import './chat.css'
import { ChevronDown, ChevronUp, Search, X } from 'lucide-react'
import { useEffect, useMemo, useRef } from 'react'
import type { KeyboardEvent } from 'react'
import type { TranscriptMessage } from '../../core/model/context.ts'
import { IconButton } from '../components/IconButton.tsx'
import type { TractId } from '../../core/model/ids.ts'
import { closeFind, lookFor, pointAt, useFind } from '../state/find.ts'
import { forgetHits, showHits } from '../state/hits.ts'
import { openCard } from '../state/openCards.ts'
import { focusMessage } from '../state/selection.ts'
import { spaced } from '../words/numbers.ts'
import { findMatches } from './findMatches.ts'
import type { Match } from './findMatches.ts'
import { useFindMarks } from './useFindMarks.ts'

type Props = {
  readonly tract: TractId
  /** All that is read of the branch, oldest first. */
  readonly messages: readonly TranscriptMessage[]
  /** Opens what a message stands folded in. */
  readonly onReveal: (match: Match) => void
}

/** Looks for words in the chat: how often they stand there, which place one is at, and the way to the next. */
export function FindBar({ tract, messages, onReveal }: Props) {
  const field = useRef<HTMLInputElement>(null)
  const { text, at, asked } = useFind()
  const matches = useMemo(() => findMatches(messages, text), [messages, text])
  useEffect(() => showHits(text, matches.map(({ message }) => ({ tract, messageId: message }))), [tract, text, matches])
  useEffect(() => forgetHits, [])
  const place = Math.min(at, Math.max(0, matches.length - 1))
  useFindMarks(text, matches[place] ?? null)
  useEffect(() => {
    field.current?.focus()
    field.current?.select()
  }, [asked])
  const go = (to: number, among: readonly Match[]): void => {
    const next = among.length === 0 ? 0 : (to + among.length) % among.length
    pointAt(next)
    const match = among[next]
    if (match === undefined) return
    openCard(match.message)
    onReveal(match)
    focusMessage(match.message, 'command')
  }
  const close = (): void => {
    closeFind()
    document.querySelector<HTMLElement>('[role="feed"] [tabindex="0"]')?.focus({ preventScroll: true })
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' && event.key !== 'Enter') return
    event.preventDefault()
    event.stopPropagation()
    if (event.key === 'Escape') close()
    else go(place + (event.shiftKey ? -1 : 1), matches)
  }
  const isNone = text.trim() !== '' && matches.length === 0
  return (
    <div role="search" aria-label="Find in the chat" onKeyDown={onKeyDown} className="flex h-10 shrink-0 items-center gap-1.5 border-b border-subtle bg-pane px-3.5">
      <Search size={14} className="text-muted" />
      <input
        ref={field}
        aria-label="Find in the chat"
        placeholder="Find in this branch, hidden and folded too"
        spellCheck={false}
        value={text}
        onChange={(event) => {
          lookFor(event.target.value)
          go(0, findMatches(messages, event.target.value))
        }}
        className="h-7 min-w-0 grow bg-transparent text-sm outline-none"
      />
      <span role="status" className={isNone ? 'text-xs text-danger' : 'num text-xs text-muted'}>
        {text.trim() === '' ? '' : isNone ? 'not found' : `${spaced(place + 1)} of ${spaced(matches.length)}`}
      </span>
      <IconButton label="Match before" icon={ChevronUp} box={24} keys="Shift+Enter" off={matches.length === 0 ? 'Nothing is found' : null} onClick={() => go(place - 1, matches)} />
      <IconButton label="Next match" icon={ChevronDown} box={24} keys="Enter" off={matches.length === 0 ? 'Nothing is found' : null} onClick={() => go(place + 1, matches)} />
      <IconButton label="Close" icon={X} box={24} keys="Escape" onClick={close} />
    </div>
  )
}
