import type { TractHandle } from '../journal/openWorkspace.ts'
import type { Tx } from '../journal/transact.ts'
import type { Author } from '../model/author.ts'
import type { Risk } from '../model/autonomy.ts'
import { Fault } from '../model/fault.ts'
import { hashOf } from '../model/hash.ts'
import { asProposalId, type BlobHash, type CommitHash, type DraftId, type ProposalId } from '../model/ids.ts'
import type { JsonObject } from '../model/json.ts'
import { microsOf } from '../model/time.ts'
import type { ReadDb } from '../store/database.ts'
import { findProposal, listProposals } from '../store/waitingRecords.ts'

/** A proposal as it is kept. Texts are notes, by hash. */
export type ProposalRecord = {
  readonly branch: string | null
  /** Epoch microseconds, as all times here. */
  readonly at: number
  readonly by: Author
  readonly tool: string
  readonly risk: Risk
  readonly base: CommitHash | null
  /** A note: the arguments, the reasons, the alternatives, what it would come to. */
  readonly said: BlobHash
  /** Over the tool, its arguments and the base: what an approval is bound to. */
  readonly bound: string
  /** What it is about: after a rejection it isn't proposed again while this stays the same. */
  readonly situation: string
  readonly expiresAt: number | null
  readonly state: StoredState
}
export type StoredState =
  | { readonly kind: 'pending' | 'stale' | 'superseded' }
  /** `args`: a note, where others were approved than those proposed. */
  | { readonly kind: 'approved'; readonly by: Author; readonly at: number; readonly args: BlobHash | null; readonly draft: DraftId }
  | { readonly kind: 'executed'; readonly by: Author; readonly at: number; readonly args: BlobHash | null }
  | { readonly kind: 'rejected'; readonly by: Author; readonly at: number; readonly reason: BlobHash }
  | { readonly kind: 'failed'; readonly fault: BlobHash }
export type Proposed = { readonly id: ProposalId; readonly record: ProposalRecord }

/** A name of its own: no two are proposed in the same microsecond of a file. */
export const proposalIdOf = (by: Author, atMicros: number): ProposalId => asProposalId(`proposal_${hashOf('tract:proposal:1', `${by.kind}:${by.id} ${atMicros}`).slice(0, 24)}`)

/** Oldest first. */
export function listProposed(db: ReadDb, tract: TractHandle): readonly Proposed[] {
  return listProposals(db, tract.key).map(({ id, record }) => ({ id: asProposalId(id), record: JSON.parse(record) as ProposalRecord })).toSorted((a, b) => a.record.at - b.record.at)
}

/** Faults: `proposal/not-found`. */
export function getProposed(db: ReadDb, tract: TractHandle, id: ProposalId): Proposed {
  const row = findProposal(db, tract.key, id)
  if (!row) throw new Fault('proposal/not-found', { id })
  return { id, record: JSON.parse(row.record) as ProposalRecord }
}

/** One that still can be decided. Faults: `proposal/not-found`, `proposal/closed`. */
export function getOpen(db: ReadDb, tract: TractHandle, id: ProposalId): Proposed {
  const proposed = getProposed(db, tract, id)
  const state = stateNow(tract, proposed.record)
  if (state !== 'pending') throw new Fault('proposal/closed', { id, state })
  return proposed
}

/** One that waited too long has lapsed without anybody writing so. */
export function stateNow({ file }: TractHandle, { state, expiresAt }: ProposalRecord): StoredState['kind'] | 'expired' {
  if (state.kind === 'pending' && expiresAt !== null && microsOf(file.ports.clock.now()) >= expiresAt) return 'expired'
  return state.kind
}

/** Proposes (`before` null), or says what became of it. */
export function changeProposal(tx: Tx, id: ProposalId, before: ProposalRecord | null, after: ProposalRecord): void {
  tx.fact({ type: 'proposal_changed', key: id, before: before as JsonObject | null, after: after })
}
