import type { OpenWorkspace } from '../journal/openWorkspace.ts'
import { transact, type Tx } from '../journal/transact.ts'
import type { JsonObject } from '../model/json.ts'
import { putInQuarantine } from '../store/fsckRepair.ts'
import { asChecker } from './checker.ts'
import { type MergeProblem, mergeProblems } from './mergeChecks.ts'
import { quarantined } from './quarantined.ts'
import { subjectOf } from './subject.ts'

/**
 * Closes waiting merges that can't be finished, and takes answers out that answer nothing: as acts in the journal, so that following it still gives
 * what the file holds. The rows as they were go to the quarantine; gives how many.
 */
export function mendMerges(file: OpenWorkspace): number {
  const subject = subjectOf(file.db, file.db.read)
  const problems = mergeProblems(subject).filter(({ merge }) => subject.tracts.byId.has(merge.tract))
  for (const [tract, ofTract] of Map.groupBy(problems, ({ merge }) => merge.tract)) {
    const codes = [...new Set(ofTract.map(({ code }) => code))].toSorted()
    const handle = asChecker(file, tract, subject.tracts.byId.get(tract)?.uuid ?? '')
    transact(handle, { verb: 'repair', detail: codes.join(', ') }, (tx) => ofTract.forEach((problem) => mend(tx, problem)))
  }
  return problems.length
}

function mend(tx: Tx, { merge, answers }: MergeProblem): void {
  const before = JSON.parse(merge.record) as JsonObject
  putInQuarantine(tx.db, 'merges', quarantined('merges', merge))
  tx.fact({ type: 'merge_changed', key: merge.id, before, after: answers ? { ...before, answers: answersWithout(before['answers'], answers) } : null })
}

/** Where no single one is named, none can be read. */
function answersWithout(all: unknown, loose: readonly string[]): JsonObject {
  if (loose.length === 0) return {}
  return Object.fromEntries(Object.entries(all as JsonObject).filter(([id]) => !loose.includes(id)))
}
