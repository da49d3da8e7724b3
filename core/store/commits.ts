import type { Encoding } from '../model/config.ts'
import type { Priority } from '../model/content.ts'
import type { CommitHash } from '../model/ids.ts'
import { type BlobKey, toBytes } from './blobs.ts'
import { encodingCode, encodingOf, kindCode, kindOf, priorityCode, priorityOf, type StoredKind } from './commitKinds.ts'
import type { ReadDb, WriteDb } from './database.ts'

export type CommitKey = number

export type NewCommit = {
  readonly hash: CommitHash
  readonly kind: StoredKind
  readonly parent: CommitPlace | null
  readonly parent2: CommitPlace | null
  readonly origin: CommitKey | null
  readonly target: CommitKey | null
  readonly blob: BlobKey | null
  readonly note: BlobKey | null
  readonly priority: Priority | null
  readonly respondsTo: CommitKey | null
  readonly config: string | null
  /** The tract it is made on. */
  readonly tract: number
  readonly author: number
  /** Epoch microseconds. */
  readonly createdAt: number
  readonly contextTokens: number
  readonly contextMessages: number
  /** Messages in its history, hidden ones and summaries too. */
  readonly messages: number
  readonly encoding: Encoding
  /** Commits in its history, this one too. */
  readonly depth: number
}
/** Where a commit lies on its line. */
export type CommitPlace = { readonly id: CommitKey; readonly segment: number; readonly generation: number }
export type CommitRow = Omit<NewCommit, 'kind' | 'priority' | 'encoding' | 'parent' | 'parent2'> & CommitPlace & {
  readonly parent: CommitKey | null
  readonly kind: StoredKind
  readonly priority: Priority | null
  readonly encoding: Encoding
  readonly parent2: CommitKey | null
}

/** Adds a commit at the end of its parent's segment, or opens a new segment where that end is taken. */
export function insertCommit(db: WriteDb, commit: NewCommit): CommitKey {
  const { segment, generation } = placeAfter(db, commit.parent, commit.parent2)
  return db.run(
    `insert into commits (hash, kind, parent, parent2, segment, generation, origin, target, blob, note, priority, responds_to, config, tract, author, created_at,
       context_tokens, context_messages, messages, encoding, depth) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    toBytes(commit.hash), kindCode(commit.kind), commit.parent?.id ?? null, commit.parent2?.id ?? null, segment, generation, commit.origin, commit.target, commit.blob, commit.note,
    priorityCode(commit.priority), commit.respondsTo, commit.config, commit.tract, commit.author, commit.createdAt,
    commit.contextTokens, commit.contextMessages, commit.messages, encodingCode(commit.encoding), commit.depth,
  )
}

/** What is derived of a commit by folding it. */
export function setTotals(db: WriteDb, key: CommitKey, totals: Pick<NewCommit, 'contextTokens' | 'contextMessages' | 'messages'>): void {
  db.run('update commits set context_tokens = ?, context_messages = ?, messages = ? where id = ?', totals.contextTokens, totals.contextMessages, totals.messages, key)
}

/** A merge's generation may leave a gap in its segment; their order is what counts. */
function placeAfter(db: WriteDb, parent: CommitPlace | null, parent2: CommitPlace | null): { readonly segment: number; readonly generation: number } {
  if (parent === null) return { segment: db.run('insert into segments (parent) values (null)'), generation: 0 }
  const generation = 1 + Math.max(parent.generation, parent2?.generation ?? 0)
  const taken = db.get('select 1 from commits where segment = ? and generation > ? limit 1', parent.segment, parent.generation)
  return { segment: taken ? db.run('insert into segments (parent) values (?)', parent.id) : parent.segment, generation }
}

const columns = `select id, lower(hex(hash)) as hash, kind, parent, parent2, segment, generation, origin, target, blob, note, priority,
  responds_to as respondsTo, config, tract, author, created_at as createdAt, context_tokens as contextTokens, context_messages as contextMessages, messages, encoding, depth from commits`
type Columns = Omit<CommitRow, 'kind' | 'priority' | 'encoding'> & { readonly kind: number; readonly priority: number | null; readonly encoding: number }

export function findCommit(db: ReadDb, key: CommitKey): CommitRow | undefined {
  const row = db.get<Columns>(`${columns} where id = ?`, key)
  return row && toRow(row)
}

export function getCommit(db: ReadDb, key: CommitKey): CommitRow {
  const row = findCommit(db, key)
  if (!row) throw new Error(`BUG: no commit ${key}`)
  return row
}

export function listHashes(db: ReadDb, keys: readonly CommitKey[]): readonly (readonly [CommitKey, CommitHash])[] {
  return db.rows('select id, lower(hex(hash)) from commits where id in (select value from json_each(?))', JSON.stringify(keys))
}

export type CommitTotals = { readonly id: CommitKey; readonly hash: CommitHash; readonly contextTokens: number; readonly encoding: Encoding; readonly messages: number }

/** The hashes and totals of many commits at once. */
export function listTotals(db: ReadDb, keys: readonly CommitKey[]): readonly CommitTotals[] {
  const sql = `select id, lower(hex(hash)) as hash, context_tokens as contextTokens, encoding, messages from commits where id in (select value from json_each(?))`
  return db.all<Omit<CommitTotals, 'encoding'> & { readonly encoding: number }>(sql, JSON.stringify(keys)).map((row) => ({ ...row, encoding: encodingOf(row.encoding) }))
}

/** A commit made on this tract: what other tracts of the file hold is not there for it. */
export function findOwnKey(db: ReadDb, tract: number, hash: string): CommitKey | undefined {
  return db.get<{ id: number }>('select id from commits where hash = ? and tract = ?', toBytes(hash), tract)?.id
}

export const isOwn = (db: ReadDb, tract: number, key: CommitKey): boolean => findCommit(db, key)?.tract === tract

/** Commits that repeat a change: what was picked or rebased from it, directly or by way of other copies. */
export function listCopies(db: ReadDb, change: CommitKey): readonly CommitKey[] {
  return db.rows<[CommitKey]>('select id from commits where origin = ?', change).map(([id]) => id)
}

export function findCommitKey(db: ReadDb, hash: string): CommitKey | undefined {
  return db.get<{ id: number }>('select id from commits where hash = ?', toBytes(hash))?.id
}

export function hashOfCommit(db: ReadDb, key: CommitKey): CommitHash {
  return getHash(db, key) ?? fail(key)
}

export function getHash(db: ReadDb, key: CommitKey): CommitHash | null {
  return db.get<{ hash: CommitHash }>('select lower(hex(hash)) as hash from commits where id = ?', key)?.hash ?? null
}

/** Up to `limit` commits of a tract whose hash starts with `prefix` (lower-case hex, at least 4 characters). */
export function listByPrefix(db: ReadDb, tract: number, prefix: string, limit: number): readonly { readonly id: CommitKey; readonly hash: CommitHash }[] {
  const low = Buffer.from(prefix.padEnd(64, '0'), 'hex')
  const high = Buffer.from(prefix.padEnd(64, 'f'), 'hex')
  return db.all('select id, lower(hex(hash)) as hash from commits where hash between ? and ? and tract = ? and purged_by is null limit ?', low, high, tract, limit)
}

function toRow(row: Columns): CommitRow {
  return { ...row, kind: kindOf(row.kind), priority: priorityOf(row.priority), encoding: encodingOf(row.encoding) }
}

function fail(key: CommitKey): never {
  throw new Error(`BUG: no commit ${key}`)
}

export function parentOf(db: ReadDb, key: CommitKey): CommitKey | null {
  return db.get<{ parent: CommitKey | null }>('select parent from commits where id = ?', key)?.parent ?? null
}
