import { useMemo, useState } from 'react'
import type { KeyboardEvent, RefObject } from 'react'
import { currentContext } from '../commands/context.ts'
import { runCommand } from '../commands/registry.ts'
import { setDraft } from '../state/drafts.ts'
import type { Place } from './place.ts'
import { suggestAt } from './suggestAt.ts'
import type { Suggest } from './suggestAt.ts'
import { suggestionsFor } from './suggestions.ts'
import type { Suggestion } from './suggestions.ts'

export type Suggestions = {
  readonly open: { readonly suggest: Suggest; readonly rows: readonly Suggestion[]; readonly chosen: number } | null
  readonly onCaret: (caret: number) => void
  readonly onPoint: (at: number) => void
  readonly onTake: (row: Suggestion) => void
  /** True when it has taken the key. */
  readonly onKeyDown: (event: KeyboardEvent) => boolean
}

/** What the composer offers for what is typed: commands behind `/`, steps to quote behind `@`. Escape sends it away until something else is typed. */
export function useSuggestions({ tract, branch }: Place, text: string, field: RefObject<HTMLTextAreaElement | null>): Suggestions {
  const [caret, setCaret] = useState(0)
  const [closedFor, setClosedFor] = useState<string | null>(null)
  const [at, setAt] = useState(0)
  const open = useMemo(() => {
    const suggest = closedFor === text ? null : suggestAt(text, Math.min(caret, text.length))
    const rows = suggest === null ? [] : suggestionsFor(suggest, currentContext())
    return suggest === null || rows.length === 0 ? null : { suggest, rows, chosen: Math.min(at, rows.length - 1) }
  }, [text, caret, closedFor, at])
  const onTake = (row: Suggestion): void => {
    if (open === null || row.off !== null) return
    setAt(0)
    if (row.kind === 'command') {
      setDraft(tract, branch, { text: '' })
      return void runCommand(row.command)
    }
    const end = open.suggest.from + row.sign.length + 1
    setDraft(tract, branch, { text: `${text.slice(0, open.suggest.from)}${row.sign} ${text.slice(caret).trimStart()}` })
    requestAnimationFrame(() => field.current?.setSelectionRange(end, end))
    setCaret(end)
  }
  const onKeyDown = (event: KeyboardEvent): boolean => {
    if (open === null || event.nativeEvent.isComposing || event.altKey || event.ctrlKey || event.metaKey) return false
    const row = open.rows[open.chosen]
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step !== undefined) setAt((open.chosen + step + open.rows.length) % open.rows.length)
    else if (event.key === 'Escape') setClosedFor(text)
    else if ((event.key === 'Enter' || event.key === 'Tab') && !event.shiftKey && row !== undefined) onTake(row)
    else return false
    event.preventDefault()
    event.stopPropagation()
    return true
  }
  return { open, onCaret: setCaret, onPoint: setAt, onTake, onKeyDown }
}
