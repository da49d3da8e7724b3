import { RefreshCw, TriangleAlert } from 'lucide-react'
import { Strip } from '../components/Banner.tsx'
import { Button } from '../components/Button.tsx'
import { Spinner } from '../components/Spinner.tsx'
import { attempt } from '../faults/attempt.ts'
import { dismissWriting, stopWriting } from '../queries/compress.ts'
import { assertNever } from '../state/assertNever.ts'
import { ask, refresh, reject, takeUnfinished, takeWords } from './compressActs.ts'
import type { Asking } from './compressActs.ts'
import type { Compressing } from './useCompress.ts'

/** What a model is doing, why it ended without a whole summary, or that the draft is old; each with the way on. */
export function JobStrip({ at, asking }: { readonly at: Compressing; readonly asking: Asking }) {
  const { job, draft } = at
  if (job === null) return draft?.isStale === true ? <Stale at={at} /> : at.unfinished.length > 0 ? <Unfinished at={at} asking={asking} /> : null
  const { state, model } = job
  const name = model === 'demo' ? 'The demo model' : model
  const words = job.texts.some(({ text }) => text.trim() !== '')
  const ways = (
    <span className="flex gap-2">
      {words && <Button size="sm" tip="To go on from, by hand" onClick={() => void takeWords(at)}>Use what came</Button>}
      <Button size="sm" onClick={() => void attempt(() => dismissWriting(job.id))}>{words ? 'Drop it' : 'Write it myself'}</Button>
      <Button size="sm" icon={RefreshCw} onClick={() => void ask(at, asking)}>Try again</Button>
    </span>
  )
  switch (state.kind) {
    case 'running':
      return (
        <div role="status" className="flex min-h-9.5 shrink-0 items-center gap-2.5 border-b border-subtle bg-active py-1.5 pr-2 pl-4.5 text-sm">
          <Spinner /> <span className="grow">{name} is writing. It goes on if you close this.</span>
          <Button size="sm" onClick={() => void attempt(() => stopWriting(job.id))}>Stop</Button>
        </div>
      )
    case 'stopped':
      return <Strip tone="warning" icon={TriangleAlert} action={ways}>Stopped before a word of it came. Nothing was changed.</Strip>
    case 'failed':
      return <Strip tone="danger" icon={TriangleAlert} action={ways}>{state.fault.message} Nothing was changed. You can write it yourself, or choose another model above.</Strip>
    case 'done':
      return null
    default:
      return assertNever(state)
  }
}

const Unfinished = ({ at, asking }: { readonly at: Compressing; readonly asking: Asking }) => (
  <Strip
    tone="warning"
    icon={TriangleAlert}
    action={
      <span className="flex gap-2">
        <Button size="sm" tip="The words so far become the summary" onClick={() => void takeUnfinished(at)}>Take it as it is</Button>
        <Button size="sm" icon={RefreshCw} tip="A new draft; this one is kept beside it" onClick={() => void ask(at, asking)}>Write it anew</Button>
      </span>
    }
  >
    Stopped before its end. It is kept and waits, and counts for nothing until you finish it.
  </Strip>
)

const Stale = ({ at }: { readonly at: Compressing }) => (
  <Strip
    tone="warning"
    icon={TriangleAlert}
    action={
      <span className="flex gap-2">
        <Button size="sm" onClick={() => void reject(at, 'the steps changed')}>Discard</Button>
        <Button size="sm" icon={RefreshCw} tip="Takes what the steps say now; the summary stays" onClick={() => void refresh(at)}>Refresh</Button>
      </span>
    }
  >
    The steps changed since this was written.
  </Strip>
)
