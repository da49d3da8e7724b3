import { type BlobKey, toContent } from './blobs.ts'
import type { CommitKey } from './commits.ts'
import type { ReadDb, WriteDb } from './database.ts'
import type { Content } from '../model/content.ts'
import type { CommitHash } from '../model/ids.ts'
import type { TractKey } from './tracts.ts'

export type HolderOf = {
  readonly commit: CommitKey; readonly hash: CommitHash; readonly kind: number; readonly tract: TractKey; readonly text: BlobKey; readonly bytes: number
  /** The message it is about, by row and by hash; null for a note of a merge. */
  readonly message: CommitKey | null; readonly messageHash: string | null
  readonly isNote: 0 | 1
}

const messageOf = 'case when c.kind in (0, 3) then coalesce(c.origin, c.id) else c.target end'
const columns = (text: string, message: string, isNote: 0 | 1) =>
  `c.id as "commit", lower(hex(c.hash)) as hash, c.kind, c.tract, ${text} as text, (select size_bytes from blobs where id = ${text}) as bytes,
   ${message} as message, (select lower(hex(hash)) from commits where id = ${message}) as messageHash, ${isNote} as isNote`
const resolved = `from payloads as p join commits as c on c.id = p."commit" cross join json_each(p.body, '$.resolutions') as r where (r.value ->> '$.blob') is not null`

/** The texts a message has or had, wherever: as it came, corrected, or decided in a merge; and the notes of steps about it. Those that are still there, or those that went. */
export function listTextsAbout(db: ReadDb, message: CommitKey, which: 'there' | 'gone'): readonly HolderOf[] {
  return db.all<HolderOf>(
    `select * from (
       select ${columns('c.blob', messageOf, 0)} from commits as c where c.blob is not null and ((c.kind in (0, 3) and coalesce(c.origin, c.id) = @m) or (c.kind = 1 and c.target = @m))
       union all select ${columns("(r.value ->> '$.blob')", "(r.value ->> '$.message')", 0)} ${resolved} and (r.value ->> '$.message') = @m
       union all select ${columns('c.note', messageOf, 1)} from commits as c where c.note is not null and ((c.kind in (0, 3) and coalesce(c.origin, c.id) = @m) or c.target = @m)
     ) where text in (select id from blobs where gone_by is ${which === 'gone' ? 'not ' : ''}null) order by isNote, "commit"`.replaceAll('@m', String(message)),
  )
}

/** Everything that holds one of these texts, whatever it is about. */
export function listHoldersOf(db: ReadDb, texts: readonly BlobKey[]): readonly HolderOf[] {
  const keys = JSON.stringify(texts)
  const among = '(select value from json_each(?))'
  return db.all<HolderOf>(
    `select ${columns('c.blob', messageOf, 0)} from commits as c where c.blob in ${among}
     union all select ${columns("(r.value ->> '$.blob')", "(r.value ->> '$.message')", 0)} ${resolved} and (r.value ->> '$.blob') in ${among}
     union all select ${columns('c.note', messageOf, 1)} from commits as c where c.note in ${among}`,
    keys, keys, keys,
  )
}

/**
 * The texts that unfinished answers had which became one of these commits or were kept as one of these texts: what the journal names of the calls that
 * wrote them, and of those they went on from.
 */
export function listDraftTexts(db: ReadDb, commits: readonly CommitKey[], texts: readonly BlobKey[]): readonly DraftRow[] {
  return db.all<DraftRow>(
    `with recursive called (id) as (select coalesce(record ->> '$.of', id) from calls where "commit" in (select value from json_each(?))
       union select after ->> '$.call' from journal where type = 'draft_created' and unhex(after ->> '$.blob') in (select hash from blobs where id in (select value from json_each(?)))
       union select j.after ->> '$.call' from called join calls as c on c.id = called.id join journal as j on j.type = 'draft_created' and j.after ->> '$.blob' = c.record ->> '$.continues')
     select distinct b.id as text, j.tract, b.size_bytes as bytes from journal as j join blobs as b on b.hash = unhex(j.after ->> '$.blob') and b.gone_by is null
     where j.type = 'draft_created' and (j.after ->> '$.call') in (select id from called)`,
    JSON.stringify(commits), JSON.stringify(texts),
  )
}

export type DraftRow = { readonly text: BlobKey; readonly tract: TractKey; readonly bytes: number }

/** Own words with which conflicts about a message were answered, in merges that wait or waited. The name of a conflict ends with the beginning of the message's hash. */
export function listAnswerTexts(db: ReadDb, message: string): readonly DraftRow[] {
  return db.all<DraftRow>(
    `select distinct b.id as text, j.tract, b.size_bytes as bytes from journal as j cross join json_each(j.after, '$.answers') as a join blobs as b on b.hash = unhex(a.value ->> '$.blob')
     where j.type = 'merge_changed' and j.after is not null and (a.value ->> '$.blob') is not null and substr(a.key, -17) = '-' || substr(?, 1, 16) and b.gone_by is null`,
    message,
  )
}

export type TextRow = { readonly id: BlobKey; readonly type: string; readonly content: Content; readonly raw: string }

/** These texts with all their fields. */
export function listWhole(db: ReadDb, texts: readonly BlobKey[]): readonly TextRow[] {
  return db.rows<[BlobKey, string, string | null, string | null, string | null]>(
    'select id, type, role, text, rest from blobs where gone_by is null and id in (select value from json_each(?))', JSON.stringify(texts),
  ).map(([id, type, role, text, rest]) => ({ id, type, content: toContent({ type, role, text, rest }), raw: `${text ?? ''}${rest ?? ''}` }))
}

/** Texts that contain one of these words, other than the named ones; at most `limit`, newest first. */
export function listContaining(db: ReadDb, words: readonly string[], except: readonly BlobKey[], limit: number): readonly BlobKey[] {
  return db.rows<[BlobKey]>(
    `select b.id from blobs as b where b.gone_by is null and b.id not in (select value from json_each(?)) and exists
       (select 1 from json_each(?) as w where instr(b.text, w.value) > 0 or instr(b.rest, substr(json_quote(w.value), 2, length(json_quote(w.value)) - 2)) > 0) order by b.id desc limit ?`,
    JSON.stringify(except), JSON.stringify(words), limit,
  ).map(([id]) => id)
}

/** Summaries that stand for a message, with the text they came with. */
export function listSummariesOf(db: ReadDb, message: CommitKey): readonly HolderOf[] {
  return db.all<HolderOf>(
    `select ${columns('c.blob', messageOf, 0)} from payloads as p join commits as c on c.id = p."commit"
     where c.kind = 3 and exists (select 1 from json_each(p.body, '$.replaces') where value = ?) order by c.id`,
    message,
  )
}

/** The messages, by hash, that have or had one of the texts in these stretches of rows. */
export const listMessagesWith = (db: ReadDb, texts: readonly (readonly [number, number])[]): readonly string[] =>
  db.rows<[string]>(
    `select distinct lower(hex(m.hash)) from commits as c join commits as m on m.id = ${messageOf} where exists (select 1 from json_each(?) as r where c.blob between r.value ->> 0 and r.value ->> 1)`,
    JSON.stringify(texts),
  ).map(([hash]) => hash)

/** Gives a commit a note of its own with the same fingerprint: other commits keep the one they share. */
export function partNote(db: WriteDb, commit: CommitKey, note: BlobKey, by: number): BlobKey {
  const own = db.run(`insert into blobs (hash, type, role, text, rest, size_bytes, gone_by) select hash, type, role, null, '{}', size_bytes, ? from blobs where id = ?`, by, note)
  db.run('update commits set note = ? where id = ?', own, commit)
  return own
}
