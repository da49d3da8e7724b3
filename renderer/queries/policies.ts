import type { Autonomy } from '../../core/model/autonomy.ts'
import type { ProposalId, TractId } from '../../core/model/ids.ts'
import type { JsonObject } from '../../core/model/json.ts'
import type { KeptPolicy } from '../../core/model/policy.ts'
import type { Proposal } from '../../core/model/proposal.ts'
import type { Approval, PoliciesState } from '../../main/contract/policies.ts'
import { api } from '../connect.ts'
import { query, queryClient } from './client.ts'
import { refuseWhileLooking } from './refuseWhileLooking.ts'

type Sent = Parameters<typeof api.policies.configure>[0]

/** A tract's policies, what they did, and what waits for a yes or a no. */
export const policiesQuery = (tract: TractId) => query.policies.state.queryOptions({ input: { tract } })
/** When a policy with these settings would have acted on this branch so far. */
export const trialQuery = (tract: TractId, branch: string, policy: KeptPolicy) => query.policies.trial.queryOptions({ input: { tract, branch, policy: policy as unknown as Record<string, never> } })

export async function configurePolicies(tract: TractId, changes: { readonly autonomy?: Autonomy; readonly policies?: readonly KeptPolicy[] }): Promise<PoliciesState> {
  refuseWhileLooking(tract)
  const state = await api.policies.configure({ tract, ...(changes as unknown as Omit<Sent, 'tract'>) })
  queryClient.setQueryData(policiesQuery(tract).queryKey, state)
  return state
}
export async function approveProposal(tract: TractId, proposal: ProposalId, args: JsonObject | null): Promise<Approval> {
  refuseWhileLooking(tract)
  return await api.policies.approve({ tract, proposal, ...(args !== null && { args: args as Record<string, never> }) })
}
export async function rejectProposal(tract: TractId, proposal: ProposalId, reason: string): Promise<void> {
  refuseWhileLooking(tract)
  await api.policies.reject({ tract, proposal, reason })
}
export async function refreshProposal(tract: TractId, proposal: ProposalId): Promise<Proposal> {
  refuseWhileLooking(tract)
  return await api.policies.refresh({ tract, proposal })
}
