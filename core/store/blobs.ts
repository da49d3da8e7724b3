import type { Encoding } from '../model/config.ts'
import type { Content, Role } from '../model/content.ts'
import { fieldOfWords } from '../model/contentTypes.ts'
import type { BlobHash } from '../model/ids.ts'
import type { JsonObject } from '../model/json.ts'
import type { ReadDb, WriteDb } from './database.ts'
import { noteUnsearched } from './unsearched.ts'

export type BlobKey = number
type Body = { readonly type: string; readonly role: string | null; readonly text: string | null; readonly rest: string | null }
/** `goneAt`: when its bytes went for good (epoch microseconds); its content is empty then. */
export type BlobRow = { readonly id: BlobKey; readonly hash: BlobHash; readonly content: Content; readonly role: Role; readonly goneAt: number | null }

const tokenColumn = { o200k_base: 'tokens_o200k', cl100k_base: 'tokens_cl100k' } as const

/** The key and cached token count of a blob whose bytes are there already. `tokens` is null where this encoding was never counted. */
export function findBlob(db: ReadDb, hash: BlobHash, encoding: Encoding): { readonly id: BlobKey; readonly tokens: number | null } | undefined {
  return db.get(`select id, ${tokenColumn[encoding]} as tokens from blobs where hash = ? and gone_by is null`, toBytes(hash))
}

/** The blob of that hash; one whose bytes are gone only where there is no other. */
export function findBlobKey(db: ReadDb, hash: string): BlobKey | undefined {
  return findWholeKey(db, hash) ?? db.get<{ id: number }>('select id from blobs where hash = ? and gone_by is not null', toBytes(hash))?.id
}

const findWholeKey = (db: ReadDb, hash: string): BlobKey | undefined => db.get<{ id: number }>('select id from blobs where hash = ? and gone_by is null', toBytes(hash))?.id

/** Whether a text of this hash went for good: one that is there again was put there since. */
export const hasGone = (db: ReadDb, hash: string): boolean => db.get('select 1 from blobs where hash = ? and gone_by is not null', toBytes(hash)) !== undefined
/** Whether a text of this hash is there with its bytes. */
export const hasWhole = (db: ReadDb, hash: string): boolean => findWholeKey(db, hash) !== undefined

/** Puts a message's content, once. `tokens` is that of the whole message in `encoding`. */
export function putContent(db: WriteDb, content: Content, role: Role, hash: BlobHash, sizeBytes: number, tokens: number, encoding: Encoding): BlobKey {
  const known = findBlob(db, hash, encoding)
  if (known) {
    if (known.tokens === null) db.run(`update blobs set ${tokenColumn[encoding]} = ? where id = ?`, tokens, known.id)
    return known.id
  }
  const body = bodyOf(content, role)
  const key = db.run(
    `insert into blobs (hash, type, role, text, rest, size_bytes, ${tokenColumn[encoding]}) values (?, ?, ?, ?, ?, ?, ?)`,
    toBytes(hash), body.type, body.role, body.text, body.rest, sizeBytes, tokens,
  )
  return noteUnsearched(db, key, sizeBytes)
}

/** Puts the free text of a commit, or any other JSON that only hangs on an object. */
export function putNote(db: WriteDb, note: JsonObject, hash: BlobHash, canonical: string): BlobKey {
  const known = findWholeKey(db, hash)
  if (known !== undefined) return known
  const sizeBytes = Buffer.byteLength(canonical)
  return noteUnsearched(db, db.run("insert into blobs (hash, type, rest, size_bytes) values (?, 'note', ?, ?)", toBytes(hash), JSON.stringify(note), sizeBytes), sizeBytes)
}

/** The free text of a commit. */
export function getNote(db: ReadDb, key: BlobKey): JsonObject {
  const row = db.get<{ rest: string | null }>('select rest from blobs where id = ?', key)
  if (!row) throw new Error(`BUG: no blob ${key}`)
  return JSON.parse(row.rest ?? '{}') as JsonObject
}

export function hashOfBlob(db: ReadDb, key: BlobKey): BlobHash {
  const row = db.get<{ hash: BlobHash }>('select lower(hex(hash)) as hash from blobs where id = ?', key)
  if (!row) throw new Error(`BUG: no blob ${key}`)
  return row.hash
}

export function listBlobHashes(db: ReadDb, keys: readonly BlobKey[]): ReadonlyMap<BlobKey, BlobHash> {
  return new Map(db.rows<[BlobKey, BlobHash]>('select id, lower(hex(hash)) from blobs where id in (select value from json_each(?))', JSON.stringify(keys)))
}

export function getBlob(db: ReadDb, key: BlobKey): BlobRow {
  const row = db.get<BlobColumns>(`${blobColumns} where id = ?`, key)
  if (!row) throw new Error(`BUG: no blob ${key}`)
  return toRow(row)
}

export function listBlobs(db: ReadDb, keys: readonly BlobKey[]): readonly BlobRow[] {
  return db
    .rows<[number, string, string, string, string | null, string | null, number | null]>(
      `select b.id, lower(hex(b.hash)), b.type, b.role, b.text, b.rest, ${goneAt} from json_each(?) as k join blobs as b on b.id = k.value`,
      JSON.stringify(keys),
    )
    .map(([id, hash, type, role, text, rest, at]) => toRow({ id, hash, type, role, text, rest, goneAt: at }))
}

type BlobColumns = { readonly id: number; readonly hash: string; readonly type: string; readonly role: string; readonly text: string | null; readonly rest: string | null; readonly goneAt: number | null }
const goneAt = '(select at from journal where gseq = b.gone_by)'
const blobColumns = `select id, lower(hex(hash)) as hash, type, role, text, rest, ${goneAt} as goneAt from blobs as b`

function toRow(row: BlobColumns): BlobRow {
  return { id: row.id, hash: row.hash as BlobHash, role: row.role as Role, content: toContent(row), goneAt: row.goneAt }
}

/** The words stand in a column of their own, and so do type and role: most messages are read without parsing JSON. */
function bodyOf(content: Content, role: Role): Body {
  const { type, ...fields } = content as unknown as { readonly type: string; readonly [field: string]: unknown }
  const field = fieldOfWords(type)
  const words = field === null ? null : fields[field]
  const text = typeof words === 'string' ? words : null
  const rest = Object.entries(fields).filter(([name]) => !(name === field && text !== null) && !(name === 'role' && type === 'dialogue'))
  return { type, role, text, rest: rest.length > 0 ? JSON.stringify(Object.fromEntries(rest)) : null }
}

export function toContent({ type, role, text, rest }: Body): Content {
  const fields: Record<string, unknown> = { type }
  if (type === 'dialogue') fields['role'] = role
  if (text !== null) fields[fieldOfWords(type) ?? 'text'] = text
  return (rest === null ? fields : { ...fields, ...(JSON.parse(rest) as object) }) as unknown as Content
}

export const toBytes = (hash: string): Buffer => Buffer.from(hash, 'hex')
