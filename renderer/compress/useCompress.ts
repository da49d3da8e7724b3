import { useQuery } from '@tanstack/react-query'
import { useDeferredValue, useEffect, useMemo, useState } from 'react'
import type { CompressionDraft } from '../../core/model/compress.ts'
import type { DraftId } from '../../core/model/ids.ts'
import type { CompressEffect, CompressRow, CompressView, SummaryJob } from '../../main/contract/compress.ts'
import { faultOf } from '../faults/faultOf.ts'
import { compressEffectQuery, compressStateQuery, compressViewQuery } from '../queries/compress.ts'
import type { Current } from '../queries/useCurrent.ts'
import { useSummariesDone } from '../state/summariesDone.ts'
import { useTypedSummaries } from '../state/summaryWords.ts'
import { inputOf, placeOfRange, rangeOfDraft } from './rangeRows.ts'
import type { Range } from './rangeRows.ts'
import { whyNotApprove } from './whyNotApprove.ts'

/** A range and what is being made of it, as the sheet shows it. */
export type Compressing = {
  readonly current: Current
  readonly view: CompressView | null
  readonly rows: readonly CompressRow[]
  readonly range: Range
  readonly draft: CompressionDraft | null
  /** What a model is writing, or why it ended without a draft. */
  readonly job: SummaryJob | null
  readonly isWriting: boolean
  /** One a run: as typed, else as the draft has them. */
  readonly texts: readonly string[]
  /** Which of them are typed and in no draft yet. */
  readonly typed: Readonly<Record<number, string>>
  /** The runs whose words a model was stopped in, and nobody has gone on with. */
  readonly unfinished: readonly number[]
  /** Names the typed words. */
  readonly place: string
  readonly effect: CompressEffect | null
  readonly problem: string | null
  readonly off: string | null
  readonly setRange: (range: Range) => void
  readonly setDraft: (draft: DraftId | null) => void
  readonly setJob: (job: string | null) => void
}

/** Everything the sheet shows. The range of a draft is its own, until an end is moved or a step unticked: then it is a new one. */
export function useCompress(current: Current, start: Range, startDraft: DraftId | null): Compressing {
  const { tract, branch } = current
  const [chosen, setRange] = useState(start)
  const [draftId, setDraft] = useState(startDraft)
  const [jobId, setJob] = useState<string | null>(null)
  const { data: state } = useQuery(compressStateQuery(tract))
  const job = state?.jobs.find((one) => one.branch === branch && one.state.kind !== 'done' && belongs(one, jobId, draftId, chosen)) ?? null
  const made = useSummariesDone(({ byJob }) => (jobId === null ? undefined : byJob[jobId]))
  const [seen, setSeen] = useState(made)
  if (job !== null && job.id !== jobId) setJob(job.id) // found running, as after a reload
  if (made !== undefined && made !== seen) {
    setSeen(made)
    setDraft(made)
  }
  const draft = state?.drafts.find(({ id }) => id === draftId) ?? null
  const { range, view, failure } = useView(current, chosen, draft)
  const place = draft?.id ?? placeOfRange(tract, branch, chosen)
  const typed = useTypedSummaries(place)
  const count = draft?.runs.length ?? view?.runs.length ?? 0
  const texts = useMemo(() => Array.from({ length: count }, (_, nth) => typed[nth] ?? draft?.runs[nth]?.summary ?? ''), [count, typed, draft])
  const isWriting = job?.state.kind === 'running'
  const { effect, refusal } = useEffectOf(current, range, texts, view?.nothing === null && !isWriting && draft?.isStale !== true && view.runs.length === count)
  const unfinished = useMemo(() => unfinishedIn(draft, typed), [draft, typed])
  const nothing = view?.nothing ?? null
  const off = view === null ? (failure ?? 'The range is being read') : whyNotApprove({ nothing, isWriting, isStale: draft?.isStale ?? false, unfinished, texts, originalTokens: view.runs.map(({ tokens }) => tokens), effect, refusal })
  return { current, view, rows: view?.rows ?? [], range, draft, job, isWriting, texts, typed, unfinished, place, effect, problem: failure, off, setRange, setDraft, setJob }
}

function unfinishedIn(draft: CompressionDraft | null, typed: Compressing['typed']): readonly number[] {
  return (draft?.runs ?? []).flatMap(({ versions, chosen, summary }, nth) => (versions[chosen]?.isWhole === false && (typed[nth] ?? summary) === summary ? [nth] : []))
}

/** A job of this sheet, of its draft, or of the same range. */
function belongs(job: SummaryJob, own: string | null, draft: DraftId | null, { from, to }: Range): boolean {
  if (job.id === own) return true
  return job.about.kind === 'draft' ? job.about.draft === draft : draft === null && job.about.range.from === from && job.about.range.to === to
}

/** The rows with the marks that the range gives them; of a draft, with what lies between its own messages left out. */
function useView({ tract, branch }: Current, chosen: Range, draft: CompressionDraft | null): { readonly range: Range; readonly view: CompressView | null; readonly failure: string | null } {
  const whole = useQuery(compressViewQuery(tract, branch, inputOf(chosen)))
  const rows = whole.data?.rows
  const range = useMemo(() => (draft === null || rows === undefined ? chosen : (rangeOfDraft(rows, draft) ?? chosen)), [draft, rows, chosen])
  const exact = useQuery(compressViewQuery(tract, branch, inputOf(range)))
  const error = exact.error ?? whole.error
  return { range, view: exact.data ?? whole.data ?? null, failure: error === null ? null : faultOf(error).message }
}

function useEffectOf({ tract, branch }: Current, range: Range, texts: readonly string[], canAsk: boolean): { readonly effect: CompressEffect | null; readonly refusal: string | null } {
  const settled = useSettled(useDeferredValue(texts))
  const isAsked = canAsk && settled.length > 0 && settled.every((text) => text.trim() !== '')
  const { data, error, isFetching } = useQuery({ ...compressEffectQuery(tract, branch, inputOf(range), settled), enabled: isAsked })
  return { effect: isAsked && settled === texts && !(isFetching && data === undefined) ? (data ?? null) : null, refusal: isAsked && error !== null ? faultOf(error).message : null }
}

/** The words once they rest for a moment: each look at their effect is a transaction. */
function useSettled(texts: readonly string[]): readonly string[] {
  const [settled, setSettled] = useState(texts)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(texts), restMs)
    return () => clearTimeout(timer)
  }, [texts])
  return settled
}
const restMs = 200
