import { useQuery } from '@tanstack/react-query'
import { ArrowLeft, Gauge, Info, KeyRound, Keyboard, SlidersHorizontal } from 'lucide-react'
import type { LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'
import type { Settings } from '../../main/contract/settings.ts'
import { Button } from '../components/Button.tsx'
import { cx } from '../components/cx.ts'
import { SkeletonRows } from '../components/Skeleton.tsx'
import { FaultCard } from '../faults/FaultCard.tsx'
import { faultOf } from '../faults/faultOf.ts'
import { settingsQuery } from '../queries/settings.ts'
import { assertNever } from '../state/assertNever.ts'
import { useLayout } from '../state/layout.ts'
import { useSmall } from '../state/useSmall.ts'
import { showSettings, showTalk, useView } from '../state/view.ts'
import type { SettingsPage } from '../state/view.ts'
import { AboutPage } from './AboutPage.tsx'
import { BudgetPage } from './BudgetPage.tsx'
import { GeneralPage } from './GeneralPage.tsx'
import { KeysPage } from './KeysPage.tsx'
import { ProvidersPage } from './ProvidersPage.tsx'

const pages: readonly { readonly page: SettingsPage; readonly title: string; readonly icon: LucideIcon }[] = [
  { page: 'general', title: 'General', icon: SlidersHorizontal },
  { page: 'providers', title: 'Providers and keys', icon: KeyRound },
  { page: 'budget', title: 'Budget', icon: Gauge },
  { page: 'keys', title: 'Keys', icon: Keyboard },
  { page: 'about', title: 'About', icon: Info },
]

/** The settings in place of the conversation: pages left, the chosen one right. Escape goes back. */
export function SettingsView() {
  const view = useView((state) => state.page)
  const width = useLayout((layout) => layout.widths.sidebar)
  const isSmall = useSmall()
  const shown = view.kind === 'settings' ? view.page : 'general'
  return (
    <main
      className="grid min-h-0"
      style={{ gridTemplateColumns: `${isSmall ? 180 : width}px minmax(0,1fr)` }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.defaultPrevented) return
        event.preventDefault()
        showTalk()
      }}
    >
      <nav aria-label="Settings" data-pane="sidebar" className="grid content-start gap-px border-r border-line bg-app px-2 py-2.5">
        <Button variant="ghost" icon={ArrowLeft} keys="Escape" className="mb-2 justify-start! px-2! font-normal!" onClick={showTalk}>
          Back to the chat
        </Button>
        {pages.map(({ page, title, icon: Icon }) => (
          <button
            key={page}
            type="button"
            aria-current={page === shown ? 'page' : undefined}
            autoFocus={page === shown}
            onClick={() => showSettings(page)}
            className={cx('flex h-(--tree-row-h) items-center gap-2 rounded-sm px-2 text-md press focus-visible:-outline-offset-2', page === shown ? 'bg-active font-medium text-ink' : 'text-soft hover:bg-hover')}
          >
            <Icon size={15} className="text-muted" />
            {title}
          </button>
        ))}
      </nav>
      <div className="min-h-0 overflow-y-auto bg-pane">
        <Loaded>{(settings) => <PageBody page={shown} settings={settings} />}</Loaded>
      </div>
    </main>
  )
}

function Loaded({ children }: { readonly children: (settings: Settings) => ReactNode }) {
  const { data, error } = useQuery(settingsQuery())
  if (error !== null)
    return (
      <div className="max-w-130 p-10">
        <FaultCard fault={faultOf(error)} />
      </div>
    )
  return data === undefined ? <div className="p-10"><SkeletonRows count={6} label="Settings are on their way" /></div> : children(data)
}

function PageBody({ page, settings }: { readonly page: SettingsPage; readonly settings: Settings }) {
  switch (page) {
    case 'general':
      return <GeneralPage settings={settings} />
    case 'providers':
      return <ProvidersPage settings={settings} />
    case 'budget':
      return <BudgetPage />
    case 'keys':
      return <KeysPage />
    case 'about':
      return <AboutPage />
    default:
      return assertNever(page)
  }
}
