import { toolbox } from '../capabilities/toolbox.ts'
import type { PageOptions, Page, ProposalId, Ref } from '../model/ids.ts'
import type { JsonObject } from '../model/json.ts'
import type { Operation } from '../model/operation.ts'
import type { Policy, PolicyEntry } from '../model/policy.ts'
import type { ApprovalResult, Proposal, ProposalStateKind } from '../model/proposal.ts'
import { configurePolicies, type PolicyOptions, settled } from '../policies/configurePolicies.ts'
import { policyLog } from '../policies/policyLog.ts'
import { type PolicyTrial, tryPolicy } from '../policies/tryPolicy.ts'
import { approveProposal, refreshProposal, rejectProposal } from '../proposals/decide.ts'
import { getProposal, listProposals } from '../proposals/propose.ts'
import { ToolVerbs } from './tooling.ts'

export type Proposals = {
  /** Lists those that wait, oldest first, or those of another state; `all` gives all. */
  list(filter?: { readonly state?: ProposalStateKind | 'all' }): readonly Proposal[]
  /** Gives one. Faults: `proposal/not-found`. */
  get(id: ProposalId): Proposal
  /**
   * Does exactly what is shown, or the same tool with other arguments, which pass the same gate again. What a model has to write waits as a draft.
   * Faults: `proposal/not-found`, `proposal/closed`, `proposal/busy`, `tool/bad-arguments`, those of references.
   */
  approve(id: ProposalId, options?: { readonly args?: JsonObject; readonly signal?: AbortSignal }): Promise<ApprovalResult>
  /** Says no; the reason goes back to who proposed it. Undo reopens it. Faults: `proposal/not-found`, `proposal/closed`, `input/invalid`. */
  reject(id: ProposalId, options: { readonly reason: string }): Proposal
  /** Looks again at what it would come to now, and binds it to that. Faults: `proposal/not-found`, `proposal/closed`. */
  refresh(id: ProposalId): Proposal
}

/** Rules about when, and what they and the orchestrator put before a person. */
export class PolicyVerbs extends ToolVerbs {
  /**
   * Replaces the tract's policies, and with `autonomy` says what may be done by itself: `manual` proposes everything, `collaborative` (the default) marks and names by itself, `autonomous` does all but what can't be undone. Those of the library are kept in the file; of your own it knows the name: name them again after opening. `onProposal` decides what is proposed; else it waits in `proposals`. null where all is as it was.
   * Faults: `policy/name-taken`, `config/bad-value`, `input/invalid`.
   * @example
   * const mustBeKept = pinPolicy({ patterns: [/must/] })
   * tract.configurePolicies([mustBeKept, archivePolicy()], { autonomy: 'manual' })?.verb // → 'configure'
   * tract.user('It must be red.')
   * tract.proposals.list().map(({ action, risk }) => [action.tool, risk]) // → [['annotate', 'annotate']]
   */
  configurePolicies(policies: readonly Policy[], options?: PolicyOptions): Operation | null { return configurePolicies(this.handle, policies, options) }
  /**
   * Tells what a policy would have done after each commit of this branch, had it looked then. Writes nothing, asks no model.
   * Faults: `ref/not-found`, `ref/ambiguous`, and what the policy itself throws.
   * @example
   * tract.tryPolicy(pinPolicy({ roles: ['user'] })).map(({ at }) => at === question.hash) // → [true]
   */
  tryPolicy(policy: Policy, options?: { readonly from?: Ref }): readonly PolicyTrial[] { return tryPolicy(this.handle, policy, options) }
  /**
   * Lists every time a policy acted or was held back, newest first; of one, with `policy`. Default limit 100.
   * Faults: `cursor/bad`.
   * @example
   * tract.configurePolicies([pinPolicy({ roles: ['user'] })])
   * tract.user('And boots?')
   * tract.policyLog().items.map(({ policy, outcome }) => [policy, outcome.kind]) // → [['pin', 'executed']]
   */
  policyLog(options?: PageOptions & { readonly policy?: string }): Page<PolicyEntry> { return policyLog(this.handle, options) }
  /**
   * Waits until all that policies have begun has ended, and tells what they did since this was last asked.
   * Faults: that of the signal.
   * @example
   * tract.configurePolicies([pinPolicy({ roles: ['user'] })])
   * tract.user('And boots?')
   * const [entry] = await tract.settled()
   * entry?.action.tool // → 'annotate'
   */
  settled(options?: { readonly signal?: AbortSignal }): Promise<readonly PolicyEntry[]> { return settled(this.handle, options) }
  /**
   * What policies and the orchestrator want to do, waiting for a person: outside the context, kept in the file, each with what it would come to.
   * Faults: `proposal/not-found`, `proposal/closed`, `proposal/busy`, `tool/bad-arguments`, `input/invalid`, those of references.
   * @example
   * tract.configurePolicies([pinPolicy({ roles: ['user'] })], { autonomy: 'manual' })
   * tract.user('And boots?')
   * const [waiting] = tract.proposals.list()
   * (await tract.proposals.approve(waiting!.id)).kind // → 'executed'
   * tract.undo()
   * tract.proposals.reject(waiting!.id, { reason: 'not that one' }).state.kind // → 'rejected'
   */
  get proposals(): Proposals {
    const { handle } = this
    return {
      list: (filter) => listProposals(handle, filter),
      get: (id) => getProposal(handle, id),
      approve: (id, options) => approveProposal(handle, toolbox, id, options),
      reject: (id, options) => rejectProposal(handle, id, options),
      refresh: (id) => refreshProposal(handle, toolbox, id),
    }
  }
}
