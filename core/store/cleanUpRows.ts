import { type BlobKey, toContent } from './blobs.ts'
import type { CommitKey } from './commits.ts'
import type { ReadDb } from './database.ts'
import { type Payload } from './payloads.ts'
import type { Content } from '../model/content.ts'
import type { Encoding } from '../model/config.ts'
import type { CommitHash } from '../model/ids.ts'
import { type LineRow, lineColumns } from './lines.ts'
import type { TractKey } from './tracts.ts'

/** Of every commit that is there: what it stands on, and which texts it names. In the order of their rows, parents first. */
export type LinkRow = readonly [id: CommitKey, parent: CommitKey | null, parent2: CommitKey | null, blob: BlobKey | null, note: BlobKey | null, kind: number]

export const readLinks = (db: ReadDb): readonly LinkRow[] => db.rows<LinkRow>('select id, parent, parent2, blob, note, kind from commits where purged_by is null order by id')

/** What commits name beyond their own texts, of those that name any. */
export function readNames(db: ReadDb): readonly (readonly [commit: CommitKey, payload: Payload])[] {
  return db.rows<[CommitKey, string]>('select "commit", body from payloads').map(([commit, body]) => [commit, JSON.parse(body) as Payload])
}

/** Bytes of those of these texts that are there. */
export const listSizes = (db: ReadDb, texts: readonly BlobKey[]): ReadonlyMap<BlobKey, number> =>
  new Map(texts.length === 0 ? [] : db.rows<[BlobKey, number]>('select id, size_bytes from blobs where gone_by is null and id in (select value from json_each(?))', JSON.stringify(texts)))

/** Bytes of each text that is there, by row. */
export const readSizes = (db: ReadDb): ReadonlyMap<BlobKey, number> => new Map(db.rows<[BlobKey, number]>('select id, size_bytes from blobs where gone_by is null'))

export type RefRoot = { readonly tract: TractKey; readonly name: string; readonly commit: CommitKey }
export const readAllRefs = (db: ReadDb): readonly RefRoot[] => db.all('select tract, name, "commit" from refs order by tract, name')
export const readDetachedHeads = (db: ReadDb): readonly { readonly tract: TractKey; readonly commit: CommitKey }[] =>
  db.all('select id as tract, head_commit as "commit" from tracts where head_commit is not null')

export type WaitingRecord = { readonly kind: 'merge' | 'compression' | 'proposal' | 'answer'; readonly id: string; readonly tract: TractKey; readonly record: string }

/** All that waits or runs, of all tracts; texts and commits are named in it by hash. */
export function readWaiting(db: ReadDb): readonly WaitingRecord[] {
  return db.all(
    `select 'merge' as kind, id, tract, record from merges union all select 'compression', id, tract, record from compressions
     union all select 'proposal', id, tract, record from proposals where record ->> '$.state.kind' = 'pending'
     union all select 'answer', id, tract, record from partials union all select 'answer', call, tract, record from reply_buffers`,
  )
}

/** What was said when messages were erased, as JSON that names texts by hash. */
export const readReasons = (db: ReadDb): readonly string[] => db.rows<[string]>("select payload from journal where type = 'erased'").map(([payload]) => payload)

/** Proposals that were decided, which stay to be read: as JSON that names texts by hash. */
export const readDecided = (db: ReadDb): readonly string[] => db.rows<[string]>("select record from proposals where record ->> '$.state.kind' <> 'pending'").map(([record]) => record)

/** Blobs of unfinished answers. */
export const readPartialBlobs = (db: ReadDb): readonly BlobKey[] => db.rows<[BlobKey]>('select blob from partials').map(([blob]) => blob)

export type LeftRow = { readonly gseq: number; readonly tract: TractKey; readonly at: number; readonly type: string; readonly key: string | null; readonly commit: CommitKey | null; readonly before: string | null; readonly after: string | null }

/** What refs, HEADs and records were before they changed, since an entry; newest first. */
export function readLeft(db: ReadDb, after: number): readonly LeftRow[] {
  return db.all<LeftRow>(
    `select gseq, tract, at, type, key, before_commit as "commit", "before", "after" from journal where gseq > ? and is_note = 0
       and (before_commit is not null or type in ('head_moved', 'merge_changed', 'compression_changed', 'draft_created', 'draft_closed', 'proposal_changed')) order by gseq desc`,
    after,
  )
}

/** The last entry that was written at a time (epoch microseconds) or before it; 0 before the first. Entries are in the order of their times. */
export function lastEntryAt(db: ReadDb, at: number): number {
  let [low, high] = [0, db.get<{ max: number | null }>('select max(gseq) as max from journal')?.max ?? 0]
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if ((db.get<{ at: number }>('select at from journal where gseq = ?', middle)?.at ?? 0) <= at) low = middle
    else high = middle - 1
  }
  return low
}

/**
 * The newest time (epoch microseconds) since which so much time passed as the file saw it: between two entries at most `most` counts, and so since the
 * last until `now`. null where not so much has passed yet.
 */
export function timeBefore(db: ReadDb, span: number, now: number, most: number): number | null {
  let [passed, later] = [0, now]
  if (span <= 0) return now
  for (let from = Number.MAX_SAFE_INTEGER; ; ) {
    const rows = db.rows<[gseq: number, at: number]>('select gseq, at from journal where gseq < ? order by gseq desc limit 1000', from)
    for (const [, at] of rows) {
      passed += Math.max(0, Math.min(later - at, most))
      if (passed >= span) return at
      later = at
    }
    if (rows.length < 1000) return null
    from = rows.at(-1)?.[0] ?? 0
  }
}

/** Days between a time and now, as the file saw them. */
export function daysSince(db: ReadDb, at: number, now: number, most: number): number {
  const sql = 'select sum(min(gap, ?)) as sum, max(at) as last from (select at, at - lag(at) over (order by gseq) as gap from journal where at >= ?)'
  const row = db.get<{ sum: number | null; last: number | null }>(sql, most, at)
  return ((row?.sum ?? 0) + Math.max(0, Math.min(now - (row?.last ?? now), most))) / most
}

export type TrashRow = { readonly id: string; readonly tract: TractKey; readonly record: string }
export const readAllTrash = (db: ReadDb): readonly TrashRow[] => db.all('select id, tract, record from trash order by id')

export type LeftoverRow = {
  readonly id: CommitKey; readonly hash: CommitHash; readonly kind: number; readonly tract: string; readonly tractName: string; readonly createdAt: number
  readonly content: Content | null; readonly bytes: number
}

/** These commits as a list of what goes shows them, in the order of `keys`. */
export function listLeftovers(db: ReadDb, keys: readonly CommitKey[]): readonly LeftoverRow[] {
  return db.all<Omit<LeftoverRow, 'content'> & { readonly type: string | null; readonly role: string | null; readonly text: string | null; readonly rest: string | null }>(
    `select c.id, lower(hex(c.hash)) as hash, c.kind, t.uuid as tract, t.name as tractName, c.created_at as createdAt, b.type, b.role, substr(b.text, 1, 600) as text, b.rest,
       coalesce(b.size_bytes, 0) + coalesce(n.size_bytes, 0) as bytes
     from json_each(?) as k cross join commits as c on c.id = k.value join tracts as t on t.id = c.tract left join blobs as b on b.id = c.blob left join blobs as n on n.id = c.note order by k.key`,
    JSON.stringify(keys),
  ).map(({ type, role, text, rest, ...row }) => ({ ...row, content: type === null ? null : toContent({ type, role, text, rest }) }))
}

export const readTractNames = (db: ReadDb): ReadonlyMap<TractKey, { readonly uuid: string; readonly name: string }> =>
  new Map(db.all<{ id: TractKey; uuid: string; name: string }>('select id, uuid, name from tracts').map(({ id, uuid, name }) => [id, { uuid, name }]))

/** How many texts and commits went for good. */
export const countGone = (db: ReadDb): { readonly texts: number; readonly commits: number } =>
  db.get('select (select count(*) from blobs where gone_by is not null) as texts, (select count(*) from commits where purged_by is not null) as commits') ?? { texts: 0, commits: 0 }

/** Commits that bring one of these messages or correct it, on any branch of any tract. */
export function listTextSteps(db: ReadDb, messages: readonly CommitKey[]): readonly CommitKey[] {
  return db.rows<[CommitKey]>(
    `with m (id) as materialized (select value from json_each(?)) select id from commits as c where purged_by is null and
       ((c.kind in (0, 3) and coalesce(c.origin, c.id) in m) or (c.kind = 1 and c.target in m)) order by id`,
    JSON.stringify(messages),
  ).map(([id]) => id)
}

/** A row as the fold takes it, with what its totals are to be compared with. */
export type FoldRow = readonly [...line: LineRow, parent: CommitKey | null, encoding: number, contextTokens: number, contextMessages: number]

/** Every commit that is there, parents first. */
export const readFoldRows = (db: ReadDb, encoding: Encoding): readonly FoldRow[] =>
  db.rows<FoldRow>(`select ${lineColumns(encoding)}, parent, encoding, context_tokens, context_messages from commits as c where purged_by is null order by id`)

/** How many of these commits bring a message of their own. */
export const readMessageSteps = (db: ReadDb, commits: readonly CommitKey[]): number =>
  db.get<{ n: number }>('select count(*) as n from json_each(?) as k cross join commits as c on c.id = k.value where c.kind in (0, 3)', JSON.stringify(commits))?.n ?? 0
