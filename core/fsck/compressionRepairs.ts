import type { OpenWorkspace } from '../journal/openWorkspace.ts'
import { transact } from '../journal/transact.ts'
import type { JsonObject } from '../model/json.ts'
import { putInQuarantine } from '../store/fsckRepair.ts'
import { asChecker } from './checker.ts'
import { compressionProblems } from './compressionChecks.ts'
import { quarantined } from './quarantined.ts'
import { subjectOf } from './subject.ts'

/** Closes waiting compressions that can't be decided, as acts in the journal. The rows as they were go to the quarantine; gives how many. */
export function mendCompressions(file: OpenWorkspace): number {
  const subject = subjectOf(file.db, file.db.read)
  const problems = compressionProblems(subject).filter(({ row }) => subject.tracts.byId.has(row.tract))
  for (const [tract, ofTract] of Map.groupBy(problems, ({ row }) => row.tract)) {
    transact(asChecker(file, tract, subject.tracts.byId.get(tract)?.uuid ?? ''), { verb: 'repair', detail: 'I-80' }, (tx) => {
      for (const { row } of ofTract) {
        putInQuarantine(tx.db, 'compressions', quarantined('compressions', row))
        tx.fact({ type: 'compression_changed', key: row.id, before: JSON.parse(row.record) as JsonObject, after: null })
      }
    })
  }
  return problems.length
}
