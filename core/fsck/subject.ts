import { kinds, type StoredKind } from '../store/commitKinds.ts'
import type { Database, ReadDb } from '../store/database.ts'
import {
  type BlobHead, type RawAuthor, type RawCommit, type RawEntry, type RawRef, type RawSegment, type RawTract,
  readAuthors, readBlobHeads, readCommits, readEntries, readPayloads, readRefs, readSegments, readTracts,
} from '../store/fsckRows.ts'
import type { Payload } from '../store/payloads.ts'
import { isRecord, jsonOf } from './jsonText.ts'
import { type Replayed, replayEntries } from './replayed.ts'

/** The file under check, on one unchanging view. What several checks look at is read when the first asks for it. */
export type Subject = {
  readonly file: Database
  readonly db: ReadDb
  readonly commits: Rows<RawCommit>
  /** Of each tract, by hash: what records that name commits are held against. */
  readonly commitsByHash: ReadonlyMap<number, ReadonlyMap<string | null, RawCommit>>
  readonly blobs: Rows<BlobHead>
  readonly blobHashes: ReadonlySet<string | null>
  readonly authors: Rows<RawAuthor>
  readonly segments: Rows<RawSegment>
  readonly tracts: Rows<RawTract>
  readonly refs: readonly RawRef[]
  readonly entries: readonly RawEntry[]
  /** Of each commit that names more than its target; what can't be read is left out. */
  readonly payloads: ReadonlyMap<number, Payload>
  /** What the journal says the projections must be. */
  readonly replayed: Replayed
}
export type Rows<Row> = { readonly list: readonly Row[]; readonly byId: ReadonlyMap<number, Row> }

export function subjectOf(file: Database, db: ReadDb): Subject {
  const commits = once(() => indexed(readCommits(db)))
  const commitsByHash = once(() => new Map([...Map.groupBy(commits().list, ({ tract }) => tract)].map(([tract, own]) => [tract, new Map(own.map((commit) => [commit.hash, commit]))])))
  const blobs = once(() => indexed(readBlobHeads(db)))
  const blobHashes = once(() => new Set(blobs().list.map(({ hash }) => hash)))
  const authors = once(() => indexed(readAuthors(db)))
  const segments = once(() => indexed(readSegments(db)))
  const tracts = once(() => indexed(readTracts(db)))
  const refs = once(() => readRefs(db))
  const entries = once(() => readEntries(db))
  const payloads = once(() => new Map(readPayloads(db).flatMap(({ commit, body }) => asPayload(body).map((payload): [number, Payload] => [commit, payload]))))
  const replayed = once(() => replayEntries(entries()))
  return {
    file, db,
    get commits() { return commits() },
    get commitsByHash() { return commitsByHash() },
    get blobs() { return blobs() },
    get blobHashes() { return blobHashes() },
    get authors() { return authors() },
    get segments() { return segments() },
    get tracts() { return tracts() },
    get refs() { return refs() },
    get entries() { return entries() },
    get payloads() { return payloads() },
    get replayed() { return replayed() },
  }
}

export const kindOfRow = ({ kind }: RawCommit): StoredKind | undefined => kinds[kind]
/** The message that a commit introduces, or is a copy of. */
export const changeOf = ({ id, origin }: RawCommit): number => origin ?? id
export const shortHash = (hash: string | null): string => (hash === null ? 'without a hash' : hash.slice(0, 8))
export const nameOfCommit = ({ id, hash }: RawCommit): string => `commit ${shortHash(hash)} (row ${id})`

function asPayload(body: unknown): readonly Payload[] {
  const value = jsonOf(body)
  if (!isRecord(value)) return []
  const { replaces, resolutions, originalTokens } = value
  const isSound = (replaces === undefined || isKeys(replaces)) && (resolutions === undefined || (Array.isArray(resolutions) && resolutions.every(isResolution)))
  return isSound && (originalTokens === undefined || typeof originalTokens === 'number') ? [value] : []
}

const isKeys = (value: unknown): boolean => Array.isArray(value) && value.every((key) => Number.isSafeInteger(key))
const isResolution = (value: unknown): boolean => isRecord(value) && Number.isSafeInteger(value['message'])

function indexed<Row extends { readonly id: number }>(list: readonly Row[]): Rows<Row> {
  return { list, byId: new Map(list.map((row) => [row.id, row])) }
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null
  return () => (made ??= { value: make() }).value
}
