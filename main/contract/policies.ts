import { type } from '@orpc/contract'
import { z } from 'zod'
import type { Autonomy } from '../../core/model/autonomy.ts'
import type { CommitHash, DraftId } from '../../core/model/ids.ts'
import type { KeptPolicy, PolicyEntry } from '../../core/model/policy.ts'
import type { Proposal } from '../../core/model/proposal.ts'
import type { FaultReport } from '../../core/model/fault.ts'
import { branchName, procedure, tractId } from './base.ts'

const proposalId = z.string().min(1).max(64)
const json = z.record(z.string().max(200), z.json())

/** What is wanted of a tract's policies, and what they did: the latest entries, newest first. `decided`: the newest that don't wait any more. */
export type PoliciesState = {
  /** null: nobody has set one, and what marks and names runs by itself. */
  readonly autonomy: Autonomy | null
  readonly policies: readonly KeptPolicy[]
  readonly waiting: readonly Proposal[]
  readonly decided: readonly Proposal[]
  readonly log: readonly PolicyEntry[]
}
/** What came of an approval. `draft`: a model wrote a summary, which waits to be looked at. `stale`: it would come to something else by now, so nothing was done. */
export type Approval =
  | { readonly kind: 'executed' | 'stale' }
  | { readonly kind: 'draft'; readonly draft: DraftId; readonly branch: string }
  | { readonly kind: 'failed'; readonly fault: FaultReport }
/** When a policy would have acted, newest last, and why. */
export type Trial = { readonly at: CommitHash; readonly tool: string; readonly reason: string }

/** Rules about when, and what waits for a person to say yes or no to. */
export const policies = {
  state: procedure.input(z.strictObject({ tract: tractId })).output(type<PoliciesState>()),
  /** Says which policies there are, with their settings, and what runs by itself. What isn't named stays. */
  configure: procedure.input(z.strictObject({ tract: tractId, autonomy: z.enum(['manual', 'collaborative', 'autonomous']).optional(), policies: z.array(json).max(100).optional() })).output(type<PoliciesState>()),
  /** Does what was proposed, or the same with other arguments, which are checked again. */
  approve: procedure.input(z.strictObject({ tract: tractId, proposal: proposalId, args: json.optional() })).output(type<Approval>()),
  reject: procedure.input(z.strictObject({ tract: tractId, proposal: proposalId, reason: z.string().max(2000) })).output(type<void>()),
  /** Looks again at what it would come to now. */
  refresh: procedure.input(z.strictObject({ tract: tractId, proposal: proposalId })).output(type<Proposal>()),
  /** What a policy with these settings would have done on this branch so far. Nothing is written. */
  trial: procedure.input(z.strictObject({ tract: tractId, branch: branchName, policy: json })).output(type<readonly Trial[]>()),
}
