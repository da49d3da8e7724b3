import { Keyboard, Search } from 'lucide-react'
import { useState } from 'react'
import { Button } from '../components/Button.tsx'
import { Dialog } from '../components/Dialog.tsx'
import { DragKeys } from '../drag/DragKeys.tsx'
import { closeDialog, showSettings } from '../state/view.ts'
import type { CommandScope } from './command.ts'
import { KeyTable } from './KeyTable.tsx'

/** The cheat-sheet: what the keys do where the keyboard is, then everywhere. */
export function KeysDialog() {
  const [place] = useState(() => scopeAt(document.activeElement)) // before the dialog takes the focus
  const [search, setSearch] = useState('')
  return (
    <Dialog
      title="Keyboard shortcuts"
      width={600}
      onClose={closeDialog}
      foot={
        <Button icon={Keyboard} onClick={() => showSettings('keys')}>
          Change keys
        </Button>
      }
    >
      <div className="grid gap-4 p-4.5">
        <label className="flex h-(--control-h) items-center gap-1.5 rounded-md bg-input px-2 text-sm field-ring focus-within:field-focus">
          <Search size={14} className="shrink-0 text-muted" />
          <input data-first type="search" aria-label="Search keys" placeholder="Search by name or key" spellCheck={false} autoComplete="off" value={search} onChange={(event) => setSearch(event.target.value)} className="min-w-0 grow bg-transparent outline-none [&::-webkit-search-cancel-button]:hidden" />
        </label>
        <KeyTable place={place} search={search} />
        {search === '' && <DragKeys />}
      </div>
    </Dialog>
  )
}

/** Whose keys act where the keyboard is; null where only those of the window do. */
function scopeAt(element: Element | null): CommandScope | null {
  if (element?.closest('[data-list="steps"]')) return 'list'
  if (element?.closest('[data-list="tracts"]')) return 'tracts'
  return element?.closest('[data-composer]') ? 'composer' : null
}
