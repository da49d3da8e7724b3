import { Check, Plug } from 'lucide-react'
import { useState } from 'react'
import type { Provider, ProviderCheck } from '../../main/contract/settings.ts'
import { Button } from '../components/Button.tsx'
import { LinkButton } from '../components/LinkButton.tsx'
import { Spinner } from '../components/Spinner.tsx'
import { FaultCard } from '../faults/FaultCard.tsx'
import { attempt } from '../faults/attempt.ts'
import { faultOf } from '../faults/faultOf.ts'
import type { ShownFault } from '../faults/faultOf.ts'
import { checkProvider, updateProvider } from '../queries/settings.ts'
import { showToast } from '../state/toasts.ts'
import { counted } from '../words/numbers.ts'

type Outcome = { readonly kind: 'none' | 'asking' } | { readonly kind: 'ok'; readonly models: readonly string[] } | { readonly kind: 'failed'; readonly fault: ShownFault }

/** Asks the provider for its models: address and key are right if it tells them. */
export function ConnectionCheck({ provider }: { readonly provider: Provider }) {
  const [outcome, setOutcome] = useState<Outcome>({ kind: 'none' })
  const check = async (): Promise<void> => {
    setOutcome({ kind: 'asking' })
    setOutcome(await checkProvider(provider.id).then(shown, (error: unknown) => ({ kind: 'failed', fault: faultOf(error) })))
  }
  return (
    <>
      <div className="flex min-h-7 flex-wrap items-center gap-2.5">
        <Button icon={Plug} off={outcome.kind === 'asking' ? 'Asking' : null} onClick={() => void check()}>
          Check connection
        </Button>
        {outcome.kind === 'asking' && <Spinner />}
        {outcome.kind === 'ok' && <Works provider={provider} models={outcome.models} />}
      </div>
      {outcome.kind === 'failed' && (
        <div className="w-full">
          <FaultCard fault={outcome.fault} />
        </div>
      )}
    </>
  )
}

const shown = (check: ProviderCheck): Outcome => (check.kind === 'ok' ? check : { kind: 'failed', fault: check.fault })

function Works({ provider, models }: { readonly provider: Provider; readonly models: readonly string[] }) {
  const fresh = models.filter((model) => !provider.models.includes(model))
  const add = async (): Promise<void> => {
    const saved = await attempt(() => updateProvider(provider.id, { models: [...provider.models, ...fresh].slice(0, 500) }))
    if (saved !== undefined) showToast({ tone: 'done', text: `Added ${counted(fresh.length, 'model')} of ${provider.name}` })
  }
  return (
    <span className="inline-flex items-center gap-2 text-sm">
      <span role="status" className="inline-flex items-center gap-1.5 text-success">
        <Check size={14} /> It answers, {counted(models.length, 'model')}
      </span>
      {fresh.length > 0 && <LinkButton onClick={() => void add()}>add the {fresh.length} new ones to the list</LinkButton>}
    </span>
  )
}
