import type { Reviewer } from '../model/proposal.ts'
import { describeProposal } from './describe.ts'

/**
 * Approves everything as it is proposed.
 * @example
 * tract.configurePolicies([pinPolicy({ roles: ['user'] })], { autonomy: 'manual', onProposal: autoApprove })
 * const boots = tract.user('And boots?')
 * await tract.settled()
 * tract.message(boots.hash).priority // → 'pinned'
 */
export const autoApprove: Reviewer = () => ({ decision: 'approve' })

/**
 * Leaves everything for a person, in `tract.proposals`.
 * @example
 * tract.configurePolicies([pinPolicy({ roles: ['user'] })], { autonomy: 'manual', onProposal: queueForReview })
 * tract.user('And boots?')
 * await tract.settled()
 * tract.proposals.list().length // → 1
 */
export const queueForReview: Reviewer = () => ({ decision: 'queue' })

/**
 * Makes a reviewer that rejects everything, for the same reason.
 * @example
 * tract.configurePolicies([pinPolicy({ roles: ['user'] })], { autonomy: 'manual', onProposal: rejectAll('code freeze') })
 * tract.user('And boots?')
 * await tract.settled()
 * tract.proposals.list({ state: 'rejected' }).length // → 1
 */
export const rejectAll = (reason: string): Reviewer => () => ({ decision: 'reject', reason })

/**
 * Makes a reviewer that approves everything and tells of it, one line each.
 * @example
 * const told: string[] = []
 * tract.configurePolicies([pinPolicy({ roles: ['user'] })], { autonomy: 'manual', onProposal: logAndApprove((line) => told.push(line)) })
 * tract.user('And boots?')
 * await tract.settled()
 * told[0]?.startsWith('approved: policy:pin wants annotate') // → true
 */
export const logAndApprove = (log: (line: string) => void): Reviewer => (proposal) => {
  log(`approved: ${describeProposal(proposal)}`)
  return { decision: 'approve' }
}
