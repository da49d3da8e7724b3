import { findBranch } from '../store/refs.ts'
import { hashOfCommit } from '../store/commits.ts'
import type { ReadDb } from '../store/database.ts'
import { readHead } from '../store/tracts.ts'
import type { TractHandle } from '../journal/openWorkspace.ts'
import type { FaultReport } from '../model/fault.ts'
import type { CommitHash } from '../model/ids.ts'
import type { JsonObject } from '../model/json.ts'
import type { Proposal, ProposalState, ProposedAction } from '../model/proposal.ts'
import { saidIn, wordsOf } from './notes.ts'
import { type Proposed, type ProposalRecord, stateNow, type StoredState } from './proposalRecord.ts'

/** A proposal as a person looks at it. */
export function viewProposal(tract: TractHandle, db: ReadDb, { id, record }: Proposed): Proposal {
  const { args, reasoning, alternatives, effect } = saidIn(db, record.said)
  return {
    id, from: record.by, risk: record.risk, reasoning, alternatives, effect,
    action: actionIn(record, args),
    branch: record.branch, base: record.base,
    isCurrent: standsAt(db, tract, record.branch) === record.base,
    state: stateNow(tract, record) === 'expired' ? { kind: 'expired' } : viewState(db, record.state),
    createdAt: record.at / 1000,
    expiresAt: record.expiresAt === null ? null : record.expiresAt / 1000,
  }
}

export const actionIn = ({ tool }: ProposalRecord, args: JsonObject): ProposedAction => ({ tool, args }) as unknown as ProposedAction

/** Where a branch, or HEAD on a commit, stands; null where it isn't there or has no commits. */
export function standsAt(db: ReadDb, tract: TractHandle, branch: string | null): CommitHash | null {
  const tip = branch === null ? readHead(db, tract.key).tip : findBranch(db, tract.key, branch)
  return tip === undefined || tip === null ? null : hashOfCommit(db, tip)
}

function viewState(db: ReadDb, state: StoredState): ProposalState {
  switch (state.kind) {
    case 'approved':
      return { kind: 'approved', by: state.by, at: state.at / 1000, args: argsIn(db, state), draft: state.draft }
    case 'executed':
      return { kind: 'executed', by: state.by, at: state.at / 1000, args: argsIn(db, state) }
    case 'rejected':
      return { kind: 'rejected', by: state.by, at: state.at / 1000, reason: wordsOf(db, state.reason)['reason'] as string }
    case 'failed':
      return { kind: 'failed', fault: wordsOf(db, state.fault) as unknown as FaultReport }
    default:
      return { kind: state.kind }
  }
}

const argsIn = (db: ReadDb, { args }: { readonly args: Parameters<typeof wordsOf>[1] | null }): JsonObject | null => (args === null ? null : (wordsOf(db, args)['args'] as JsonObject))
