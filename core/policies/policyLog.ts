import { fromCursor, pageSize, toCursor } from '../history/cursor.ts'
import type { TractHandle } from '../journal/openWorkspace.ts'
import { operationId } from '../journal/operations.ts'
import type { FaultReport } from '../model/fault.ts'
import { asProposalId, type EpochMs, type Page, type PageOptions } from '../model/ids.ts'
import type { PolicyAction, PolicyEntry } from '../model/policy.ts'
import { wordsOf } from '../proposals/notes.ts'
import type { ReadDb } from '../store/database.ts'
import { listPolicyNotesBack } from '../store/policyNotes.ts'
import type { Noted, NotedOutcome } from './memory.ts'

/** Every time a policy acted or was held back, newest first. Default limit 100. Faults: `cursor/bad`. */
export function policyLog(tract: TractHandle, options: PageOptions & { readonly policy?: string } = {}): Page<PolicyEntry> {
  return tract.file.db.snapshot((db) => {
    const limit = pageSize(options.limit, 100)
    const [from = Number.MAX_SAFE_INTEGER] = options.cursor ? fromCursor('policyLog', options.cursor, (gseq) => gseq > 0) : []
    const notes = listPolicyNotesBack(db, tract.key, from, options.policy ?? null, limit + 1)
    const next = notes[limit]
    return { items: notes.slice(0, limit).map(({ at, payload }) => entryOf(db, JSON.parse(payload) as Noted, at / 1000)), next: next ? toCursor('policyLog', [next.gseq]) : null }
  })
}

/** One evaluation as people read it. */
export function entryOf(db: ReadDb, { policy, said, outcome }: Noted, at: EpochMs): PolicyEntry {
  return { policy, at, action: wordsOf(db, said) as unknown as PolicyAction, outcome: outcomeOf(db, outcome) }
}

function outcomeOf(db: ReadDb, outcome: NotedOutcome): PolicyEntry['outcome'] {
  switch (outcome.kind) {
    case 'executed':
      return { kind: 'executed', operation: operationId(outcome.operation) }
    case 'proposed':
      return { kind: 'proposed', proposal: asProposalId(outcome.proposal) }
    case 'failed':
      return { kind: 'failed', fault: wordsOf(db, outcome.fault) as unknown as FaultReport }
    default:
      return outcome
  }
}
