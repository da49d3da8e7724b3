import type { TractHandle } from '../journal/openWorkspace.ts'
import { assertNever } from '../model/assertNever.ts'
import type { ApprovalResult, Proposal, Reviewer } from '../model/proposal.ts'
import { approveProposal, rejectProposal } from './decide.ts'
import { getProposal } from './propose.ts'
import type { Toolbox } from './toolbox.ts'

/** What a reviewer decided, and what came of it. */
export type Reviewed = ApprovalResult | { readonly kind: 'rejected'; readonly reason: string } | { readonly kind: 'queued' }

/** Has a proposal decided by code or by a person. Who doesn't answer, or fails, has approved nothing: it stays in the queue. */
export async function review(tract: TractHandle, toolbox: Toolbox, proposal: Proposal, reviewer: Reviewer, signal: AbortSignal): Promise<Reviewed> {
  const decision = await reviewer(proposal, { signal })
  if (signal.aborted || getProposal(tract, proposal.id).state.kind !== 'pending') return { kind: 'queued' }
  switch (decision.decision) {
    case 'approve':
      return approveProposal(tract, toolbox, proposal.id, { signal })
    case 'modify':
      return approveProposal(tract, toolbox, proposal.id, { args: decision.args, signal })
    case 'reject':
      rejectProposal(tract, proposal.id, { reason: decision.reason })
      return { kind: 'rejected', reason: decision.reason }
    case 'queue':
      return { kind: 'queued' }
    default:
      return assertNever(decision)
  }
}
