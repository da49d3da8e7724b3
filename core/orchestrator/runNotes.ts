import type { TractHandle } from '../journal/openWorkspace.ts'
import { transact } from '../journal/transact.ts'
import type { Autonomy } from '../model/autonomy.ts'
import type { BlobHash, LLMCallId, OperationId, ProposalId, RunId } from '../model/ids.ts'
import type { Json, JsonObject } from '../model/json.ts'
import type { RunOutcome, RunStep, StartedBy } from '../model/orchestrator.ts'
import type { ToolResult } from '../model/tools.ts'
import { putWords } from '../proposals/notes.ts'
import { isToolName, toolkit } from '../capabilities/toolkit.ts'

/** What the journal tells of a run. Words are notes of their own, named by hash. */
export type StartedNote = { readonly run: RunId; readonly startedBy: StartedBy; readonly ceiling: Autonomy; readonly profile: string; /** The task; null without one. */ readonly said: BlobHash | null }
export type StepNote = { readonly run: RunId; readonly step: number; readonly call: LLMCallId | null; readonly said: BlobHash; readonly operations: readonly OperationId[]; readonly proposals: readonly ProposalId[] }
export type FinishedNote = { readonly run: RunId; readonly outcome: RunOutcome['kind']; /** Which limit, what was said last, or the fault. */ readonly said: BlobHash }

export function noteStarted(tract: TractHandle, note: Omit<StartedNote, 'said'>, task: string | null): void {
  transact(tract, { verb: 'orchestrate', detail: 'started' }, (tx) => {
    tx.note({ type: 'orchestrator_started', payload: { ...note, said: task === null ? null : putWords(tx, { task }) } })
  })
}

export function noteStep(tract: TractHandle, note: Omit<StepNote, 'said' | 'step'>, { step, reasoning, calls }: RunStep): void {
  transact(tract, { verb: 'orchestrate', detail: 'step' }, (tx) => {
    const kept = calls.map(({ call, result }) => ({ call, result: withoutTexts(result) }))
    tx.note({ type: 'orchestrator_step', payload: { ...note, step, said: putWords(tx, asJson({ reasoning, calls: kept })) } })
  })
}

export function noteFinished(tract: TractHandle, run: RunId, outcome: RunOutcome): void {
  transact(tract, { verb: 'orchestrate', detail: outcome.kind }, (tx) => {
    tx.note({ type: 'orchestrator_finished', payload: { run, outcome: outcome.kind, said: putWords(tx, asJson(outcome)) } })
  })
}

/** What was read stays where it stands: a copy here would outlive its erasing. */
function withoutTexts(result: ToolResult): ToolResult {
  if (result.status !== 'ok' || !isToolName(result.tool) || toolkit[result.tool].risk !== 'read') return result
  const text = result.text.split('\n')[0] ?? ''
  return { ...result, text, data: null, content: { ...result.content, output: text } }
}

/** Faults carry what a program put in them: only what is plain JSON is kept. */
const asJson = (value: unknown): JsonObject => JSON.parse(JSON.stringify(value), (_key, inner: Json) => (typeof inner === 'string' ? inner.toWellFormed() : inner === 0 ? 0 : inner)) as JsonObject
