import { MessagesSquare } from 'lucide-react'
import { useRef, useState } from 'react'
import type { TractSummary } from '../../core/model/tractSummary.ts'
import { focusPane } from '../commands/focus.ts'
import { attempt } from '../faults/attempt.ts'
import { renameTract } from '../queries/tracts.ts'
import { renameInPlace, useView } from '../state/view.ts'
import { treeRow } from './treeRow.ts'

/** The name of a tract as a field. Enter or leaving it saves, Escape leaves it as it was. A name that can't be had stays in the field. */
export function RenameRow({ tract }: { readonly tract: TractSummary }) {
  const [name, setName] = useState(tract.name)
  const isSaving = useRef(false)
  const save = async (byKey: boolean): Promise<void> => {
    if (isSaving.current) return
    isSaving.current = true
    const saved = name.trim() === tract.name || (await attempt(() => renameTract(tract.id, name.trim()).then(() => true)))
    isSaving.current = false
    if (saved !== true) return
    renameInPlace(null)
    if (byKey) focusPane('sidebar')
  }
  return (
    <form
      className={`${treeRow} pl-1`}
      onSubmit={(event) => {
        event.preventDefault()
        void save(true)
      }}
    >
      <i className="w-3 shrink-0" />
      <MessagesSquare size={14} className="text-muted" />
      <input
        aria-label="Name of the tract"
        autoFocus
        maxLength={120}
        placeholder="Untitled tract"
        value={name}
        onFocus={(event) => event.target.select()}
        onChange={(event) => setName(event.target.value)}
        onBlur={() => useView.getState().renaming === tract.id && void save(false)}
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return
          event.preventDefault()
          renameInPlace(null)
          focusPane('sidebar')
        }}
        className="-mx-1 h-[22px] min-w-0 grow rounded-sm bg-input px-1 font-medium text-ink field-focus outline-none"
      />
    </form>
  )
}
