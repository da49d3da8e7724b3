import { configOf } from '../history/configOf.ts'
import type { TractHandle } from '../journal/openWorkspace.ts'
import { assertNever } from '../model/assertNever.ts'
import type { Autonomy } from '../model/autonomy.ts'
import { asFault, Fault } from '../model/fault.ts'
import type { Proposal, Reviewer } from '../model/proposal.ts'
import { leastOf, verdictOf } from '../model/verdict.ts'
import { propose } from '../proposals/propose.ts'
import { review } from '../proposals/review.ts'
import type { CheckedCall } from './checkCall.ts'
import type { Gate, GateAnswer } from './invoke.ts'
import { toolbox } from './toolbox.ts'

export type Gatekeeping = {
  /** Asked at each call: it may have been lowered since the last. The tract's own autonomy counts too; the lower one wins. */
  readonly ceiling: () => Autonomy
  readonly reviewer: Reviewer
  /** In whose name the reviewer decides. */
  readonly owner: TractHandle
  /** Why, in the words of whoever calls. */
  readonly reasoning: () => string
}

/** Runs what the autonomy allows, and puts the rest before the reviewer. Where nobody answers, nothing is done. */
export function proposingGate(tract: () => TractHandle, { ceiling, reviewer, owner, reasoning }: Gatekeeping): Gate {
  return async (call, { signal }) => {
    const acting = tract()
    const level = leastOf(ceiling(), configOf(acting).autonomy)
    switch (verdictOf(call.risk, level)) {
      case 'runs':
        return { kind: 'run' }
      case 'refused':
        return { kind: 'refused', fault: new Fault('tool/not-allowed', { tool: call.action.tool, risk: call.risk, ceiling: level }) }
      case 'proposed':
        return proposed(acting, call, reasoning(), (proposal) => reviewed(owner, proposal, reviewer, signal))
    }
  }
}

function proposed(tract: TractHandle, { action }: CheckedCall, reasoning: string, decide: (proposal: Proposal) => Promise<GateAnswer>): GateAnswer | Promise<GateAnswer> {
  const asked = propose(tract, toolbox, { tool: action.tool, args: action.args, reasoning: reasoning === '' ? `${action.tool} was called without a reason` : reasoning })
  if (asked.kind === 'proposed') return decide(asked.proposal)
  const { id, state } = asked.proposal
  return state.kind === 'rejected' ? { kind: 'rejected', reason: state.reason } : { kind: 'proposed', proposal: id }
}

async function reviewed(owner: TractHandle, proposal: Proposal, reviewer: Reviewer, signal: AbortSignal): Promise<GateAnswer> {
  const result = await review(owner, toolbox, proposal, reviewer, signal)
  switch (result.kind) {
    case 'queued':
      return { kind: 'proposed', proposal: proposal.id }
    case 'rejected':
      return { kind: 'rejected', reason: result.reason }
    case 'executed':
      return { kind: 'performed', performed: { kind: 'done', text: 'It was approved, and done.', data: { operation: result.operation.id }, operations: [result.operation.id] } }
    case 'draft':
      return { kind: 'performed', performed: { kind: 'done', text: 'It was approved: the summary is drafted and waits for a person to put it in force.', data: { draft: result.draft.id }, operations: [] } }
    case 'stale':
      return { kind: 'rejected', reason: 'the conversation moved on meanwhile' }
    case 'failed':
      return { kind: 'performed', performed: { kind: 'failed', fault: asFault(new Fault(result.fault.code, result.fault.data)) } }
    default:
      return assertNever(result)
  }
}
