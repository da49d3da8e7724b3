import { useQuery } from '@tanstack/react-query'
import type { TractId } from '../../core/model/ids.ts'
import type { Settings } from '../../main/contract/settings.ts'
import { Num } from '../components/Num.tsx'
import { xrayQuery } from '../queries/history.ts'
import { roughTokens } from './answerFacts.ts'

type Props = { readonly settings: Settings; readonly tract: TractId; readonly branch: string; readonly draft: string }

/** What sending would cost in tokens; without a provider, who will answer. */
export function Estimate({ settings, tract, branch, draft }: Props) {
  const { data: xray } = useQuery(xrayQuery(tract, branch))
  const isDemo = settings.providers.find(({ id }) => id === settings.chat.provider)?.kind === 'demo'
  if (isDemo) return <span className="mr-2.5 truncate text-xs text-muted">{hasProvider(settings) ? 'the demo model answers' : 'no provider yet, answers come from the demo model'}</span>
  if (!xray) return null
  return (
    <span className="mr-2.5 text-xs whitespace-nowrap text-muted" title="Roughly what would be sent: the context and this message">
      <Num value={xray.tokenCount + roughTokens(draft)} prefix="≈" className="text-[11px]! font-normal!" /> in
    </span>
  )
}

const hasProvider = ({ providers }: Settings): boolean => providers.some(({ kind, key, isBuiltIn }) => kind !== 'demo' && (key.kind === 'kept' || key.kind === 'environment' || !isBuiltIn))
