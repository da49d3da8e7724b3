import { messageTokens, tokenCounter } from '../context/tokens.ts'
import { canonicalJson } from '../model/canonicalJson.ts'
import type { Encoding } from '../model/config.ts'
import type { Content, Priority, Role } from '../model/content.ts'
import { parseContent, priorityOf, roleOf, type TypeRows } from '../model/contentTypes.ts'
import type { CustomContentType } from '../model/customTypes.ts'
import { hashBlob } from '../model/hash.ts'
import type { BlobHash } from '../model/ids.ts'
import { type BlobKey, findBlob, putContent } from '../store/blobs.ts'
import { recordType } from '../store/customTypes.ts'
import type { ReadDb, WriteDb } from '../store/database.ts'

/** A content that was checked, hashed and counted, before the transaction begins: counting may take a while. */
export type PreparedContent = {
  readonly content: Content
  readonly role: Role
  /** That a message with it starts with. */
  readonly priority: Priority
  readonly hash: BlobHash
  readonly sizeBytes: number
  /** Of the whole message. */
  readonly tokens: number
  readonly encoding: Encoding
  /** Its type, where that is no type of the library. */
  readonly custom: CustomContentType | null
}

/** Checks a content, hashes it and counts it; one that the file holds already isn't counted again. Faults: `content/invalid`, `value/not-json`. */
export function prepareContent(db: ReadDb, raw: Content, encoding: Encoding): PreparedContent {
  const { types } = db
  const canonical = canonicalOf(raw, types)
  // What is hashed is what is kept, whatever the object says when it is asked again.
  const content = parseContent(JSON.parse(canonical) as Content, types)
  const hash = hashBlob(canonical)
  const role = roleOf(content, types)
  const tokens = findBlob(db, hash, encoding)?.tokens ?? messageTokens(tokenCounter(encoding), { role, content }, types)
  return {
    content, role, hash, tokens, encoding, priority: priorityOf(content.type, types), sizeBytes: Buffer.byteLength(canonical), custom: types.get(content.type)?.custom ?? null,
  }
}

export function putPrepared(db: WriteDb, prepared: PreparedContent): BlobKey {
  if (prepared.custom) recordType(db, prepared.custom)
  return putContent(db, prepared.content, prepared.role, prepared.hash, prepared.sizeBytes, prepared.tokens, prepared.encoding)
}

/** What is wrong with it as a content is told first. */
function canonicalOf(raw: Content, types: TypeRows): string {
  try {
    return canonicalJson(raw)
  } catch (error) {
    parseContent(raw, types)
    throw error
  }
}
