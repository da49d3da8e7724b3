import { prepareSummary } from '../../history/compress/compress.ts'
import { type Fact, isIn } from '../../history/compress/facts.ts'
import type { TractHandle } from '../../journal/openWorkspace.ts'
import type { CompiledContext } from '../../model/context.ts'
import { Fault } from '../../model/fault.ts'
import type { LLMCallId } from '../../model/ids.ts'
import type { ReplyEvent, StopReason } from '../../model/reply.ts'
import { askAside } from '../aside.ts'
import { openAsking } from '../asking.ts'
import type { routeFor } from '../clients.ts'
import { summaryPrompt, type SummaryTask } from './summaryPrompt.ts'

export type SummaryWriter = {
  readonly tract: TractHandle
  readonly route: ReturnType<typeof routeFor>
  readonly context: CompiledContext
  readonly signal?: AbortSignal | undefined
  readonly onText?: ((piece: { readonly run: number; readonly attempt: number; readonly text: string }) => void) | undefined
}
/** `isWhole` false: it was stopped; `text` is what had come by then. */
export type WrittenSummary = { readonly text: string; readonly isWhole: boolean; readonly call: LLMCallId }

/**
 * Has the summary of one run written. Where a text that must be kept is missing it is asked for once more, and the second is taken where it misses fewer. Faults: `compress/empty`,
 * `compress/longer`, `llm/incomplete`, those of `askAside`; being stopped is none.
 */
export async function writeSummary(writer: SummaryWriter, run: number, originalTokens: number, task: SummaryTask, mustKeep: readonly Fact[] = []): Promise<WrittenSummary> {
  const first = await ask(writer, run, 1, originalTokens, task)
  const missing = missedIn(first, mustKeep)
  if (!first.isWhole || missing.length === 0) return first
  const guidance = `It lacks ${missing.map(String).join(', ')}. Keep everything else.`
  const second = await ask(writer, run, 2, originalTokens, { ...task, earlier: { text: first.text, guidance } })
  return second.isWhole && missedIn(second, mustKeep).length < missing.length ? second : first
}

const missedIn = ({ text }: WrittenSummary, mustKeep: readonly Fact[]): readonly Fact[] => mustKeep.filter((fact) => !isIn(text, fact))

async function ask({ tract, route, context, signal, onText }: SummaryWriter, run: number, attempt: number, originalTokens: number, task: SummaryTask): Promise<WrittenSummary> {
  const asking = openAsking(tract, { task: 'compress', ...route, context, prompt: summaryPrompt(task), tools: [], continues: null })
  let came = ''
  const hear = (event: ReplyEvent): void => {
    if (event.type !== 'text') return
    came += event.text
    onText?.({ run, attempt, text: event.text })
  }
  const outcome = await askAside(asking, signal, hear).catch((error: unknown) => {
    if (signal?.aborted === true) return null
    throw error
  })
  if (outcome === null) return { text: withoutThoughts(came), isWhole: false, call: asking.call }
  const cut = cuts[outcome.stopReason]
  if (cut !== undefined) throw new Fault('llm/incomplete', { client: route.client.name, found: cut })
  const text = withoutThoughts(outcome.text)
  prepareSummary(tract, tract.file.db.read, text, run, originalTokens)
  return { text, isWhole: true, call: asking.call }
}

/** Answers that ended well for the provider and aren't whole all the same. */
const cuts: { readonly [Reason in StopReason]?: string } = { length: 'the summary was cut at its token limit', filtered: 'its filter held a part of the summary back' }

/** Some models think aloud before they write. */
const withoutThoughts = (text: string): string => text.replace(/<think>[\s\S]*?(<\/think>|$)/g, '').trim()
