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
import { counted, spaced } from '../words/numbers.ts'

type Works = Extract<ProviderCheck, { kind: 'ok' }>
type Outcome = { readonly kind: 'none' | 'asking' } | Works | { readonly kind: 'failed'; readonly fault: ShownFault; readonly models: readonly string[] }

/** Asks the provider for its models, and the first of the list for one word: address, key and model are right if it answers. */
export function ConnectionCheck({ provider }: { readonly provider: Provider }) {
  const [outcome, setOutcome] = useState<Outcome>({ kind: 'none' })
  const check = async (): Promise<void> => {
    setOutcome({ kind: 'asking' })
    setOutcome(await checkProvider(provider.id).then(shown, (error: unknown) => ({ kind: 'failed', fault: faultOf(error), models: [] })))
  }
  return (
    <>
      <div className="flex min-h-7 flex-wrap items-center gap-2.5">
        <Button icon={Plug} off={outcome.kind === 'asking' ? 'Asking' : null} onClick={() => void check()}>
          Check connection
        </Button>
        {outcome.kind === 'asking' && <Spinner />}
        {outcome.kind === 'ok' && <WorksLine check={outcome} />}
        {(outcome.kind === 'ok' || outcome.kind === 'failed') && <FreshModels provider={provider} models={outcome.models} />}
      </div>
      {outcome.kind === 'failed' && (
        <div className="w-full">
          <FaultCard fault={outcome.fault} />
        </div>
      )}
    </>
  )
}

const shown = (check: ProviderCheck): Outcome => check

function WorksLine({ check: { models, listMs, answer } }: { readonly check: Works }) {
  const facts = [
    ...(answer === null ? ['no model to ask yet'] : [`${answer.model} in ${spaced(answer.ms)} ms`]),
    ...(listMs === null ? ['it has no list of models'] : [counted(models.length, 'model')]),
  ]
  return (
    <span role="status" className="inline-flex items-center gap-1.5 text-sm text-success">
      <Check size={14} /> It answers: {facts.join(', ')}
    </span>
  )
}

/** Models it has that aren't in the list. */
function FreshModels({ provider, models }: { readonly provider: Provider; readonly models: readonly string[] }) {
  const fresh = models.filter((model) => !provider.models.includes(model))
  if (fresh.length === 0) return null
  const add = async (): Promise<void> => {
    const saved = await attempt(() => updateProvider(provider.id, { models: [...provider.models, ...fresh].slice(0, 500) }))
    if (saved !== undefined) showToast({ tone: 'done', text: `Added ${counted(fresh.length, 'model')} of ${provider.name}` })
  }
  return <LinkButton onClick={() => void add()}>add the {fresh.length === 1 ? 'new one' : `${fresh.length} new ones`} to the list</LinkButton>
}
