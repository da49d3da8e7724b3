import type { CompressionDraft } from '../core/model/compress.ts'
import { Fault } from '../core/model/fault.ts'
import type { DraftId } from '../core/model/ids.ts'
import type { Tract } from '../core/tract.ts'
import type { App } from './app.ts'
import { askingAs, connectFor } from './asking.ts'
import type { Asking } from './asking.ts'
import { rangeOf } from './compressView.ts'
import type { CompressRangeInput, CompressWish, SummaryJob, SummaryWriterChoice } from './contract/compress.ts'
import { getProvider } from './providers.ts'

type Writer = SummaryWriterChoice | undefined
type Range = { readonly branch: string; readonly range: CompressRangeInput; readonly wish?: CompressWish | undefined; readonly writer?: Writer }

/** Has a model write a draft of a range; the host follows it to its end. Faults: `compress/busy`, `compress/nothing`, those of `askingAs` and `connect`. */
export async function writeDraft(app: App, tract: Tract, { branch, range, wish = {}, writer }: Range): Promise<SummaryJob> {
  app.summaries.checkFree(tract.id, branch)
  const { nothing } = tract.previewCompression(rangeOf(range))
  if (nothing !== null) throw new Fault('compress/nothing', { holds: nothing })
  const { names, config } = await connected(app, tract, writer)
  return app.summaries.start({
    tract: tract.id, branch, about: { kind: 'range', range }, ...names,
    write: (signal, onText) => tract.compress({ ...rangeOf(range), ...wishOf(wish), ...config, autoCommit: false, signal, onText }),
  })
}

type Again = { readonly run: number | null; readonly guidance: string; readonly writer?: Writer }

/** Has the summaries of a draft written anew, one run after the other. Faults: `draft/not-found`, those of `writeDraft`. */
export async function writeAnew(app: App, tract: Tract, draft: CompressionDraft, { run, guidance, writer }: Again): Promise<SummaryJob> {
  const { branch, id, runs } = draft
  app.summaries.checkFree(tract.id, branch)
  const { names, config } = await connected(app, tract, writer)
  const wanted = run === null ? toWrite(runs) : [run]
  const asked = guidance.trim() === '' ? {} : { guidance: guidance.trim() }
  return app.summaries.start({
    tract: tract.id, branch, about: { kind: 'draft', draft: id, guidance }, ...names,
    write: async (signal, onText) => {
      let now = draft
      for (const nth of wanted) if (!signal.aborted) now = await tract.regenerateCompression(id, nth, { ...asked, ...config, signal, onText })
      return now
    },
  })
}

/** Those that have no whole summary yet, as after a stop; where all have one, all. */
function toWrite(runs: CompressionDraft['runs']): readonly number[] {
  const all = runs.map((_, nth) => nth)
  const open = all.filter((nth) => runs[nth]?.versions[runs[nth].chosen]?.isWhole !== true)
  return open.length > 0 ? open : all
}

/** Faults: `draft/not-found`. */
export function getDraft(tract: Tract, id: DraftId): CompressionDraft {
  const found = tract.listCompressionDrafts().find((draft) => draft.id === id)
  if (!found) throw new Fault('draft/not-found', { id })
  return found
}

/** The same where a policy summarises without asking. What stands in the way is told when it tries, in its log: it keeps nobody from talking. */
export async function connectPolicies(app: App, tract: Tract): Promise<void> {
  const { autonomy, policies } = tract.config
  const summarises = policies.some(({ isOn, settings }) => isOn && settings?.policy === 'compress')
  if (autonomy === 'autonomous' && summarises) await connectSummaries(app, tract).catch(() => {})
}

/** Lets the core ask for summaries itself, as the settings of the job say. Faults: those of `askingAs` and `connect`. */
export async function connectSummaries(app: App, tract: Tract): Promise<void> {
  await connected(app, tract, undefined)
}

/** Connected before anything is told, so that a missing key leaves no trace. */
async function connected(app: App, tract: Tract, writer: Writer) {
  const asking = await askingAs(app, tract, 'compress')
  const chosen: Asking = writer === undefined ? asking : { ...asking, provider: getProvider(app.settings.get(), writer.provider) }
  const client = await connectFor(app, chosen)
  tract.configureClients({ compress: client })
  const model = writer?.model ?? asking.config.values.model
  return { names: { provider: chosen.provider.id, model: model ?? '' }, config: model === undefined ? {} : { model } }
}

/** The core's options are set or absent. */
export const wishOf = ({ targetTokens, instructions }: CompressWish) => ({ ...(targetTokens !== undefined && { targetTokens }), ...(instructions !== undefined && instructions.trim() !== '' && { instructions: instructions.trim() }) })
