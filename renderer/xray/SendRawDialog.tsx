import { useQuery } from '@tanstack/react-query'
import { Send, Square } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import type { RawAnswer } from '../../core/model/usage.ts'
import { Button } from '../components/Button.tsx'
import { Dialog } from '../components/Dialog.tsx'
import { SkeletonRows } from '../components/Skeleton.tsx'
import { FaultCard } from '../faults/FaultCard.tsx'
import { faultOf } from '../faults/faultOf.ts'
import { requestQuery } from '../queries/history.ts'
import { momentOf, useCurrent } from '../queries/useCurrent.ts'
import type { Current } from '../queries/useCurrent.ts'
import { sendRaw } from '../queries/xray.ts'
import { useOnce } from '../state/once.ts'
import { closeDialog } from '../state/view.ts'
import { RawAnswerView } from './RawAnswerView.tsx'
import { readRawBody } from './rawBody.ts'

/** The request that would be sent now, to be changed and sent once: to see what another one would give. The branch stays as it is. */
export function SendRawDialog() {
  const current = useCurrent()
  return current === null ? null : <Loaded current={current} />
}

function Loaded({ current }: { readonly current: Current }) {
  const { tract, branch, at } = current
  const { data: request, error } = useQuery(requestQuery(tract, branch, useOnce(tract, branch), undefined, momentOf(at)))
  if (request !== undefined) return <Raw current={current} client={request.client} start={JSON.stringify(request.body, null, 2)} />
  return (
    <Dialog title="Send the raw request once" width={760} onClose={closeDialog} foot={<Button size="lg" variant="ghost" onClick={closeDialog}>Close</Button>}>
      <div className="p-4.5">{error ? <FaultCard fault={faultOf(error)} /> : <SkeletonRows count={8} label="The request is being made" />}</div>
    </Dialog>
  )
}

type Outcome = { readonly kind: 'none' } | { readonly kind: 'waits'; readonly stop: AbortController } | { readonly kind: 'answered'; readonly answer: RawAnswer } | { readonly kind: 'failed'; readonly error: unknown }
const none: Outcome = { kind: 'none' }

function Raw({ current: { tract, branch }, client, start }: { readonly current: Current; readonly client: string; readonly start: string }) {
  const once = useOnce(tract, branch)
  const [first] = useState(start) // what comes on the branch meanwhile must not take away what was typed
  const [text, setText] = useState(first)
  const [outcome, setOutcome] = useState<Outcome>(none)
  const { body, problem } = readRawBody(text)
  const leave = useRef<AbortController | null>(null)
  useEffect(() => () => leave.current?.abort(), [])
  const end = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (outcome.kind !== 'none') end.current?.scrollIntoView({ block: 'nearest' })
  }, [outcome])
  const waits = outcome.kind === 'waits'
  const send = async (): Promise<void> => {
    if (body === null || waits) return
    const stop = new AbortController()
    leave.current = stop
    setOutcome({ kind: 'waits', stop })
    try {
      setOutcome({ kind: 'answered', answer: await sendRaw(tract, branch, body, once, stop.signal) })
    } catch (error) {
      setOutcome(stop.signal.aborted ? none : { kind: 'failed', error })
    }
  }
  return (
    <Dialog
      title="Send the raw request once"
      width={760}
      onClose={closeDialog}
      foot={
        <>
          <Button size="lg" variant="ghost" onClick={closeDialog}>Close</Button>
          <Button size="lg" variant="ghost" off={text === first ? 'It is as it would be sent' : null} onClick={() => setText(first)}>As it was</Button>
          <span className="grow" />
          {waits && <Button size="lg" icon={Square} onClick={() => outcome.stop.abort()}>Stop</Button>}
          <Button size="lg" variant="primary" icon={Send} keys="Mod+Enter" off={waits ? `${client} is answering` : problem} onClick={() => void send()}>Send to {client}</Button>
        </>
      }
    >
      <div
        className="grid grid-cols-[minmax(0,1fr)] gap-3 p-4.5"
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return
          event.preventDefault()
          void send()
        }}
      >
        <p className="text-sm text-soft">Change anything and see what comes back. It goes to {client} once, with the key of the settings. Nothing is written on {branch} and no setting changes; what it took and cost is kept with the usage.</p>
        <textarea
          data-first
          rows={16}
          aria-label="The request as JSON"
          aria-invalid={problem !== null || undefined}
          spellCheck={false}
          value={text}
          onChange={(event) => {
            setText(event.target.value)
            if (!waits) setOutcome(none)
          }}
          className={`w-full resize-y rounded-md bg-input px-2.5 py-2 font-mono text-mono/(--lh-sm) press focus:field-focus ${problem === null ? 'field-ring' : 'field-bad'}`}
        />
        <p role="alert" className="min-h-4 text-xs text-danger">{problem}</p>
        <div ref={end} className="scroll-mb-4.5">
          {waits && <p role="status" className="text-sm text-muted">{client} is answering …</p>}
          {outcome.kind === 'failed' && <FaultCard fault={faultOf(outcome.error)} />}
          {outcome.kind === 'answered' && <RawAnswerView answer={outcome.answer} />}
        </div>
      </div>
    </Dialog>
  )
}
