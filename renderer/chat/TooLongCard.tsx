import { useQuery } from '@tanstack/react-query'
import { Bot, EyeOff, FoldVertical, Pencil, RefreshCw, TriangleAlert } from 'lucide-react'
import type { LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'
import type { FailedReply } from '../../main/contract/chat.ts'
import type { FaultData } from '../../core/model/fault.ts'
import { useCommand } from '../commands/useCommand.ts'
import { Button } from '../components/Button.tsx'
import { Num } from '../components/Num.tsx'
import { forecastQuery } from '../queries/chat.ts'
import { xrayQuery } from '../queries/history.ts'
import { modelsQuery } from '../queries/settings.ts'
import { useOnce } from '../state/once.ts'
import { short } from '../words/numbers.ts'
import { FailureEnd } from './FailedCard.tsx'
import type { Place } from './place.ts'
import { largestSteps, refusedLength } from './tooLong.ts'
import type { TooLongFacts } from './tooLong.ts'

type Props = {
  readonly facts: TooLongFacts
  readonly place: Place
  readonly question: FailedReply['respondsTo']
  readonly onModel: () => void
  /** Set where a provider has refused it: what else can be done about that. */
  readonly foot?: ReactNode
}

/** More than the model takes. Each way to make it fit, with what it does to the numbers. */
export function TooLongCard({ facts, place, question, onModel, foot }: Props) {
  const { model, limit, sent, isEstimate } = facts
  return (
    <div role="group" aria-label="What went wrong" className="grid grid-cols-1 gap-1.5 rounded-md bg-danger-soft px-3.5 py-3 text-sm inset-ring inset-ring-danger-line">
      <div className="flex items-start gap-2">
        <TriangleAlert size={15} className="mt-[2px] text-danger" />
        <b role="alert" className="min-w-0 grow break-words">
          Too long for {model}
          {sent !== null && limit !== null && (
            <>
              : <Num value={sent} prefix={isEstimate ? '~' : ''} className="font-semibold!" /> of <Num value={limit} className="font-semibold!" />
            </>
          )}
          {sent === null && limit !== null && (
            <>
              , which takes <Num value={limit} className="font-semibold!" />
            </>
          )}
        </b>
      </div>
      <div>
        <HideFix place={place} question={question} facts={facts} />
        <CompressFix />
        <ModelFix onModel={onModel} />
      </div>
      {foot !== undefined && <div className="mt-1 flex flex-wrap items-center gap-2">{foot}</div>}
    </div>
  )
}

/** The same when a provider has refused it: nothing was lost, and it can be asked again. */
export function RefusedAsTooLong({ failed, place, onModel }: { readonly failed: FailedReply; readonly place: Place; readonly onModel: () => void }) {
  const once = useOnce(place.tract, place.branch)
  const { data: forecast } = useQuery(forecastQuery(place.tract, place.branch, once))
  const { data: xray } = useQuery(xrayQuery(place.tract, place.branch))
  const retry = useCommand('chat.retry')
  const edit = useCommand('answer.editQuestion')
  const facts = refusedLength(failed.fault.data as FaultData['llm/too-long'], forecast)
  const fits = facts.limit !== null && xray !== undefined && xray.tokenCount <= facts.limit && facts.sent !== null
  const foot = (
    <>
      <Button icon={RefreshCw} off={retry.off} tip={fits && xray !== undefined ? `It has about ${xray.tokenCount} tokens now` : undefined} onClick={retry.run}>
        Retry
      </Button>
      {failed.respondsTo !== null && <Button onClick={edit.run}>Edit message</Button>}
      <FailureEnd fault={failed.fault} />
    </>
  )
  return <TooLongCard facts={facts} place={place} question={failed.respondsTo} onModel={onModel} foot={foot} />
}

/** What a provider counted is old as soon as something was hidden: then our own count is what it goes down from. */
function HideFix({ place, question, facts: { limit, sent, isEstimate } }: Pick<Props, 'place' | 'question' | 'facts'>) {
  const { data: xray } = useQuery(xrayQuery(place.tract, place.branch))
  const { off, title, run } = useCommand('answer.hideLargest')
  const about = question === null ? [] : [question]
  if (xray === undefined) return null
  const from = isEstimate && sent !== null ? sent : xray.tokenCount
  if (limit !== null && from - largestSteps(xray.messages, about, Infinity).tokens > limit) return <TooLittle />
  const { tokens } = largestSteps(xray.messages, about)
  if (tokens === 0) return null
  return (
    <Fix icon={EyeOff} button="Hide" off={off} tip="Undo brings them back" onClick={run}>
      {title} <Effect>−{short(tokens)}</Effect>
      {limit !== null && <Effect>, {Math.round(((from - tokens) * 100) / limit)} %</Effect>}
    </Fix>
  )
}

/** Nothing that could be hidden is large enough: the message itself is. */
const TooLittle = () => (
  <p className="flex min-h-8 items-center gap-2.5">
    <Pencil size={14} className="text-soft" />
    Shorten the message: hiding other steps is not enough
  </p>
)

/** The steps before what is being talked about, as a summary that one reviews first. */
function CompressFix() {
  const { off, title, run } = useCommand('branch.compress')
  if (off !== null) return null
  return <Fix icon={FoldVertical} button="Look" off={null} tip="A model drafts it, you decide" onClick={run}>{title}</Fix>
}

function ModelFix({ onModel }: { readonly onModel: () => void }) {
  useQuery(modelsQuery())
  const { off, title, run } = useCommand('answer.useLarger')
  if (off !== null) return <Fix icon={Bot} button="Choose" off={null} tip={off} onClick={onModel}>{title}</Fix>
  const [name, limit] = title.split(', limit ')
  return (
    <Fix icon={Bot} button="Switch" off={null} tip="Answers this message, and the next ones" onClick={run}>
      {name} <span className="text-muted">limit</span> <Effect>{limit}</Effect>
    </Fix>
  )
}

type FixProps = { readonly icon: LucideIcon; readonly button: string; readonly off: string | null; readonly tip: string; readonly onClick: () => void; readonly children: ReactNode }

function Fix({ icon: Icon, button, off, tip, onClick, children }: FixProps) {
  return (
    <div className="flex min-h-8 items-center gap-2.5 border-subtle not-first:border-t">
      <Icon size={14} className="text-soft" />
      <span className="min-w-0 grow">{children}</span>
      <Button size="sm" off={off} tip={tip} onClick={onClick}>
        {button}
      </Button>
    </div>
  )
}

const Effect = ({ children }: { readonly children: ReactNode }) => <span className="num text-muted">{children}</span>
