import { messageTokens, tokenCounter } from '../context/tokens.ts'
import { canonicalJson } from '../model/canonicalJson.ts'
import type { Encoding } from '../model/config.ts'
import type { Content, Role } from '../model/content.ts'
import { parseContent, roleOf } from '../model/contentTypes.ts'
import { hashBlob } from '../model/hash.ts'
import type { BlobHash } from '../model/ids.ts'
import { type BlobKey, findBlob, putContent } from '../store/blobs.ts'
import type { ReadDb, WriteDb } from '../store/database.ts'

/** A content that was checked, hashed and counted, before the transaction begins: counting may take a while. */
export type PreparedContent = {
  readonly content: Content
  readonly role: Role
  readonly hash: BlobHash
  readonly sizeBytes: number
  /** Of the whole message. */
  readonly tokens: number
  readonly encoding: Encoding
}

/** Checks a content, hashes it and counts it; one that the file holds already isn't counted again. Faults: `content/invalid`, `value/not-json`. */
export function prepareContent(db: ReadDb, raw: Content, encoding: Encoding): PreparedContent {
  const content = parseContent(raw)
  const canonical = canonicalJson(content)
  const hash = hashBlob(canonical)
  const tokens = findBlob(db, hash, encoding)?.tokens ?? messageTokens(tokenCounter(encoding), content)
  return { content, role: roleOf(content), hash, sizeBytes: Buffer.byteLength(canonical), tokens, encoding }
}

export function putPrepared(db: WriteDb, prepared: PreparedContent): BlobKey {
  return putContent(db, prepared.content, prepared.role, prepared.hash, prepared.sizeBytes, prepared.tokens, prepared.encoding)
}
