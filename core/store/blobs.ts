import type { Encoding } from '../model/config.ts'
import type { Content, ContentType, Role } from '../model/content.ts'
import type { BlobHash } from '../model/ids.ts'
import type { JsonObject } from '../model/json.ts'
import type { ReadDb, WriteDb } from './database.ts'

export type BlobKey = number
type Body = { readonly type: string; readonly role: string | null; readonly text: string | null; readonly rest: string | null }
export type BlobRow = { readonly id: BlobKey; readonly hash: BlobHash; readonly content: Content; readonly role: Role }

const tokenColumn = { o200k_base: 'tokens_o200k', cl100k_base: 'tokens_cl100k' } as const

/** The key and cached token count of a blob that is there already. `tokens` is null where this encoding was never counted. */
export function findBlob(db: ReadDb, hash: BlobHash, encoding: Encoding): { readonly id: BlobKey; readonly tokens: number | null } | undefined {
  return db.get(`select id, ${tokenColumn[encoding]} as tokens from blobs where hash = ?`, toBytes(hash))
}

export function findBlobKey(db: ReadDb, hash: string): BlobKey | undefined {
  return db.get<{ id: number }>('select id from blobs where hash = ?', toBytes(hash))?.id
}

/** Puts a message's content, once. `tokens` is that of the whole message in `encoding`. */
export function putContent(db: WriteDb, content: Content, role: Role, hash: BlobHash, sizeBytes: number, tokens: number, encoding: Encoding): BlobKey {
  const known = findBlob(db, hash, encoding)
  if (known) {
    if (known.tokens === null) db.run(`update blobs set ${tokenColumn[encoding]} = ? where id = ?`, tokens, known.id)
    return known.id
  }
  const body = bodyOf(content, role)
  return db.run(
    `insert into blobs (hash, type, role, text, rest, size_bytes, ${tokenColumn[encoding]}) values (?, ?, ?, ?, ?, ?, ?)`,
    toBytes(hash), body.type, body.role, body.text, body.rest, sizeBytes, tokens,
  )
}

/** Puts the free text of a commit, or any other JSON that only hangs on an object. */
export function putNote(db: WriteDb, note: JsonObject, hash: BlobHash, canonical: string): BlobKey {
  return findBlobKey(db, hash) ?? db.run("insert into blobs (hash, type, rest, size_bytes) values (?, 'note', ?, ?)", toBytes(hash), JSON.stringify(note), Buffer.byteLength(canonical))
}

export function getBlob(db: ReadDb, key: BlobKey): BlobRow {
  const row = db.get<BlobColumns>(`${blobColumns} where id = ?`, key)
  if (!row) throw new Error(`BUG: no blob ${key}`)
  return toRow(row)
}

export function listBlobs(db: ReadDb, keys: readonly BlobKey[]): readonly BlobRow[] {
  return db
    .rows<[number, string, string, string, string | null, string | null]>(
      `select b.id, lower(hex(b.hash)), b.type, b.role, b.text, b.rest from json_each(?) as k join blobs as b on b.id = k.value`,
      JSON.stringify(keys),
    )
    .map(([id, hash, type, role, text, rest]) => toRow({ id, hash, type, role, text, rest }))
}

type BlobColumns = { readonly id: number; readonly hash: string; readonly type: string; readonly role: string; readonly text: string | null; readonly rest: string | null }
const blobColumns = 'select id, lower(hex(hash)) as hash, type, role, text, rest from blobs'

function toRow(row: BlobColumns): BlobRow {
  return { id: row.id, hash: row.hash as BlobHash, role: row.role as Role, content: toContent(row) }
}

/** The words stand in a column of their own, and so do type and role: most messages are read without parsing JSON. */
function bodyOf(content: Content, role: Role): Body {
  const { type, text, role: _role, ...rest } = content as { type: ContentType; text?: string; role?: Role }
  return { type, role, text: text ?? null, rest: Object.keys(rest).length > 0 ? JSON.stringify(rest) : null }
}

export function toContent(row: Body): Content {
  const fields: Record<string, unknown> = { type: row.type }
  if (row.type === 'dialogue') fields['role'] = row.role
  if (row.text !== null) fields['text'] = row.text
  return (row.rest === null ? fields : { ...fields, ...(JSON.parse(row.rest) as object) }) as unknown as Content
}

export const toBytes = (hash: string): Buffer => Buffer.from(hash, 'hex')
