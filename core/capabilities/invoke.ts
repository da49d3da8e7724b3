import { operationsOf } from './ownOperations.ts'
import type { TractHandle } from '../journal/openWorkspace.ts'
import { asFault, type Fault, toReport } from '../model/fault.ts'
import type { ProposalId, OperationId } from '../model/ids.ts'
import type { JsonObject } from '../model/json.ts'
import type { ToolName, ToolProfile, ToolResult } from '../model/tools.ts'
import { assertNever } from '../model/assertNever.ts'
import type { Capability, RunOptions, Told } from './capability.ts'
import { type CheckedCall, checkCall } from './checkCall.ts'
import { noteCompleted, noteFailed, noteInvoked } from './invocationNotes.ts'
import { toolkit } from './toolkit.ts'

/** A call as it came. `arguments` is JSON text or an object; anything else is refused. */
export type GivenCall = { readonly id: unknown; readonly name: unknown; readonly arguments: unknown }

/** What became of a call that ran: what it tells and the operations it made, or why it failed. */
export type Performed = ({ readonly kind: 'done' } & Told & { readonly operations: readonly OperationId[] }) | { readonly kind: 'failed'; readonly fault: Fault }

/** Says whether a checked call may run. It is asked once for each, and whatever it throws means no. */
export type Gate = (call: CheckedCall, options: RunOptions) => GateAnswer | Promise<GateAnswer>
export type GateAnswer =
  | { readonly kind: 'run' }
  /** It was decided on and carried out, perhaps with other arguments. */
  | { readonly kind: 'performed'; readonly performed: Performed }
  | { readonly kind: 'proposed'; readonly proposal: ProposalId }
  | { readonly kind: 'rejected'; readonly reason: string }
  | { readonly kind: 'refused'; readonly fault: Fault }

export type Door = { readonly profile: ToolProfile; readonly gate: Gate; readonly signal: AbortSignal }

/**
 * The only door between a model and a tract: the call is checked, then decided on, then run, and told in the journal. Never throws: each call gets
 * exactly one result, whatever was wrong with it.
 */
export async function invoke(tract: TractHandle, given: GivenCall, { profile, gate, signal }: Door): Promise<ToolResult> {
  const call = { id: asText(given.id), name: asText(given.name) }
  try {
    const checked = checkCall(tract, profile, call.name, given.arguments)
    return toResult(call, await decided(tract, checked, gate, signal))
  } catch (error) {
    const fault = asFault(error)
    noteFailed(tract, null, call.name, fault)
    return toResult(call, { kind: 'failed', fault })
  }
}

async function decided(tract: TractHandle, checked: CheckedCall, gate: Gate, signal: AbortSignal): Promise<Ending> {
  const answer = await gate(checked, { signal })
  switch (answer.kind) {
    case 'run':
      return perform(tract, checked, { signal })
    case 'performed':
      return answer.performed
    case 'refused':
      throw answer.fault
    case 'proposed':
    case 'rejected':
      return answer
    default:
      return assertNever(answer)
  }
}

/** Runs a checked call that was decided on, and tells it in the journal. Never throws. */
export async function perform(tract: TractHandle, { action, hash }: CheckedCall, options: RunOptions): Promise<Performed> {
  let invocation: string | null = null
  try {
    options.signal.throwIfAborted()
    invocation = noteInvoked(tract, action.tool, hash)
    const made = operationsOf(tract)
    const told = await (toolkit[action.tool] as Capability<ToolName, JsonObject>).run(tract, action.args, options)
    const operations = made()
    noteCompleted(tract, invocation, action.tool, operations)
    return { kind: 'done', ...told, operations }
  } catch (error) {
    const fault = asFault(error)
    noteFailed(tract, invocation, action.tool, fault)
    return { kind: 'failed', fault }
  }
}

const asText = (value: unknown): string => (typeof value === 'string' ? value.toWellFormed() : '')

type Ending = Performed | Extract<GateAnswer, { kind: 'proposed' | 'rejected' }>

function toResult({ id, name }: { readonly id: string; readonly name: string }, ending: Ending): ToolResult {
  const base = (text: string, isError: boolean) => ({
    callId: id, tool: name, text, content: { type: 'tool_result', callId: id, tool: name, output: text, status: isError ? 'error' : 'success' } as const,
  })
  switch (ending.kind) {
    case 'done':
      return { ...base(ending.text, false), status: 'ok', data: ending.data }
    case 'proposed':
      return { ...base('This waits for a person to approve it; nothing has changed yet. Go on without it, and don\'t ask for it again.', false), status: 'proposed', proposal: ending.proposal }
    case 'rejected':
      return { ...base(`A person rejected this: ${JSON.stringify(ending.reason)}. Nothing has changed.`, true), status: 'rejected', reason: ending.reason }
    case 'failed': {
      const report = toReport(ending.fault)
      return { ...base([`${report.code}: ${report.message}`, report.hint].filter((part) => part !== null).join(' '), true), status: 'error', fault: report }
    }
    default:
      return assertNever(ending)
  }
}
