import { useQuery } from '@tanstack/react-query'
import { Plug } from 'lucide-react'
import type { Settings } from '../../main/contract/settings.ts'
import { Button } from '../components/Button.tsx'
import { EmptyState } from '../components/EmptyState.tsx'
import { SkeletonRows } from '../components/Skeleton.tsx'
import { FaultCard } from '../faults/FaultCard.tsx'
import { faultOf } from '../faults/faultOf.ts'
import { modelsQuery } from '../queries/settings.ts'
import { showSettings } from '../state/view.ts'
import { ModelTable } from './ModelTable.tsx'
import { SettingsPage } from './SettingsPage.tsx'

export function ModelsPage({ settings }: { readonly settings: Settings }) {
  const { data, error } = useQuery(modelsQuery())
  const ready = settings.providers.filter(({ isReady, kind }) => isReady && kind !== 'demo')
  return (
    <SettingsPage wide title="Models and prices" lead="What each model reads and writes at most, and what it costs. Prices are in US dollars per million tokens.">
      {error !== null && <FaultCard fault={faultOf(error)} />}
      {data === undefined && error === null && <SkeletonRows count={8} label="The models are on their way" />}
      {data !== undefined && (
        <>
          {ready.map((provider) => (
            <ModelTable key={provider.id} provider={provider} rows={data.rows.filter((row) => row.provider === provider.id)} />
          ))}
          {ready.length === 0 && <NoModels />}
          <p className="max-w-170 text-xs text-muted">
            The table that comes with the app has the public standard prices of OpenAI and Anthropic as of {data.pricesAsOf}. Very long prompts, batches and writing to a cache may cost otherwise. A model on
            this machine or its network costs nothing; — means that nobody knows. What you enter stands over the table and holds from the next call on.
          </p>
        </>
      )}
    </SettingsPage>
  )
}

const NoModels = () => (
  <div className="h-56 rounded-lg inset-ring inset-ring-line">
    <EmptyState
      icon={Plug}
      title="No provider is ready yet"
      action={
        <Button className="mt-2" onClick={() => showSettings('providers')}>
          Connect a model
        </Button>
      }
    >
      The models of every connected provider stand here. The demo model needs none: it costs nothing.
    </EmptyState>
  </div>
)
