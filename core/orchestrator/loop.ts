import { headOf } from '../history/refs/position.ts'
import { compile } from '../history/status.ts'
import { type Gate, invoke } from '../capabilities/invoke.ts'
import { offeredTools } from '../capabilities/toolForms.ts'
import { operationsOf } from '../capabilities/ownOperations.ts'
import { promptOf } from '../context/prompt.ts'
import type { TractHandle } from '../journal/openWorkspace.ts'
import { askAside, type WholeOutcome } from '../llm/aside.ts'
import { openAsking } from '../llm/asking.ts'
import { getCall } from '../llm/callRecords.ts'
import { routeFor } from '../llm/clients.ts'
import { canonicalJson } from '../model/canonicalJson.ts'
import type { LLMConfig } from '../model/config.ts'
import type { Content } from '../model/content.ts'
import { asFault, Fault, toReport } from '../model/fault.ts'
import { hashOf } from '../model/hash.ts'
import type { LLMCallId, RunId } from '../model/ids.ts'
import type { Json } from '../model/json.ts'
import type { RunLimit, RunOutcome, RunStep } from '../model/orchestrator.ts'
import type { ToolCall } from '../model/reply.ts'
import type { ToolProfile, ToolResult } from '../model/tools.ts'
import { assess } from './assess.ts'
import { afterAnswer, afterCall, limitBeforeCall, limitBeforeStep, type Limits, nothingUsed, type Used } from './guards.ts'
import { noteStep } from './runNotes.ts'

/** What a run is made with. `tract` acts as the orchestrator, on the branch where the run began. */
export type Run = {
  readonly id: RunId
  readonly task: string | null
  readonly profile: ToolProfile
  readonly instructions: string
  readonly context: string | null
  readonly limits: Limits
  readonly llmConfig: LLMConfig
  readonly gateOf: (tract: () => TractHandle, reasoning: () => string) => Gate
  readonly signal: AbortSignal
  /** Steps that were made before it was paused. */
  readonly earlier: number
  readonly isPausing: () => boolean
  readonly onStep: (step: RunStep) => void
}

/** Asks the model, runs what it calls, tells it the results, and again, until it calls nothing or something ends it. Never throws. */
export async function runLoop(started: TractHandle, run: Run): Promise<RunOutcome> {
  let tract = started
  let used: Used = { ...nothingUsed, steps: run.earlier }
  let misfires = 0
  const said: Content[] = [...opening(tract, run)]
  try {
    for (;;) {
      const limit = limitBeforeStep(used, run.limits)
      if (limit !== null) return { kind: 'limit', limit }
      // oxlint-disable-next-line no-await-in-loop -- each question holds the results of the one before
      const answer = await ask(tract, run, said)
      used = afterAnswer(used, answer.tokens, answer.costUsd)
      misfires = answer.fault === null ? 0 : misfires + 1
      if (answer.fault !== null && misfires > mostMisfires) return { kind: 'failed', fault: toReport(answer.fault) }
      said.push(...answer.contents)
      // oxlint-disable-next-line no-await-in-loop
      const done = await runCalls(tract, run, answer, used)
      used = done.used
      tract = done.tract
      said.push(...done.step.calls.map(({ result }) => result.content))
      noteStep(tract, { run: run.id, call: answer.call, operations: done.operations(), proposals: proposalsIn(done.step) }, done.step)
      run.onStep(done.step)
      if (done.limit !== null) return { kind: 'limit', limit: done.limit }
      if (run.signal.aborted) return { kind: 'stopped' }
      if (answer.fault === null && answer.calls.length === 0) return { kind: 'done', text: answer.text }
      if (run.isPausing()) return { kind: 'paused' }
    }
  } catch (error) {
    return run.signal.aborted ? { kind: 'stopped' } : { kind: 'failed', fault: toReport(asFault(error)) }
  }
}

/** Answers that can't be used, one after the other: a model is told what was wrong, and then no more. */
const mostMisfires = 2

function opening(tract: TractHandle, { instructions, context, task }: Run): readonly Content[] {
  const about = context === null ? '' : `\n\nWhat the work is about: ${context}`
  return [{ type: 'instruction', text: instructions + about }, { type: 'dialogue', role: 'user', text: assess(tract, task).text }]
}

type Answered = { readonly text: string; readonly calls: readonly ToolCall[]; readonly contents: readonly Content[]; readonly call: LLMCallId | null; readonly tokens: number; readonly costUsd: number; readonly fault: Fault | null }

async function ask(tract: TractHandle, run: Run, said: readonly Content[]): Promise<Answered> {
  const route = routeFor(tract, 'orchestrate', run.llmConfig)
  const asking = openAsking(tract, { task: 'orchestrate', ...route, context: compile(tract), prompt: promptOf(said), tools: offeredTools(run.profile), continues: null })
  try {
    const outcome = await askAside(asking, run.signal)
    const { text, toolCalls } = outcome
    return { text, calls: toolCalls, contents: contentsOf(outcome), call: asking.call, ...costOf(tract, asking.call, said, text), fault: null }
  } catch (error) {
    if (run.signal.aborted || !(Fault.is(error, 'llm/protocol') || Fault.is(error, 'llm/incomplete'))) throw error
    const text = `Your last answer could not be used: ${error.message} Call the tools that were offered, with whole arguments, or say in words that you are done.`
    return { text: error.message, calls: [], contents: [{ type: 'dialogue', role: 'user', text }], call: asking.call, ...costOf(tract, asking.call, said, ''), fault: error }
  }
}

function contentsOf({ text, reasoning, toolCalls }: WholeOutcome): readonly Content[] {
  return [
    ...(reasoning && reasoning.text !== '' ? [{ type: 'reasoning', text: reasoning.text, ...(reasoning.signature === null ? {} : { signature: reasoning.signature }) } as const] : []),
    ...(text === '' ? [] : [{ type: 'dialogue', role: 'assistant', text } as const]),
    ...toolCalls.map(({ id, name, arguments: input }) => ({ type: 'tool_call', callId: id, tool: name, input: typeof input === 'string' ? (JSON.parse(input) as Json) : input }) as const),
  ]
}

/** As the provider counted; where it told nothing, about four characters a token. */
function costOf(tract: TractHandle, call: LLMCallId, said: readonly Content[], text: string): { readonly tokens: number; readonly costUsd: number } {
  const { usage, costUsd } = getCall(tract.file.db.read, tract, call).record
  const guessed = Math.ceil((JSON.stringify(said).length + text.length) / 4)
  return { tokens: usage === null ? guessed : usage.inputTokens + usage.outputTokens, costUsd: costUsd ?? 0 }
}

type Ran = { readonly step: RunStep; readonly used: Used; readonly tract: TractHandle; readonly limit: RunLimit | null; readonly operations: ReturnType<typeof operationsOf> }

async function runCalls(started: TractHandle, run: Run, { text, calls }: Answered, before: Used): Promise<Ran> {
  const operations = operationsOf(started)
  const done: { call: ToolCall; result: ToolResult }[] = []
  let [tract, used] = [started, before]
  let limit: RunLimit | null = calls.length > run.limits.maxCallsPerStep ? 'maxCallsPerStep' : null
  const gate = run.gateOf(() => tract, () => text)
  for (const call of calls) {
    const hash = hashOf('tract:call:1', canonicalJson({ tool: call.name, args: typeof call.arguments === 'string' ? (JSON.parse(call.arguments) as Json) : call.arguments }))
    limit ??= run.signal.aborted ? null : limitBeforeCall(used, hash, run.limits)
    if (limit !== null || run.signal.aborted) {
      done.push({ call, result: notRun(call, limit) })
      continue
    }
    const made = operationsOf(tract)
    // oxlint-disable-next-line no-await-in-loop -- one call may build on the one before
    const result = await invoke(tract, call, { profile: run.profile, gate, signal: run.signal })
    used = afterCall(used, hash, result.status === 'proposed' || made().length > 0)
    tract = followed(tract, result)
    done.push({ call, result })
  }
  return { step: { step: before.steps, reasoning: text, calls: done }, used, tract, limit, operations }
}

/** Every call gets its result, also those that come after the end. */
function notRun({ id, name }: ToolCall, limit: RunLimit | null): ToolResult {
  const reason = limit === null ? 'the run was stopped' : `the run ended at its limit (${limit})`
  const text = `This was not run: ${reason}.`
  return { callId: id, tool: name, text, content: { type: 'tool_result', callId: id, tool: name, output: text, status: 'error' }, status: 'rejected', reason }
}

const moving: ReadonlySet<string> = new Set(['switch', 'branch', 'checkout', 'rename_branch'])

/** It stays on its branch whatever people do with HEAD, and goes where it moved HEAD itself. */
function followed(tract: TractHandle, { status, tool }: ToolResult): TractHandle {
  if (status !== 'ok' || !moving.has(tool)) return tract
  const head = headOf(tract.file.db.read, { ...tract, branch: null })
  return { ...tract, branch: head.kind === 'attached' ? head.branch : null }
}

const proposalsIn = ({ calls }: RunStep) => calls.flatMap(({ result }) => (result.status === 'proposed' ? [result.proposal] : []))
