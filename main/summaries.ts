import type { CompressionDraft } from '../core/model/compress.ts'
import { asFault, Fault, toReport } from '../core/model/fault.ts'
import type { TractId } from '../core/model/ids.ts'
import type { SummaryJob } from './contract/compress.ts'
import type { AppEvent } from './contract/events.ts'
import type { Clock, Ids, Log } from './ports.ts'

export type SummaryPiece = { readonly run: number; readonly attempt: number; readonly text: string }
export type SummaryRequest = Pick<SummaryJob, 'tract' | 'branch' | 'about' | 'provider' | 'model'> & {
  readonly write: (signal: AbortSignal, onText: (piece: SummaryPiece) => void) => Promise<CompressionDraft>
}
/** The summaries being written by models. They belong to the host: a page that is reloaded finds them as far as they have come. */
export type Summaries = {
  /** One at a time on a branch. Faults: `compress/busy`. */
  start(request: SummaryRequest): SummaryJob
  /** Faults: `compress/busy`. */
  checkFree(tract: TractId, branch: string): void
  /** Settles when it has ended. */
  stop(job: string): Promise<void>
  stopAll(): Promise<void>
  dismiss(job: string): void
  /** Being written, or ended without a draft and not dismissed yet. */
  list(tract: TractId): readonly SummaryJob[]
}
type Entry = { job: SummaryJob; attempts: ReadonlyMap<number, number>; readonly stopper: AbortController; ended: Promise<void> }
type Parts = { readonly clock: Clock; readonly ids: Ids; readonly log: Log; readonly publish: (event: AppEvent) => void; /** Takes secrets out of what a provider said. */ readonly clean: <T>(said: T) => T }

/** How often a window hears of new words at most. */
const bundleMs = 60

export function createSummaries({ clock, ids, log, publish, clean }: Parts): Summaries {
  const entries = new Map<string, Entry>()
  const on = (tract: TractId, branch: string) => [...entries.values()].filter(({ job }) => job.tract === tract && job.branch === branch)
  const checkFree = (tract: TractId, branch: string) => {
    if (on(tract, branch).some(isRunning)) throw new Fault('compress/busy', { branch })
  }
  const tell = ({ job }: Entry) => publish({ type: 'summary.written', seq: null, tract: job.tract, at: clock.now(), job })
  const follow = async (entry: Entry, write: SummaryRequest['write']): Promise<void> => {
    let timer = null as Disposable | null
    const hear = (piece: SummaryPiece) => {
      take(entry, piece)
      timer ??= clock.after(bundleMs, () => {
        timer = null
        tell(entry)
      })
    }
    const state = await endOf(entry, () => write(entry.stopper.signal, hear), clean)
    timer?.[Symbol.dispose]()
    entry.job = { ...entry.job, state }
    if (state.kind === 'done') entries.delete(entry.job.id)
    log('info', 'summary ended', { job: entry.job.id, how: state.kind, ...(state.kind === 'failed' ? { code: state.fault.code } : {}) })
    tell(entry)
  }
  const stop = async (id: string) => {
    const entry = entries.get(id)
    entry?.stopper.abort()
    await entry?.ended
  }
  return {
    checkFree,
    stop,
    start({ write, ...request }) {
      checkFree(request.tract, request.branch)
      for (const { job } of on(request.tract, request.branch)) entries.delete(job.id)
      const job: SummaryJob = { ...request, id: ids.next(), texts: [], startedAt: clock.now(), state: { kind: 'running' } }
      const entry: Entry = { job, attempts: new Map(), stopper: new AbortController(), ended: Promise.resolve() }
      entries.set(job.id, entry)
      tell(entry)
      entry.ended = follow(entry, write)
      return job
    },
    stopAll: async () => void (await Promise.allSettled([...entries.keys()].map(stop))),
    dismiss(id) {
      const entry = entries.get(id)
      if (entry === undefined || isRunning(entry)) return
      entries.delete(id)
      tell(entry) // every window looks anew
    },
    list: (tract) => [...entries.values()].flatMap(({ job }) => (job.tract === tract ? [job] : [])),
  }
}

const isRunning = ({ job }: Entry): boolean => job.state.kind === 'running'

/** What came of it; what is no fault of ours or the provider's is told as such by `asFault`. */
async function endOf(entry: Entry, write: () => Promise<CompressionDraft>, clean: Parts['clean']): Promise<SummaryJob['state']> {
  try {
    return { kind: 'done', draft: (await write()).id }
  } catch (error) {
    if (entry.stopper.signal.aborted) return { kind: 'stopped' }
    return { kind: 'failed', fault: clean(toReport<never>(asFault(error) as never)) }
  }
}

/** Adds a piece to its run; a further attempt begins anew. */
function take(entry: Entry, { run, attempt, text }: SummaryPiece): void {
  const isSame = (entry.attempts.get(run) ?? attempt) === attempt
  entry.attempts = new Map(entry.attempts).set(run, attempt)
  const before = entry.job.texts.find((one) => one.run === run)
  const next = { run, text: (isSame ? (before?.text ?? '') : '') + text }
  entry.job = { ...entry.job, texts: [...entry.job.texts.filter((one) => one.run !== run), next].toSorted((a, b) => a.run - b.run) }
}
