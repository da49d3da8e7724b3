import { boundTo } from '../model/approval.ts'
import { findBlobKey, getNote } from '../store/blobs.ts'
import { type RawWaiting, readProposals } from '../store/fsckRows.ts'
import type { Found } from './finding.ts'
import { isRecord, jsonOf } from './jsonText.ts'
import type { Subject } from './subject.ts'

/** What doesn't hold of one proposal. */
export type ProposalProblem = { readonly code: 'I-59' | 'I-60'; readonly text: string; readonly row: RawWaiting }
type Fields = { readonly [field: string]: unknown }

export function* checkProposals(subject: Subject): Iterable<Found> {
  for (const { id, tract, record } of readProposals(subject.db)) {
    if (!isRecord(jsonOf(record))) yield { code: 'I-72', text: `The proposal ${id} has a record that is no JSON`, tract }
  }
  for (const { code, text, row } of proposalProblems(subject)) yield { code, text: `The proposal ${row.id} ${text}`, tract: row.tract }
}

/** At most one for each. What can't be read at all is left out. A branch that is gone is no problem: approving says so. */
export function proposalProblems(subject: Subject): readonly ProposalProblem[] {
  return readProposals(subject.db).flatMap((row): readonly ProposalProblem[] => {
    const record = jsonOf(row.record)
    if (!isRecord(record)) return []
    const text = problemOf(subject, row.tract, record)
    if (text !== null) return [{ code: 'I-59', text, row }]
    return isBound(subject, record) ? [] : [{ code: 'I-60', text: 'is about something else than its fingerprint says', row }]
  })
}

function problemOf(subject: Subject, tract: number, { tool, risk, base, said, state }: Fields): string | null {
  if (typeof tool !== 'string' || !risks.has(risk)) return 'names no tool, or a risk that there is none of'
  if (base !== null && (typeof base !== 'string' || subject.commitsByHash.get(tract)?.has(base) !== true)) return "stands on a commit that isn't there"
  if (!isText(subject, said)) return "has words that aren't there"
  return isRecord(state) && isState(subject, state) ? null : 'is in no state that there is'
}

const risks: ReadonlySet<unknown> = new Set(['read', 'annotate', 'rewrite'])

function isState(subject: Subject, { kind, by, at, args, reason, fault, draft }: Fields): boolean {
  const isDecided = isRecord(by) && typeof at === 'number'
  switch (kind) {
    case 'pending':
    case 'stale':
    case 'superseded':
      return true
    case 'approved':
      return isDecided && typeof draft === 'string' && (args === null || isText(subject, args))
    case 'executed':
      return isDecided && (args === null || isText(subject, args))
    case 'rejected':
      return isDecided && isText(subject, reason)
    case 'failed':
      return isText(subject, fault)
    default:
      return false
  }
}

function isBound({ db }: Subject, { tool, base, bound, said }: Fields): boolean {
  const key = findBlobKey(db, said as string)
  const args = key === undefined ? undefined : getNote(db, key)['args']
  return isRecord(args) && boundTo({ tool: tool as string, args }, base as string | null) === bound
}

const isText = ({ blobHashes }: Subject, hash: unknown): boolean => typeof hash === 'string' && blobHashes.has(hash)
