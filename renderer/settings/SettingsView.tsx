import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import type { Settings } from '../../main/contract/settings.ts'
import { SkeletonRows } from '../components/Skeleton.tsx'
import { FaultCard } from '../faults/FaultCard.tsx'
import { faultOf } from '../faults/faultOf.ts'
import { settingsQuery } from '../queries/settings.ts'
import { StoragePage } from '../storage/StoragePage.tsx'
import { assertNever } from '../state/assertNever.ts'
import { useLayout } from '../state/layout.ts'
import { useSmall } from '../state/useSmall.ts'
import { showTalk, useView } from '../state/view.ts'
import type { SettingsPage } from '../state/view.ts'
import { AboutPage } from './AboutPage.tsx'
import { AppearancePage } from './AppearancePage.tsx'
import { BudgetPage } from './BudgetPage.tsx'
import { GeneralPage } from './GeneralPage.tsx'
import { KeysPage } from './KeysPage.tsx'
import { ModelsPage } from './ModelsPage.tsx'
import { OperationsPage } from './OperationsPage.tsx'
import { PoliciesPage } from '../policies/PoliciesPage.tsx'
import { ProvidersPage } from './ProvidersPage.tsx'
import { SettingsNav } from './SettingsNav.tsx'

/** The settings in place of the conversation: pages left, the chosen one right. Escape goes back. */
export function SettingsView() {
  const view = useView((state) => state.page)
  const width = useLayout((layout) => layout.widths.sidebar)
  const isSmall = useSmall()
  const shown = view.kind === 'settings' ? view.page : 'general'
  return (
    <main
      className="grid min-h-0"
      style={{ gridTemplateColumns: `calc(${isSmall ? 196 : width}px * max(1, var(--font-scale))) minmax(0,1fr)` }}
      onKeyDown={(event) => {
        const isInDialog = event.target instanceof Element && event.target.closest('dialog') !== null // it closes by itself
        if (event.key !== 'Escape' || event.defaultPrevented || isInDialog) return
        event.preventDefault()
        showTalk()
      }}
    >
      <SettingsNav shown={shown} />
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
    case 'models':
      return <ModelsPage settings={settings} />
    case 'operations':
      return <OperationsPage settings={settings} />
    case 'budget':
      return <BudgetPage />
    case 'policies':
      return <PoliciesPage />
    case 'keys':
      return <KeysPage settings={settings} />
    case 'appearance':
      return <AppearancePage settings={settings} />
    case 'storage':
      return <StoragePage />
    case 'about':
      return <AboutPage />
    default:
      return assertNever(page)
  }
}
