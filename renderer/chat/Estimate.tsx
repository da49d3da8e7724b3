import { useQuery } from '@tanstack/react-query'
import type { FaultReport } from '../../core/model/fault.ts'
import type { Forecast } from '../../main/contract/chat.ts'
import type { Settings } from '../../main/contract/settings.ts'
import { cx } from '../components/cx.ts'
import { Num } from '../components/Num.tsx'
import { Tooltip } from '../components/Tooltip.tsx'
import { xrayQuery } from '../queries/history.ts'
import { momentOf } from '../queries/useCurrent.ts'
import { usd } from '../words/money.ts'
import { counted, spaced } from '../words/numbers.ts'
import type { Place } from './place.ts'
import { sendingFacts } from './sendingFacts.ts'
import type { Sending } from './sendingFacts.ts'

type Props = { readonly settings: Settings; readonly forecast: Forecast; readonly place: Place; /** Tokens of what is being written, files with it. */ readonly draftTokens: number }

/** What sending would take: tokens in and out, and money. Without a provider, who will answer. */
export function Estimate({ settings, forecast, place, draftTokens }: Props) {
  const { data: xray } = useQuery(xrayQuery(place.tract, place.branch, momentOf(place.at ?? null)))
  if (forecast.isDemo) return <span className="mr-2.5 truncate text-xs text-muted">{hasProvider(settings) ? 'the demo model answers' : 'no provider yet, answers come from the demo model'}</span>
  if (forecast.fault) return <Obstacle fault={forecast.fault} />
  if (!xray) return null
  const sending = sendingFacts(forecast, xray.tokenCount + draftTokens)
  return (
    <Tooltip label={inWords(sending, forecast)} side="top">
      <span role="note" aria-label="Before sending" className={cx('mr-2.5 hidden text-xs whitespace-nowrap @xs:inline', sending.over > 0 ? 'text-danger' : 'text-muted')}>
        <span className="hidden @md:inline">
          <Plain value={sending.in} prefix="≈" /> in
          {sending.out !== null && (
            <>
              <Dot />
              <Plain value={sending.out} prefix="≤" /> out
            </>
          )}
          <Dot />
        </span>
        <span className="num-plain">{costWords(sending)}</span>
      </span>
    </Tooltip>
  )
}

const Obstacle = ({ fault: { message, hint } }: { readonly fault: FaultReport }) => (
  <span role="note" aria-label="Before sending" title={[message, hint].filter(Boolean).join(' ')} className="mr-2.5 min-w-0 truncate text-xs text-warning">
    {message}
  </span>
)
const Plain = ({ value, prefix }: { readonly value: number; readonly prefix: string }) => <Num value={value} prefix={prefix} className="text-num! font-normal!" />
const Dot = () => <span className="mx-[5px] text-disabled">·</span>

function costWords({ costUsd, hasAnswer }: Sending): string {
  if (costUsd === null) return '—'
  if (costUsd === 0 && hasAnswer) return usd(0)
  return `${hasAnswer ? '≈' : '≥'}${usd(costUsd)}`
}

function inWords({ over, costUsd, hasAnswer, out }: Sending, { config, contextTokens }: Forecast): string {
  const model = config.values.model ?? 'the model'
  if (over > 0 && contextTokens !== null) return `${spaced(over)} tokens more than ${model} takes: its limit is ${spaced(contextTokens)}`
  const answer = out === null ? 'nothing limits the answer' : `the answer has ${counted(out, 'token')} at most`
  if (costUsd === null) return `Context and message, counted here; ${answer}. No price is known for ${model}: enter one in Settings, Models and prices`
  if (costUsd === 0 && hasAnswer) return `Context and message, counted here; ${answer}. Nothing is paid for ${model}`
  return `Context and message, counted here; ${answer}. ${hasAnswer ? 'The cost is for the longest answer' : 'The cost is of what goes in: the answer comes on top'}`
}

const hasProvider = ({ providers }: Settings): boolean => providers.some(({ kind, isReady }) => kind !== 'demo' && isReady)
