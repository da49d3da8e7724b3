import type { OpenWorkspace } from '../journal/openWorkspace.ts'
import { transact } from '../journal/transact.ts'
import type { JsonObject } from '../model/json.ts'
import { putInQuarantine } from '../store/fsckRepair.ts'
import { asChecker } from './checker.ts'
import { proposalProblems } from './proposalChecks.ts'
import { quarantined } from './quarantined.ts'
import { subjectOf } from './subject.ts'

/** Takes out proposals that can't be what they were, as acts in the journal. The rows as they were go to the quarantine; gives how many. */
export function mendProposals(file: OpenWorkspace): number {
  const subject = subjectOf(file.db, file.db.read)
  const problems = proposalProblems(subject).filter(({ row }) => subject.tracts.byId.has(row.tract))
  for (const [tract, ofTract] of Map.groupBy(problems, ({ row }) => row.tract)) {
    transact(asChecker(file, tract, subject.tracts.byId.get(tract)?.uuid ?? ''), { verb: 'repair', detail: 'I-59' }, (tx) => {
      for (const { row } of ofTract) {
        putInQuarantine(tx.db, 'proposals', quarantined('proposals', row))
        tx.fact({ type: 'proposal_changed', key: row.id, before: JSON.parse(row.record) as JsonObject, after: null })
      }
    })
  }
  return problems.length
}
