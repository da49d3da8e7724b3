import type { Proposal } from '../model/proposal.ts'

/** A proposal on one line: what, why, and what it would come to. What a model wrote is quoted. */
export function describeProposal({ from, action, reasoning, effect }: Proposal): string {
  const saved = effect === null ? '' : `, ${effect.tokensBefore} → ${effect.tokensAfter} tokens`
  return `${from.kind}:${from.id} wants ${action.tool} ${JSON.stringify(action.args)}${saved}: ${JSON.stringify(reasoning)}`
}
