import { ArrowLeft, Coins, Database, Gauge, Info, KeyRound, Keyboard, Palette, Route, Search, ShieldCheck, SlidersHorizontal } from 'lucide-react'
import type { LucideIcon } from 'lucide-react'
import { useState } from 'react'
import type { KeyboardEvent } from 'react'
import { Button } from '../components/Button.tsx'
import { cx } from '../components/cx.ts'
import { showSettings, showTalk } from '../state/view.ts'
import type { SettingsPage } from '../state/view.ts'
import { searchSettings } from './settingsIndex.ts'

const pages: readonly { readonly page: SettingsPage; readonly title: string; readonly icon: LucideIcon }[] = [
  { page: 'general', title: 'General', icon: SlidersHorizontal },
  { page: 'providers', title: 'Providers and keys', icon: KeyRound },
  { page: 'models', title: 'Models and prices', icon: Coins },
  { page: 'operations', title: 'Operations', icon: Route },
  { page: 'budget', title: 'Budget', icon: Gauge },
  { page: 'policies', title: 'Policies', icon: ShieldCheck },
  { page: 'keys', title: 'Keys', icon: Keyboard },
  { page: 'appearance', title: 'Appearance', icon: Palette },
  { page: 'storage', title: 'Storage and clean-up', icon: Database },
  { page: 'about', title: 'About', icon: Info },
]
const titleOf = (page: SettingsPage): string => pages.find((one) => one.page === page)?.title ?? page

/** The pages, and a field that finds a setting whichever page it is on. Arrows walk, Enter opens, Escape empties the field first. */
export function SettingsNav({ shown }: { readonly shown: SettingsPage }) {
  const [typed, setTyped] = useState('')
  const [hasSearched, setSearched] = useState(false) // from then on the focus stays where it is
  const found = searchSettings(typed, titleOf)
  const isSearching = typed.trim() !== ''
  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    if (event.key === 'Escape' && typed !== '') {
      event.preventDefault()
      setTyped('')
      event.currentTarget.querySelector('input')?.focus()
    }
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') walk(event)
  }
  const openFirst = (): void => {
    if (found[0] !== undefined) showSettings(found[0].page)
  }
  return (
    <nav aria-label="Settings" data-pane="sidebar" className="grid grid-cols-1 content-start overflow-y-auto border-r border-line bg-app px-2 py-2.5" onKeyDown={onKeyDown}>
      <label className="mb-2 flex h-(--control-h) items-center gap-1.5 rounded-md bg-input px-2 text-sm field-ring focus-within:field-focus">
        <Search size={14} className="shrink-0 text-muted" />
        <input
          type="search"
          aria-label="Search settings"
          placeholder="Search settings"
          spellCheck={false}
          autoComplete="off"
          value={typed}
          onChange={(event) => {
            setTyped(event.target.value)
            setSearched(true)
          }}
          onKeyDown={(event) => event.key === 'Enter' && openFirst()}
          className="min-w-0 grow bg-transparent outline-none [&::-webkit-search-cancel-button]:hidden"
        />
      </label>
      <div className="grid grid-cols-1">
        {isSearching
          ? found.map(({ page, title }) => <Row key={`${page} ${title}`} title={title} sub={titleOf(page)} isShown={false} takesFocus={false} onOpen={() => showSettings(page)} />)
          : pages.map(({ page, title, icon }) => <Row key={page} title={title} icon={icon} isShown={page === shown} takesFocus={page === shown && !hasSearched} onOpen={() => showSettings(page)} />)}
        {isSearching && found.length === 0 && <p className="px-2 py-1.5 text-sm text-muted">No setting is called that.</p>}
      </div>
      <Button variant="ghost" icon={ArrowLeft} keys="Escape" className="mt-3 justify-start! px-2! font-normal!" onClick={showTalk}>
        Back to the chat
      </Button>
    </nav>
  )
}

type RowProps = { readonly title: string; readonly sub?: string; readonly icon?: LucideIcon; readonly isShown: boolean; readonly takesFocus: boolean; readonly onOpen: () => void }

function Row({ title, sub, icon: Icon, isShown, takesFocus, onOpen }: RowProps) {
  return (
    <button
      type="button"
      aria-current={isShown ? 'page' : undefined}
      autoFocus={takesFocus}
      onClick={onOpen}
      className={cx('flex h-(--tree-row-h) min-w-0 items-center gap-1.75 rounded-sm px-2 text-left text-md press focus-visible:-outline-offset-2', isShown ? 'bg-active font-medium text-ink' : 'text-soft hover:bg-hover')}
    >
      {Icon !== undefined && <Icon size={15} className="shrink-0 text-muted" />}
      <span className="max-w-full shrink-0 truncate">{title}</span>
      {sub !== undefined && <span className="ml-auto truncate pl-2 text-xs text-muted">{sub}</span>}
    </button>
  )
}

/** From the field into the list, and from row to row. */
function walk(event: KeyboardEvent<HTMLElement>): void {
  const stops = [...event.currentTarget.querySelectorAll<HTMLElement>('input, button')]
  const at = stops.indexOf(document.activeElement as HTMLElement)
  const next = stops[at + (event.key === 'ArrowDown' ? 1 : -1)]
  if (next === undefined) return
  event.preventDefault()
  next.focus()
}
