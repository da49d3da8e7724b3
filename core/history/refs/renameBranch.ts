import type { JsonObject } from '../../model/json.ts'
import type { Branch } from '../../model/refs.ts'
import type { TractHandle } from '../../journal/openWorkspace.ts'
import { transact, type Tx } from '../../journal/transact.ts'
import { changeDraft, listDrafted } from '../compress/draftRecord.ts'
import { listPartials } from '../../store/partials.ts'
import { findBranch } from '../../store/refs.ts'
import { listReplyBuffers, setReplyRecord } from '../../store/replyBuffers.ts'
import { readHead } from '../../store/tracts.ts'
import { listMerges, listProposals } from '../../store/waitingRecords.ts'
import { getBranch } from './branches.ts'
import { renameUnderHead } from './moveHead.ts'
import { checkRefName, nameGiven } from './names.ts'
import { branchNotFound } from './position.ts'
import { checkBranchFree, isBranchHere } from './takenNames.ts'

/**
 * Gives a branch another name, also the one HEAD is on. Unfinished answers, answers under way, merges, compressions and proposals that wait on it go with it.
 * Faults: `branch/not-found`, `branch/exists`, `ref/bad-name`.
 */
export function renameBranch(tract: TractHandle, rawFrom: string, rawTo: string): Branch {
  const from = nameGiven(rawFrom)
  const to = checkRefName(rawTo)
  transact(tract, { verb: 'renameBranch', detail: to }, (tx) => {
    if (!isBranchHere(tx.db, tract, from)) throw branchNotFound(tx.db, tract, rawFrom)
    if (from === to) return
    checkBranchFree(tx.db, tract, to, from)
    moveRef(tract, tx, from, to)
    renameInMerges(tract, tx, from, to)
    renameInDrafts(tract, tx, from, to)
    renameInProposals(tract, tx, from, to)
    renameInAnswers(tract, tx, from, to)
  })
  return getBranch(tract, to)
}

/** A branch before its first commit has no ref: it is only where HEAD is. */
function moveRef(tract: TractHandle, tx: Tx, from: string, to: string): void {
  const isCurrent = readHead(tx.db, tract.key).branch === from
  const tip = findBranch(tx.db, tract.key, from)
  if (tip !== undefined) {
    tx.fact({ type: 'ref_updated', key: to, beforeCommit: null, afterCommit: tip })
    tx.fact({ type: 'ref_deleted', key: from, beforeCommit: tip })
  }
  if (isCurrent) renameUnderHead(tx, from, to)
}

function renameInMerges(tract: TractHandle, tx: Tx, from: string, to: string): void {
  for (const { id, record } of listMerges(tx.db, tract.key)) {
    const before = JSON.parse(record) as JsonObject
    if (before['branch'] !== from && before['into'] !== from) continue
    const renamed = (name: 'branch' | 'into') => (before[name] === from ? { [name]: to } : {})
    tx.fact({ type: 'merge_changed', key: id, before, after: { ...before, ...renamed('branch'), ...renamed('into') } })
  }
}

/** What runs at this moment isn't in the journal yet: its record is scratch, and its ending reads the branch from there. */
function renameInAnswers(tract: TractHandle, tx: Tx, from: string, to: string): void {
  const isHere = ({ record }: { readonly record: string }) => (JSON.parse(record) as JsonObject)['branch'] === from
  for (const { id, record } of listPartials(tx.db, tract.key).filter(isHere)) {
    const before = JSON.parse(record) as JsonObject
    tx.fact({ type: 'draft_closed', key: id, before })
    tx.fact({ type: 'draft_created', key: id, after: { ...before, branch: to } })
  }
  for (const { call, record } of listReplyBuffers(tx.db).filter((row) => row.tract === tract.key && isHere(row))) {
    setReplyRecord(tx.db, call, JSON.stringify({ ...(JSON.parse(record) as JsonObject), branch: to }))
  }
}

function renameInDrafts(tract: TractHandle, tx: Tx, from: string, to: string): void {
  for (const { id, record } of listDrafted(tx.db, tract)) if (record.branch === from) changeDraft(tx, id, record, { ...record, branch: to })
}

function renameInProposals(tract: TractHandle, tx: Tx, from: string, to: string): void {
  for (const { id, record } of listProposals(tx.db, tract.key)) {
    const before = JSON.parse(record) as JsonObject
    if (before['branch'] === from) tx.fact({ type: 'proposal_changed', key: id, before, after: { ...before, branch: to } })
  }
}
