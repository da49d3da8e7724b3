import { useQuery } from '@tanstack/react-query'
import type { Settings } from '../../main/contract/settings.ts'
import { SkeletonRows } from '../components/Skeleton.tsx'
import { FaultCard } from '../faults/FaultCard.tsx'
import { faultOf } from '../faults/faultOf.ts'
import { operationsQuery } from '../queries/settings.ts'
import { useCurrent } from '../queries/useCurrent.ts'
import type { Current } from '../queries/useCurrent.ts'
import { tractName } from '../words/tracts.ts'
import { OperationsTable } from './OperationsTable.tsx'
import { ResolutionSection } from './ResolutionSection.tsx'
import { SettingsPage } from './SettingsPage.tsx'

export function OperationsPage({ settings }: { readonly settings: Settings }) {
  const current = useCurrent()
  return (
    <SettingsPage wide title="Operations" lead="For each kind of call: where it goes (client) and how it is made (config). The two are set apart.">
      {current === null ? <SkeletonRows count={6} label="The tract is on its way" /> : <Operations settings={settings} current={current} />}
    </SettingsPage>
  )
}

function Operations({ settings, current }: { readonly settings: Settings; readonly current: Current }) {
  const { data, error } = useQuery(operationsQuery(current.tract))
  if (error !== null) return <FaultCard fault={faultOf(error)} />
  if (data === undefined) return <SkeletonRows count={6} label="The settings of the tract are on their way" />
  return (
    <>
      <div className="grid gap-2">
        <OperationsTable tract={current.tract} settings={settings} operations={data} />
        <p className="text-xs text-muted">
          Clients are kept in this app. Configs are kept in the tract “{tractName(current.overview.summary)}”: they go with its file, and every change of them can be undone. Quiet values are inherited.
        </p>
      </div>
      <ResolutionSection current={current} settings={settings} />
    </>
  )
}
