import { searchText } from '../model/contentTypes.ts'
import type { JsonObject } from '../model/json.ts'
import { plainText } from '../model/searchWords.ts'
import { wordsIn } from '../model/text.ts'
import { type BlobKey, toContent } from './blobs.ts'
import { kindCode } from './commitKinds.ts'
import type { CommitKey } from './commits.ts'
import type { ReadDb } from './database.ts'
import type { Text } from './searchScratch.ts'
import type { TractKey } from './tracts.ts'

/** A commit that holds a text which was searched for. */
export type HolderRow = {
  readonly commit: CommitKey
  readonly tract: TractKey
  readonly segment: number
  readonly generation: number
  /** The message that the commit is about; null for the free text of a merge. */
  readonly message: CommitKey | null
  /** The text that matches: the commit's content, or else its free text. */
  readonly text: BlobKey
  /** 1: it is free text, not what a model reads. */
  readonly isNote: 0 | 1
}
/** Which commits are looked at; null: all of them. */
export type HolderFilter = {
  readonly tract: TractKey | null
  readonly upTo: CommitKey
  readonly author: string | null
  readonly types: readonly string[] | null
  readonly roles: readonly string[] | null
  readonly authorKind: string | null
  /** A part of a name, in small letters. */
  readonly model: string | null
  readonly temperature: NumberTerm | null
  /** In epoch microseconds, as before. */
  readonly after: number | null
  readonly before: number | null
}
export type NumberTerm = { readonly operator: 'eq' | 'ne' | 'lt' | 'lte' | 'gt' | 'gte' | 'in'; readonly values: readonly number[] }
/** What was found: by an expression in the index, which reaches to `searched`, and outside of it one by one. */
export type Found = { readonly match: string; readonly searched: BlobKey; readonly beyond: readonly BlobKey[] }

const found = `with found (text) as materialized
  (select rowid from search_text where search_text match ? and rowid <= ? union all select value from json_each(?))`
const messageOf = `case when c.kind in (${kindCode('append')}, ${kindCode('compress')}) then coalesce(c.origin, c.id) else c.target end`
/** The content that tells type and role: the commit's own, or that of the message it is about. */
const contentOf = 'coalesce(c.blob, (select m.blob from commits as m where m.id = c.target))'
const filters = `(? is null or c.tract = ?) and c.id <= ? and (? is null or c.author in (select id from authors where name = ?))
  and (? is null or c.author in (select id from authors where kind = ?)) and (? is null or c.created_at >= ?) and (? is null or c.created_at < ?)
  and (? is null or instr(lower(c.config ->> '$.values.model'), ?) > 0)`
const temperature = "cast(c.config ->> '$.values.temperature' as real)"
const comparisons: { readonly [Operator in NumberTerm['operator']]: string } = { eq: '=', ne: '<>', lt: '<', lte: '<=', gt: '>', gte: '>=', in: '=' }
/** One of the values has to hold. The whole condition is one bound list, so the statement stays the same. */
const warm = (term: NumberTerm | null): string =>
  term === null ? '' : ` and exists (select 1 from json_each(?) where ${temperature} ${comparisons[term.operator]} cast(value as real))`
const kinds = (content: string) => `(? is null or (select type from blobs where id = ${content}) in (select value from json_each(?)))
  and (? is null or (select role from blobs where id = ${content}) in (select value from json_each(?)))`

/** The newest `limit` commits whose content or free text was found; newest first. A negative limit: all. */
export function listHolders(db: ReadDb, what: Found, filter: HolderFilter, limit: number): readonly HolderRow[] {
  return db.all<HolderRow>(
    `${found} select c.id as "commit", c.tract, c.segment, c.generation, ${messageOf} as message,
       case when c.blob in found then c.blob else c.note end as text, case when c.blob in found then 0 else 1 end as isNote
     from commits as c where (c.blob in found or c.note in found) and ${filters}${warm(filter.temperature)} and ${kinds(contentOf)} order by c.id desc limit ?`,
    ...paramsOf(what, filter), limit,
  )
}

/** The newest commits that bring a content, whatever its words; newest first. */
export function listContents(db: ReadDb, filter: HolderFilter, limit: number): readonly HolderRow[] {
  return db.all<HolderRow>(
    `select c.id as "commit", c.tract, c.segment, c.generation, ${messageOf} as message, c.blob as text, 0 as isNote
     from commits as c where c.blob is not null and c.kind in (${kindCode('append')}, ${kindCode('compress')}, ${kindCode('edit')})
     and ${filters}${warm(filter.temperature)} and ${kinds(contentOf)} order by c.id desc limit ?`,
    ...filterParams(filter), limit,
  )
}

/** Commits that a merge or a rebase decided a text in which no commit has as its content; newest first. */
export function listDeciders(db: ReadDb, what: Found, filter: HolderFilter): readonly HolderRow[] {
  const rows = db.all<HolderRow>(
    `${found} select c.id as "commit", c.tract, c.segment, c.generation, r.value ->> '$.message' as message, r.value ->> '$.blob' as text, 0 as isNote
     from commits as c join payloads as p on p."commit" = c.id cross join json_each(p.body, '$.resolutions') as r
     where c.kind in (${kindCode('merge')}, ${kindCode('resolve')}) and (r.value ->> '$.blob') in found and ${filters}${warm(filter.temperature)} and ${kinds("(r.value ->> '$.blob')")}
     order by c.id desc, message`,
    ...paramsOf(what, filter),
  )
  if (rows.length === 0) return rows
  const brought = new Set(
    db.rows<[number, number]>(
      `select ${messageOf}, c.blob from commits as c where c.blob in (select value from json_each(?))`, JSON.stringify(rows.map(({ text }) => text)),
    ).map(String),
  )
  return rows.filter(({ message, text }) => !brought.has(String([message, text])))
}

const paramsOf = ({ match, searched, beyond }: Found, filter: HolderFilter) => [match, searched, JSON.stringify(beyond), ...filterParams(filter)]

function filterParams({ tract, upTo, author, authorKind, after, before, model, temperature: warmth, types, roles }: HolderFilter) {
  const [typeList, roleList] = [types && JSON.stringify(types), roles && JSON.stringify(roles)]
  const once = [tract, tract, upTo, author, author, authorKind, authorKind, after, after, before, before, model, model]
  return [...once, ...(warmth === null ? [] : [JSON.stringify(warmth.values)]), typeList, typeList, roleList, roleList]
}

type BodyRow = [id: BlobKey, type: string, role: string | null, text: string | null, rest: string | null]
const pieceSize = 500

/** The words of every blob after one and up to another, in order; what is gone has none. */
export function* readTexts(db: ReadDb, after: BlobKey, upTo: BlobKey): Generator<Text> {
  for (let last = after; ; ) {
    const rows = db.rows<BodyRow>('select id, type, role, text, rest from blobs where id > ? and id <= ? and gone_by is null order by id limit ?', last, upTo, pieceSize)
    for (const row of rows) yield [row[0], wordsOf(row)]
    last = rows.at(-1)?.[0] ?? last
    if (rows.length < pieceSize) return
  }
}

/** The words of these blobs, of long texts those in the first `most` characters. */
export function listTexts(db: ReadDb, keys: readonly BlobKey[], most: number): readonly Text[] {
  return db
    .rows<BodyRow>('select b.id, b.type, b.role, substr(b.text, 1, ?), b.rest from json_each(?) as k join blobs as b on b.id = k.value', most, JSON.stringify(keys))
    .map((row) => [row[0], wordsOf(row)])
}

/** What people write into the free text of a commit; the rest of it is for programs. */
const freeText = ['message', 'tags', 'metadata', 'reason', 'instructions']

function wordsOf([, type, role, text, rest]: BodyRow): string {
  if (type !== 'note') return plainText(searchText(toContent({ type, role, text, rest })))
  const note = JSON.parse(rest ?? '{}') as JsonObject
  return plainText(wordsIn(freeText.map((field) => note[field] ?? null)))
}
