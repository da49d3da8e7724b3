import type { KeptPolicy } from '../../core/model/policy.ts'
import { Fault } from '../../core/model/fault.ts'
import { asProposalId } from '../../core/model/ids.ts'
import type { ApprovalResult } from '../../core/model/proposal.ts'
import { fromKept } from '../../core/policies/builtIn.ts'
import { areKeptPolicies } from '../../core/history/checkPolicies.ts'
import type { Tract } from '../../core/tract.ts'
import type { Approval, PoliciesState } from '../contract/policies.ts'
import { connectSummaries } from '../summarise.ts'
import { procedures, tractOn } from './base.ts'

export const policies = {
  state: procedures.policies.state.handler(({ context, input }) => stateOf(context.app.workspace().get(input.tract))),
  configure: procedures.policies.configure.handler(({ context, input }) => {
    const tract = context.app.workspace().get(input.tract)
    tract.configure({ ...(input.autonomy !== undefined && { autonomy: input.autonomy }), ...(input.policies !== undefined && { policies: input.policies as unknown as readonly KeptPolicy[] }) })
    return stateOf(tract)
  }),
  approve: procedures.policies.approve.handler(async ({ context: { app }, input }) => {
    const tract = app.workspace().get(input.tract)
    const { action } = tract.proposals.get(asProposalId(input.proposal))
    if (action.tool === 'compress' && action.args.content === undefined) await connectSummaries(app, tract)
    return toApproval(await tract.proposals.approve(asProposalId(input.proposal), input.args === undefined ? {} : { args: input.args }))
  }),
  reject: procedures.policies.reject.handler(({ context, input }) => void context.app.workspace().get(input.tract).proposals.reject(asProposalId(input.proposal), { reason: input.reason.trim() })),
  refresh: procedures.policies.refresh.handler(({ context, input }) => context.app.workspace().get(input.tract).proposals.refresh(asProposalId(input.proposal))),
  trial: procedures.policies.trial.handler(({ context, input }) =>
    tractOn(context.app, input).tryPolicy(policyIn(input.policy)).map(({ at, action }) => ({ at, tool: action.tool, reason: action.reason }))),
}

const shownDecided = 50
const shownLog = 50

function stateOf(tract: Tract): PoliciesState {
  const { autonomy, policies: kept } = tract.config
  const all = tract.proposals.list({ state: 'all' })
  return {
    autonomy, policies: kept,
    waiting: all.filter(({ state }) => state.kind === 'pending'),
    decided: all.filter(({ state }) => state.kind !== 'pending').slice(-shownDecided).toReversed(),
    log: tract.policyLog({ limit: shownLog }).items,
  }
}

/** Faults: `config/bad-value`. */
function policyIn(kept: unknown) {
  const policy = areKeptPolicies([kept]) ? fromKept(kept as KeptPolicy) : null
  if (policy === null) throw new Fault('config/bad-value', { field: 'policies', found: JSON.stringify(kept).slice(0, 60) })
  return policy
}

function toApproval(result: ApprovalResult): Approval {
  switch (result.kind) {
    case 'executed':
    case 'stale':
      return { kind: result.kind }
    case 'draft':
      return { kind: 'draft', draft: result.draft.id, branch: result.draft.branch }
    case 'failed':
      return result
  }
}
