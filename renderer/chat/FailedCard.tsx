import { useQuery } from '@tanstack/react-query'
import { Clock, RefreshCw } from 'lucide-react'
import { useEffect, useState } from 'react'
import type { ReactNode } from 'react'
import type { FaultReport } from '../../core/model/fault.ts'
import type { EpochMs } from '../../core/model/ids.ts'
import type { FailedReply } from '../../main/contract/chat.ts'
import { runCommand } from '../commands/registry.ts'
import { useCommand } from '../commands/useCommand.ts'
import { Button } from '../components/Button.tsx'
import { LinkButton } from '../components/LinkButton.tsx'
import { FaultCard } from '../faults/FaultCard.tsx'
import { modelsQuery } from '../queries/settings.ts'
import { showSettings } from '../state/view.ts'
import { clock, countdown } from '../words/times.ts'
import { failureRemedy, retryAtOf } from './failureRemedy.ts'
import type { Remedy } from './failureRemedy.ts'
import { useLeft } from './useLeft.ts'

type Props = { readonly failed: FailedReply; readonly onModel: () => void }

/** No answer came. What happened, what was lost (nearly always nothing), and the ways out; the likeliest first. */
export function FailedCard({ failed: { fault, respondsTo }, onModel }: Props) {
  const retryAt = retryAtOf(fault)
  const left = useLeft(retryAt ?? 0)
  const edit = useCommand('answer.editQuestion')
  const ways: { readonly [Way in Remedy]: ReactNode } = {
    retry: <RetryButton key="retry" retryAt={retryAt} left={left} />,
    settings: <Button key="settings" onClick={() => showSettings('providers')}>Open settings</Button>,
    model: <OtherModelButton key="model" onModel={onModel} />,
    edit: respondsTo !== null && <Button key="edit" onClick={edit.run}>Edit message</Button>,
  }
  return (
    <FaultCard fault={fault} end={retryAt !== null && left > 0 && <span className="num mt-0.5 text-danger">{left > longWaitMs ? clock(retryAt) : countdown(left)}</span>}>
      {failureRemedy(fault.code).map((way) => ways[way])}
      <FailureEnd fault={fault} />
    </FaultCard>
  )
}

/** In ms. Beyond it the time of day says more than a countdown. */
const longWaitMs = 10 * 60_000

/** Counts down while the provider asks to wait; pressed meanwhile it asks again by itself when the time has come. */
function RetryButton({ retryAt, left }: { readonly retryAt: EpochMs | null; readonly left: number }) {
  const { off, run } = useCommand('chat.retry')
  const [isArmed, setArmed] = useState(false)
  useEffect(() => {
    if (isArmed && left === 0) void runCommand('chat.retry')
  }, [isArmed, left])
  if (retryAt === null || left === 0) return <Button icon={RefreshCw} off={off} onClick={run}>Retry</Button>
  const words = left > longWaitMs ? `at ${clock(retryAt)}` : `in ${Math.ceil(left / 1000)} s`
  return (
    <Button icon={isArmed ? Clock : RefreshCw} aria-pressed={isArmed} tip={isArmed ? 'Press again to leave it' : `Asks again by itself at ${clock(retryAt)}`} onClick={() => setArmed(!isArmed)}>
      {isArmed ? 'Retries' : 'Retry'} {words}
    </Button>
  )
}

/** Asks the next model that is ready; where there is none, the menu of models has the ways to one. */
function OtherModelButton({ onModel }: { readonly onModel: () => void }) {
  useQuery(modelsQuery())
  const { off, title, run } = useCommand('answer.useOther')
  return off === null ? <Button tip="Answers this message, and the next ones" onClick={run}>{title}</Button> : <Button onClick={onModel}>Choose another model</Button>
}

/** What the provider said, without secrets, when asked for. */
export function FailureEnd({ fault }: { readonly fault: FaultReport }) {
  const [isOpen, setOpen] = useState(false)
  const dismiss = useCommand('answer.dismiss')
  return (
    <>
      <span className="grow" />
      <LinkButton aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>details</LinkButton>
      <LinkButton onClick={dismiss.run}>dismiss</LinkButton>
      {isOpen && <pre className="max-h-48 w-full overflow-auto rounded-sm bg-pane p-2 text-xs wrap-break-word whitespace-pre-wrap select-text">{JSON.stringify({ code: fault.code, ...fault.data }, null, 2)}</pre>}
    </>
  )
}
