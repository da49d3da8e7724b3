import { resolve } from 'node:path'
import { openWorkspaceOf, type OpenWorkspace } from '../journal/openWorkspace.ts'
import { transact } from '../journal/transact.ts'
import type { Finding, RepairReport } from '../model/fsck.ts'
import type { Database, WriteDb } from '../store/database.ts'
import { restoreSchema, unlockPayloads } from '../store/fsckRepair.ts'
import { openDatabase } from '../store/open.ts'
import { findTract } from '../store/tracts.ts'
import { asChecker } from './checker.ts'
import { fsck } from './fsck.ts'
import { mendCompressions } from './compressionRepairs.ts'
import { mendMerges } from './mergeRepairs.ts'
import { mendProposals } from './proposalRepairs.ts'
import { repairs } from './repairs.ts'
import { saveCopy } from './saveCopy.ts'
import { subjectOf } from './subject.ts'

/**
 * Writes a copy of an open file in which everything that can be derived is derived again: projections from the journal, lines, totals, token counts,
 * indexes. Merges, compressions and proposals that wait for what can't be are closed. Nothing is deleted: rows that can't be true go to the table `quarantine`. The file itself stays as it is. Each tract that something was put
 * right in gets a `repair` entry in its journal. Faults: `file/exists-open`, `file/save-failed`, `file/full`, `file/closed`.
 */
export async function repairCopy(file: OpenWorkspace, path: string, { signal }: { readonly signal?: AbortSignal } = {}): Promise<RepairReport> {
  const report = await saveCopy(file.db, path, signal, (unfinished) => {
    const copy = openDatabase(unfinished, { ifMissing: 'fail', types: file.db.read.types })
    try {
      return repairIn(copy, file)
    } finally {
      copy.close()
    }
  })
  return { path: resolve(path), ...report }
}

function repairIn(copy: Database, file: OpenWorkspace): Omit<RepairReport, 'path'> {
  const safe = fsck(copy, 'deep').findings.filter(({ repair }) => repair === 'safe')
  const setAside = safe.length === 0 ? 0 : copy.write((db) => repairAll(copy, db, safe))
  const mended = safe.some(({ code }) => ofMerges.has(code)) ? mendMerges(openWorkspaceOf(copy, file.ports)) : 0
  const closed = safe.some(({ code }) => code === 'I-47' || code === 'I-80') ? mendCompressions(openWorkspaceOf(copy, file.ports)) : 0
  const taken = safe.some(({ code }) => ofProposals.has(code)) ? mendProposals(openWorkspaceOf(copy, file.ports)) : 0
  const { findings } = fsck(copy, 'deep')
  const isLeft = (one: Finding): boolean => findings.some(({ code, text }) => code === one.code && text === one.text)
  const repaired = safe.filter((one) => !isLeft(one))
  noteRepairs(copy, file, repaired)
  return { repaired, left: findings, quarantined: setAside + mended + closed + taken }
}

/** Only where the journal is sound; making the projections again may bring such a merge back. */
const ofMerges: ReadonlySet<string> = new Set(['I-47', 'I-76', 'I-77', 'I-78', 'I-79'])
const ofProposals: ReadonlySet<string> = new Set(['I-47', 'I-59', 'I-60'])

/** Each step sees what the steps before it made. Gives the number of rows that went to the quarantine. */
function repairAll(copy: Database, db: WriteDb, safe: readonly Finding[]): number {
  const codes = new Set(safe.map(({ code }) => code))
  unlockPayloads(db)
  let quarantined = 0
  for (const { of, run } of repairs) if (of.some((code) => codes.has(code))) quarantined += run(db, subjectOf(copy, db))
  restoreSchema(db)
  return quarantined
}

function noteRepairs(copy: Database, { ports }: OpenWorkspace, repaired: readonly Finding[]): void {
  const file = openWorkspaceOf(copy, ports)
  for (const [id, findings] of Map.groupBy(repaired.filter(({ tract }) => tract !== null), ({ tract }) => tract)) {
    const row = id === null ? undefined : findTract(copy.read, id)
    if (!row || id === null) continue
    const codes = [...new Set(findings.map(({ code }) => code))]
    transact(asChecker(file, row.id, id), { verb: 'repair', detail: codes.join(', ') }, (tx) => tx.note({ type: 'repaired', payload: { codes } }))
  }
}

