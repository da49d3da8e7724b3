import { createHash, type Hash } from 'node:crypto'
import { readBuffers, readCalls, readCompressions, readMerges, readOperations, readPartials, readPayloads, readProposals, readQuarantine, readTrash, readTypes, readWorkspace } from '../store/fsckRows.ts'
import { eachBlob } from './blobChecks.ts'
import type { Subject } from './subject.ts'

/** Every table, with its rows in the order of their keys. The search index and how far it has come are derived, and so no part of it. */
const tables: { readonly [table: string]: (subject: Subject) => Iterable<unknown> } = {
  workspace: ({ db }) => readWorkspace(db).map(({ id, uuid, createdAt }) => [id, uuid, createdAt]),
  authors: ({ authors }) => authors.list,
  blobs: eachBlob,
  segments: ({ segments }) => segments.list,
  commits: ({ commits }) => commits.list,
  payloads: ({ db }) => readPayloads(db),
  custom_types: ({ db }) => readTypes(db),
  tracts: ({ tracts }) => tracts.list,
  refs: ({ refs }) => refs,
  journal: ({ entries }) => entries,
  operations: ({ db }) => readOperations(db),
  calls: ({ db }) => readCalls(db),
  partials: ({ db }) => readPartials(db),
  merges: ({ db }) => readMerges(db),
  compressions: ({ db }) => readCompressions(db),
  trash: ({ db }) => readTrash(db),
  proposals: ({ db }) => readProposals(db),
  reply_buffers: ({ db }) => readBuffers(db),
  quarantine: ({ db }) => readQuarantine(db),
}

/** One hash over all rows of all tables: the same content gives the same hash, wherever in the file it lies. */
export function digestFile(subject: Subject): string {
  const whole = createHash('sha256')
  for (const [table, rowsOf] of Object.entries(tables)) whole.update(`${table} ${digestRows(rowsOf(subject))}\n`)
  return whole.digest('hex')
}

const portion = 500

function digestRows(rows: Iterable<unknown>): string {
  const hash = createHash('sha256')
  let some: unknown[] = []
  for (const row of rows) {
    some.push(row)
    if (some.length === portion) some = taken(hash, some)
  }
  taken(hash, some)
  return hash.digest('hex')
}

function taken(hash: Hash, rows: readonly unknown[]): unknown[] {
  hash.update(JSON.stringify(rows))
  return []
}
