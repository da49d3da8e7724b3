import { type RawWaiting, readCompressions } from '../store/fsckRows.ts'
import type { Found } from './finding.ts'
import { isRecord, jsonOf } from './jsonText.ts'
import type { Subject } from './subject.ts'

/** What doesn't hold of one waiting compression. */
export type CompressionProblem = { readonly text: string; readonly row: RawWaiting }

export function* checkCompressions(subject: Subject): Iterable<Found> {
  for (const { id, tract, record } of readCompressions(subject.db)) {
    if (!isRecord(jsonOf(record))) yield { code: 'I-72', text: `The waiting compression ${id} has a record that is no JSON`, tract }
  }
  for (const { text, row } of compressionProblems(subject)) yield { code: 'I-80', text: `The waiting compression ${row.id} ${text}`, tract: row.tract }
}

/** At most one for each. What can't be read at all is left out. A branch that is gone is no problem: the draft says so itself. */
export function compressionProblems(subject: Subject): readonly CompressionProblem[] {
  return readCompressions(subject.db).flatMap((row) => {
    const record = jsonOf(row.record)
    const text = isRecord(record) ? problemOf(subject, row.tract, record) : null
    return text === null ? [] : [{ text, row }]
  })
}

function problemOf(subject: Subject, tract: number, { branch, wish, again, runs }: { readonly [field: string]: unknown }): string | null {
  if (typeof branch !== 'string' || !Array.isArray(runs) || runs.length === 0) return 'names no branch or no messages'
  if (wish !== null && !isText(subject, wish)) return 'has wishes that are not there'
  if (again !== undefined && !isMessage(subject, tract, again)) return "takes the place of a summary that isn't there"
  for (const run of runs) {
    if (!isRecord(run) || !isSound(subject, tract, run)) return "names messages or texts that aren't there"
  }
  return null
}

function isSound(subject: Subject, tract: number, { messages, seen, versions, chosen }: { readonly [field: string]: unknown }): boolean {
  if (!Array.isArray(messages) || !Array.isArray(seen) || !Array.isArray(versions) || messages.length === 0 || messages.length !== seen.length) return false
  const isVersion = (version: unknown): boolean => isRecord(version) && isText(subject, version['blob']) && (version['guidance'] === null || isText(subject, version['guidance']))
  return messages.every((hash) => isMessage(subject, tract, hash)) && seen.every((hash) => isText(subject, hash)) && versions.every(isVersion) && typeof chosen === 'number' && (versions.length === 0 ? chosen === 0 : versions[chosen] !== undefined)
}

const isMessage = ({ commitsByHash }: Subject, tract: number, hash: unknown): boolean => typeof hash === 'string' && commitsByHash.get(tract)?.has(hash) === true
const isText = ({ blobHashes }: Subject, hash: unknown): boolean => typeof hash === 'string' && blobHashes.has(hash)
