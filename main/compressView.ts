import type { CompiledMessage, TranscriptMessage } from '../core/model/context.ts'
import { asMessageId } from '../core/model/ids.ts'
import { previewOf } from '../core/model/text.ts'
import type { Tract } from '../core/tract.ts'
import type { CompressRangeInput, CompressRow, CompressView } from './contract/compress.ts'

/** What a range comes to, row by row, with what stands before and after it. Faults: those of `previewCompression`. */
export function compressView(tract: Tract, range: CompressRangeInput): CompressView {
  const { runs, tokens, nothing } = tract.previewCompression(rangeOf(range))
  const { again } = range
  const { shown, steps } = again === undefined ? stepsOf(tract) : tract.dryRun(() => (tract.expand(asMessageId(again)), stepsOf(tract))).result
  const ends = [range.from, range.to].map((id) => steps.findIndex(({ messageId }) => messageId === id))
  const [from = 0, to = -1] = ends.toSorted((a, b) => a - b)
  const runOf = new Map(runs.flatMap(({ messages }, run) => messages.map((id) => [id, run] as const)))
  return { rows: steps.map((step, at) => rowOf(step, shown.get(step.messageId), runOf.get(step.messageId), at >= from && at <= to)), runs, tokens, nothing }
}

/** What is shown or hidden by itself, with what the model sees of it. */
function stepsOf(tract: Tract) {
  const shown = new Map(tract.compile().messages.map((message) => [message.messageId, message]))
  return { shown, steps: tract.transcript({ limit: everything }).items.filter((step) => shown.has(step.messageId) || step.why.kind === 'skipped') }
}

const everything = 1_000_000

function rowOf(step: TranscriptMessage, seen: CompiledMessage | undefined, run: number | undefined, isInside: boolean): CompressRow {
  const { messageId, role, content, priority, tokens } = step
  const text = seen?.content ?? ''
  const row = { messageId, role, contentType: content.type, priority, tokens, preview: previewOf(text, 160), isSummary: seen?.why.kind === 'summary' }
  if (run !== undefined) return { ...row, mark: 'taken', run, text }
  if (!isInside) return { ...row, mark: seen === undefined ? 'hidden' : 'outside' }
  return { ...row, mark: seen === undefined ? 'hidden' : priority === 'pinned' ? 'pinned' : 'leftOut' }
}

/** As the library takes it. */
export const rangeOf = ({ from, to, again, preserve = [] }: CompressRangeInput) => ({ ...(again === undefined ? { from: asMessageId(from), to: asMessageId(to) } : { again: asMessageId(again) }), preserve: preserve.map(asMessageId) })
