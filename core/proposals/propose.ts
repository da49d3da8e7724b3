import type { TractHandle } from '../journal/openWorkspace.ts'
import { transact, type Tx } from '../journal/transact.ts'
import { boundTo } from '../model/approval.ts'
import { checkTextGiven } from '../model/given.ts'
import type { BlobHash, EpochMs, ProposalId } from '../model/ids.ts'
import type { JsonObject } from '../model/json.ts'
import type { Proposal, ProposalStateKind, ProposedAction } from '../model/proposal.ts'
import { microsOf } from '../model/time.ts'
import { positionOf } from '../history/refs/position.ts'
import { effectNow } from './effect.ts'
import { putWords, type Said, situationOf } from './notes.ts'
import { changeProposal, getProposed, listProposed, type Proposed, proposalIdOf, type ProposalRecord, stateNow } from './proposalRecord.ts'
import { standsAt, viewProposal } from './proposalView.ts'
import { checkWanted, type Toolbox } from './toolbox.ts'

/** What is wanted, by the handle's author, where the handle stands. */
export type Wanted = {
  readonly tool: string
  readonly args: JsonObject
  readonly reasoning: string
  readonly alternatives?: readonly ProposedAction[]
  /** What it is about, in a word; default its arguments. */
  readonly situation?: string
  readonly expiresAt?: EpochMs
  /** It takes the place of what the same author proposed with the same tool and nobody decided. */
  readonly replaces?: boolean
}
export type ProposeResult =
  | { readonly kind: 'proposed'; readonly proposal: Proposal }
  /** The same waits already, or was rejected and nothing changed since: that one. */
  | { readonly kind: 'held'; readonly because: 'alreadyProposed' | 'rejectedBefore'; readonly proposal: Proposal }

/**
 * Puts an act before a person: what it would come to is tried and kept with it. Undo doesn't take it back: it isn't done yet.
 * Faults: `tool/unknown`, `tool/not-allowed`, `tool/bad-arguments`, those of references.
 */
export function propose(tract: TractHandle, toolbox: Toolbox, wanted: Wanted): ProposeResult {
  const { action, risk } = checkWanted(tract, toolbox, wanted.tool, wanted.args)
  checkTextGiven('reasoning', wanted.reasoning)
  const situation = situationOf(nameOf(tract), action, wanted.situation)
  const earlier = findHolding(tract, situation)
  if (earlier) return { kind: 'held', because: earlier.record.state.kind === 'rejected' ? 'rejectedBefore' : 'alreadyProposed', proposal: viewProposal(tract, tract.file.db.read, earlier) }
  const id = transact(tract, { verb: 'propose', detail: wanted.tool }, (tx) => {
    const { branch } = positionOf(tx.db, tract)
    const base = standsAt(tx.db, tract, branch)
    const at = tx.nextAt()
    if (wanted.replaces) supersede(tract, tx, wanted.tool)
    const said: Said = { args: action.args, reasoning: wanted.reasoning, alternatives: wanted.alternatives ?? [], effect: effectNow(tract, toolbox, action) }
    const record: ProposalRecord = {
      branch, at, by: tract.author, tool: wanted.tool, risk, base, said: putWords(tx, said), bound: boundTo(action, base), situation,
      expiresAt: wanted.expiresAt === undefined ? null : microsOf(wanted.expiresAt), state: { kind: 'pending' },
    }
    const made = proposalIdOf(tract.author, at)
    changeProposal(tx, made, null, record)
    return made
  })
  return { kind: 'proposed', proposal: getProposal(tract, id) }
}

export const nameOf = ({ author }: TractHandle): string => `${author.kind}:${author.id}`

/** What keeps a situation from being proposed: one that waits where things still stand so, or a rejection, unless something else became of it later. */
export function findHolding(tract: TractHandle, situation: string): Proposed | undefined {
  const latest = listProposed(tract.file.db.read, tract).findLast(({ record }) => record.situation === situation)
  const state = latest && stateNow(tract, latest.record)
  return state === 'pending' || state === 'approved' || state === 'rejected' ? latest : undefined
}

function supersede(tract: TractHandle, tx: Tx, tool: string): void {
  for (const { id, record } of listProposed(tx.db, tract)) {
    const isSame = record.tool === tool && `${record.by.kind}:${record.by.id}` === nameOf(tract)
    if (isSame && stateNow(tract, record) === 'pending') changeProposal(tx, id, record, { ...record, state: { kind: 'superseded' } })
  }
}

/** Pending ones by default, oldest first. */
export function listProposals(tract: TractHandle, { state = 'pending' }: { readonly state?: ProposalStateKind | 'all' } = {}): readonly Proposal[] {
  return tract.file.db.snapshot((db) => listProposed(db, tract).filter(({ record }) => state === 'all' || stateNow(tract, record) === state).map((proposed) => viewProposal(tract, db, proposed)))
}

/** Faults: `proposal/not-found`. */
export function getProposal(tract: TractHandle, id: ProposalId): Proposal {
  return tract.file.db.snapshot((db) => viewProposal(tract, db, getProposed(db, tract, id)))
}

/** A note's hash for arguments that were approved instead. */
export const putArgs = (tx: Tx, args: JsonObject | null): BlobHash | null => (args === null ? null : putWords(tx, { args }))
