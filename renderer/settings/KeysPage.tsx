import { useQuery } from '@tanstack/react-query'
import { Braces, RotateCcw, Search } from 'lucide-react'
import { useState, useSyncExternalStore } from 'react'
import type { Settings } from '../../main/contract/settings.ts'
import { keysOf } from '../commands/boundKeys.ts'
import { changeKeys, changesTo } from '../commands/changeKeys.ts'
import { currentContext, onContextChange } from '../commands/context.ts'
import { showKeys } from '../commands/keys.ts'
import { commandList } from '../commands/registry.ts'
import { Button } from '../components/Button.tsx'
import { appInfoQuery } from '../queries/app.ts'
import { KeyRow } from './keys/KeyRow.tsx'
import { KeysJsonDialog } from './keys/KeysJsonDialog.tsx'
import { groupTitles, sectionsOf } from './keys/commandGroups.ts'
import { SettingsPage } from './SettingsPage.tsx'

/** Every command with its keys, to be changed one by one or as a text. */
export function KeysPage({ settings: { keys: own } }: { readonly settings: Settings }) {
  const [search, setSearch] = useState('')
  const [showsJson, setShowsJson] = useState(false)
  const context = useSyncExternalStore(onContextChange, () => currentContext())
  const isBrowser = useQuery(appInfoQuery()).data?.host === 'web'
  const rows = commandList.map((command) => ({ command, title: command.title(context), keys: keysOf(command, own), isOwn: own[command.id] !== undefined }))
  const sections = sectionsOf(rows, search, (keys) => showKeys(keys).join(' '))
  const changed = rows.filter(({ isOwn }) => isOwn).length
  return (
    <SettingsPage title="Keys" lead="Letters act only while a list has the focus. Click a key, or press Enter on it, to choose another.">
      <div className="flex flex-wrap items-center gap-2">
        <label className="flex h-(--control-h) min-w-45 grow items-center gap-1.5 rounded-md bg-input px-2 text-sm field-ring focus-within:field-focus">
          <Search size={14} className="shrink-0 text-muted" />
          <input type="search" aria-label="Search keys" placeholder="Search by name or key" spellCheck={false} autoComplete="off" value={search} onChange={(event) => setSearch(event.target.value)} className="min-w-0 grow bg-transparent outline-none [&::-webkit-search-cancel-button]:hidden" />
        </label>
        <Button icon={Braces} onClick={() => setShowsJson(true)}>
          Export, import…
        </Button>
        <Button icon={RotateCcw} off={changed === 0 ? 'Every command has the keys it comes with' : null} onClick={() => void changeKeys(changesTo({}), 'Every command has its first keys again')}>
          Reset all
        </Button>
      </div>
      {sections.length === 0 && <p className="text-sm text-muted">No command and no key is called that.</p>}
      {sections.map(({ group, rows: shown }) => (
        <section key={group} aria-label={groupTitles[group]} className="grid gap-1.5">
          <h2 className="text-xs font-semibold text-muted">{groupTitles[group]}</h2>
          <ul className="grid rounded-lg text-sm inset-ring inset-ring-line">
            {shown.map((row) => (
              <KeyRow key={row.command.id} row={row} isBrowser={isBrowser} />
            ))}
          </ul>
        </section>
      ))}
      {showsJson && <KeysJsonDialog onClose={() => setShowsJson(false)} />}
    </SettingsPage>
  )
}
