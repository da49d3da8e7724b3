import { draftByModel } from '../llm/compress/compressByModel.ts'
import { operate } from '../journal/lastOperation.ts'
import type { OpenWorkspace, TractHandle } from '../journal/openWorkspace.ts'
import { operationDone, operationUnderWay } from '../journal/operations.ts'
import { transact, type Tx } from '../journal/transact.ts'
import { boundTo } from '../model/approval.ts'
import { asFault, Fault, toReport } from '../model/fault.ts'
import { checkTextGiven } from '../model/given.ts'
import type { ProposalId } from '../model/ids.ts'
import type { JsonObject } from '../model/json.ts'
import type { ApprovalResult, Proposal, ProposedAction } from '../model/proposal.ts'
import { readHead } from '../store/tracts.ts'
import { effectNow, isSameEffect } from './effect.ts'
import { putWords, saidIn } from './notes.ts'
import { getProposal, putArgs } from './propose.ts'
import { changeProposal, getOpen, type ProposalRecord, type StoredState } from './proposalRecord.ts'
import { actionIn, standsAt } from './proposalView.ts'
import { checkWanted, type Toolbox } from './toolbox.ts'

export type ApproveOptions = { readonly args?: JsonObject; readonly signal?: AbortSignal }

/**
 * Does what was proposed, exactly that, or the same tool with other arguments, which pass the same gate. Where the tract moved on and it would not come
 * to the same, nothing is done (`stale`); what can't be done is told (`failed`). Where a model writes a summary, it waits as a draft.
 * Faults: `proposal/not-found`, `proposal/closed`, `proposal/busy`, `tool/bad-arguments`, `tool/not-allowed`.
 */
export async function approveProposal(tract: TractHandle, toolbox: Toolbox, id: ProposalId, { args, signal }: ApproveOptions = {}): Promise<ApprovalResult> {
  const { record } = getOpen(tract.file.db.read, tract, id)
  checkIdle(tract, id)
  const there = standingFor(tract, record)
  const given = args === undefined ? null : checkWanted(there, toolbox, record.tool, args).action
  const action = given ?? actionIn(record, saidIn(tract.file.db.read, record.said).args)
  if (!isAsShown(tract, there, toolbox, record, action, given !== null)) return lapse(tract, id)
  try {
    return toolbox.asksModel(action) ? await approveLater(tract, there, toolbox, id, action, given, signal) : approveAtOnce(tract, there, toolbox, id, action, given)
  } catch (error) {
    if (Fault.is(error, 'proposal/closed') || asFault(error).code.startsWith('file/')) throw error
    return fail(tract, id, error)
  }
}

/** Says no, and why: the reason goes back to who proposed it. Undo reopens it. Faults: `proposal/not-found`, `proposal/closed`, `input/invalid`. */
export function rejectProposal(tract: TractHandle, id: ProposalId, { reason }: { readonly reason: string }): Proposal {
  checkTextGiven('reason', reason)
  operate(tract, { verb: 'rejectProposal', detail: reason === '' ? null : reason.slice(0, 80).toWellFormed() }, (tx) => {
    const at = tx.nextAt()
    close(tract, tx, id, { kind: 'rejected', by: tract.author, at, reason: putWords(tx, { reason }) })
  })
  return getProposal(tract, id)
}

/** Looks again at what a proposal would come to where its branch stands now, and binds it to that. Faults: `proposal/not-found`, `proposal/closed`. */
export function refreshProposal(tract: TractHandle, toolbox: Toolbox, id: ProposalId): Proposal {
  transact(tract, { verb: 'propose', detail: 'refresh' }, (tx) => {
    const { record } = getOpen(tx.db, tract, id)
    const base = standsAt(tx.db, tract, record.branch)
    const said = saidIn(tx.db, record.said)
    const action = actionIn(record, said.args)
    const effect = effectNow(standingFor(tract, record), toolbox, action)
    const after: ProposalRecord = { ...record, base, bound: boundTo(action, base), said: putWords(tx, { ...said, effect }) }
    if (after.base !== record.base || after.said !== record.said) changeProposal(tx, id, record, after)
  })
  return getProposal(tract, id)
}

/** Where a proposal is carried out: on its branch, by whom it came from. */
function standingFor(tract: TractHandle, { branch, by }: ProposalRecord): TractHandle {
  const isHead = readHead(tract.file.db.read, tract.key).branch === branch
  return { ...tract, author: by, branch: isHead ? null : branch }
}

/** Still bound to what stands there; or the branch moved, and it would do the same to the same messages. Other arguments are what a person wants now. */
function isAsShown(tract: TractHandle, there: TractHandle, toolbox: Toolbox, record: ProposalRecord, action: ProposedAction, isOther: boolean): boolean {
  const { read } = tract.file.db
  const now = standsAt(read, tract, record.branch)
  if (now === null && record.base !== null) return false
  if (isOther || boundTo(action, now) === record.bound) return true
  const { effect } = saidIn(read, record.said)
  const again = effectNow(there, toolbox, action)
  return effect !== null && again !== null && isSameEffect(effect, again)
}

/** The decision and the act are one operation: undo takes both back, and it waits again. */
function approveAtOnce(tract: TractHandle, there: TractHandle, toolbox: Toolbox, id: ProposalId, action: ProposedAction, given: ProposedAction | null): ApprovalResult {
  const done = transact(tract, { verb: 'approveProposal', detail: action.tool }, (tx) => {
    execute(tract, tx, id, given)
    void toolbox.run(there, action, {})
    return operationUnderWay(tract)
  })
  if (done === null) throw new Error(`BUG: approving ${id} left no operation`)
  return { kind: 'executed', operation: operationDone(tract, done.id) }
}

async function approveLater(tract: TractHandle, there: TractHandle, toolbox: Toolbox, id: ProposalId, action: ProposedAction, given: ProposedAction | null, signal: AbortSignal | undefined): Promise<ApprovalResult> {
  const busy = busyIn(tract.file)
  busy.add(id)
  try {
    const options = signal === undefined ? {} : { signal }
    if (action.tool === 'compress') {
      const draft = await draftByModel(there, { ...action.args, ...options } as Parameters<typeof draftByModel>[1])
      transact(tract, { verb: 'approveProposal', detail: action.tool }, (tx) => close(tract, tx, id, { kind: 'approved', by: tract.author, at: tx.nextAt(), args: argsOf(tx, given), draft: draft.id }))
      return { kind: 'draft', draft }
    }
    await toolbox.run(there, action, options)
    return { kind: 'executed', operation: operate(tract, { verb: 'approveProposal', detail: action.tool }, (tx) => execute(tract, tx, id, given)) }
  } finally {
    busy.delete(id)
  }
}

const execute = (tract: TractHandle, tx: Tx, id: ProposalId, given: ProposedAction | null): void => close(tract, tx, id, { kind: 'executed', by: tract.author, at: tx.nextAt(), args: argsOf(tx, given) })

const argsOf = (tx: Tx, given: ProposedAction | null) => putArgs(tx, given && (given.args))

function close(tract: TractHandle, tx: Tx, id: ProposalId, state: StoredState): void {
  const { record } = getOpen(tx.db, tract, id)
  changeProposal(tx, id, record, { ...record, state })
}

function lapse(tract: TractHandle, id: ProposalId): ApprovalResult {
  transact(tract, { verb: 'lapse', detail: 'stale' }, (tx) => close(tract, tx, id, { kind: 'stale' }))
  return { kind: 'stale', proposal: getProposal(tract, id) }
}

function fail(tract: TractHandle, id: ProposalId, error: unknown): ApprovalResult {
  const fault = toReport(asFault(error))
  transact(tract, { verb: 'lapse', detail: 'failed' }, (tx) => close(tract, tx, id, { kind: 'failed', fault: putWords(tx, JSON.parse(JSON.stringify(fault)) as JsonObject) }))
  return { kind: 'failed', fault }
}

const underWay = new WeakMap<OpenWorkspace, Set<ProposalId>>()

function busyIn(file: OpenWorkspace): Set<ProposalId> {
  const busy = underWay.get(file) ?? new Set<ProposalId>()
  underWay.set(file, busy)
  return busy
}

/** Faults: `proposal/busy`. */
function checkIdle({ file }: TractHandle, id: ProposalId): void {
  if (underWay.get(file)?.has(id)) throw new Fault('proposal/busy', { id })
}
