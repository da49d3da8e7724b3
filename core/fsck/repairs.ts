import { replayJournal } from '../journal/replay.ts'
import { canonicalJson } from '../model/canonicalJson.ts'
import type { Role } from '../model/content.ts'
import { encodings } from '../store/commitKinds.ts'
import { setTotals } from '../store/commits.ts'
import type { WriteDb } from '../store/database.ts'
import { readBuffers } from '../store/fsckRows.ts'
import {
  listProjections, makeIndexesAgain, type PlaceOf, putInQuarantine, setDepth, setEncoding, setPayload, setPlaces, setSize, setTokens, takeBuffer, takeLoosePayloads, takeProjections,
} from '../store/fsckRepair.ts'
import { rebuildSearchIndex } from '../store/searchIndex.ts'
import { contentOf, countOf, eachBlob } from './blobChecks.ts'
import type { Code } from './finding.ts'
import { foldAll, tokensReplaced, totalsOf } from './foldChecks.ts'
import { isRecord, jsonOf } from './jsonText.ts'
import { ownOf } from './own.ts'
import { quarantined } from './quarantined.ts'
import type { Subject } from './subject.ts'

/** What puts something right that can be derived, and which findings call for it. Gives the number of rows that went to the quarantine. */
export type RepairStep = { readonly of: readonly Code[]; readonly run: (db: WriteDb, subject: Subject) => number }

/** In an order in which each can build on the ones before. */
export const repairs: readonly RepairStep[] = [
  { of: ['I-07'], run: rebuildIndexes },
  { of: ['I-08'], run: setLoosePayloadsAside },
  { of: ['I-28', 'I-29', 'I-30', 'I-47', 'I-08'], run: rebuildProjections },
  { of: ['I-11'], run: measureTexts },
  { of: ['I-14', 'I-38'], run: countTexts },
  { of: ['I-19', 'I-20'], run: layOut },
  { of: ['I-14'], run: nameEncodings },
  { of: ['I-14', 'I-19', 'I-20', 'I-38'], run: foldAgain },
  { of: ['I-69'], run: setBuffersAside },
  { of: ['I-70'], run: rebuildSearch },
]

function rebuildIndexes(db: WriteDb): number {
  makeIndexesAgain(db)
  return 0
}

function rebuildSearch(db: WriteDb): number {
  rebuildSearchIndex(db)
  return 0
}

function setLoosePayloadsAside(db: WriteDb): number {
  const rows = takeLoosePayloads(db)
  for (const row of rows) putInQuarantine(db, 'payloads', quarantined('payloads', row))
  return rows.length
}

/** Rows that the journal knows nothing of can't be true. */
function rebuildProjections(db: WriteDb, { db: from }: Subject): number {
  const before = takeProjections(db)
  replayJournal(from, db)
  const made = new Set(listProjections(db).map((kept) => `${kept.from} ${String(kept.key)}`))
  const loose = before.filter((kept) => !made.has(`${kept.from} ${String(kept.key)}`))
  for (const { from: table, row } of loose) putInQuarantine(db, table, quarantined(table, row))
  return loose.length
}

function measureTexts(db: WriteDb, subject: Subject): number {
  for (const row of eachBlob(subject)) {
    const content = row[9] === null ? contentOf(row) : null
    const sizeBytes = content === null ? null : Buffer.byteLength(canonicalJson(content))
    if (sizeBytes !== null && sizeBytes !== row[6]) setSize(db, row[0], sizeBytes)
  }
  return 0
}

/** Counts again what was counted; in the encoding of the commit that brought it, always. */
function countTexts(db: WriteDb, subject: Subject): number {
  const { types } = subject.db
  const needed = new Set(subject.commits.list.filter(({ blob }) => blob !== null).map(({ blob, id, encoding }) => `${blob} ${subject.replayed.encodings.get(id) ?? encodings[encoding]}`))
  for (const [id, , type, role, text, rest, size, o200k, cl100k, goneBy] of eachBlob(subject)) {
    if (goneBy !== null) continue
    const content = types.has(type) ? contentOf([id, null, type, role, text, rest, size, o200k, cl100k, null]) : null
    for (const [encoding, stored] of [['o200k_base', o200k], ['cl100k_base', cl100k]] as const) {
      const isWanted = stored !== null || needed.has(`${id} ${encoding}`) || (encoding === 'o200k_base' && cl100k === null)
      const counted = content && isWanted ? countOf(content, role as Role, encoding, types) : type === 'note' ? null : stored
      if (counted !== stored) setTokens(db, id, encoding, counted)
    }
  }
  return 0
}

/** As they would lie if they were written again, one after the other. */
function layOut(db: WriteDb, { commits }: Subject): number {
  const places = new Map<number, PlaceOf>()
  const segments: { readonly id: number; readonly parent: number | null }[] = []
  const ends = new Map<number, number>()
  const depths = new Map<number, number>()
  for (const commit of commits.list) {
    const { id, parent, parent2 } = commit
    const [first, second] = [parent, parent2].map((key) => (key === null ? undefined : places.get(key)))
    const goesOn = first !== undefined && ends.get(first.segment) === parent
    if (!goesOn) segments.push({ id: segments.length + 1, parent })
    const segment = goesOn ? first.segment : segments.length
    places.set(id, { id, segment, generation: first ? 1 + Math.max(first.generation, second?.generation ?? 0) : 0 })
    ends.set(segment, id)
    depths.set(id, 1 + (parent === null ? 0 : (depths.get(parent) ?? 0)) + (parent2 === null ? 0 : ownOf(commits.byId, commit).length))
    if (depths.get(id) !== commit.depth) setDepth(db, id, depths.get(id) ?? 1)
  }
  setPlaces(db, segments, [...places.values()])
  return 0
}

/** Totals are counted in the encoding that the tract's settings named. */
function nameEncodings(db: WriteDb, { commits, replayed }: Subject): number {
  for (const { id, encoding } of commits.list) {
    const code = encodings.findIndex((name) => name === replayed.encodings.get(id))
    if (code !== -1 && code !== encoding) setEncoding(db, id, code)
  }
  return 0
}

function foldAgain(db: WriteDb, subject: Subject): number {
  foldAll(subject, {
    before: (commit, state) => {
      const payload = subject.payloads.get(commit.id)
      const tokens = payload?.replaces && commit.origin === null ? tokensReplaced(state, payload.replaces) : null
      if (typeof tokens === 'number' && payload && tokens !== payload.originalTokens) setPayload(db, commit.id, JSON.stringify({ ...payload, originalTokens: tokens }))
    },
    after: (commit, state) => {
      if (commit.purgedBy === null) setTotals(db, commit.id, totalsOf(state))
    },
  })
  return 0
}

function setBuffersAside(db: WriteDb, { tracts }: Subject): number {
  const loose = readBuffers(db).filter(({ record, text, tract }) => !isRecord(jsonOf(record)) || typeof text !== 'string' || !tracts.byId.has(tract))
  for (const { call } of loose) for (const row of takeBuffer(db, call)) putInQuarantine(db, 'reply_buffers', quarantined('reply_buffers', row))
  return loose.length
}
