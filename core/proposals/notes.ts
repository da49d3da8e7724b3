import { putNoteOf } from '../history/writeCommit.ts'
import type { Tx } from '../journal/transact.ts'
import { canonicalJson } from '../model/canonicalJson.ts'
import { hashOf } from '../model/hash.ts'
import type { BlobHash } from '../model/ids.ts'
import type { JsonObject } from '../model/json.ts'
import type { ProposedAction, ProposedEffect } from '../model/proposal.ts'
import { findBlobKey, getNote } from '../store/blobs.ts'
import type { ReadDb } from '../store/database.ts'

/** The words of a proposal, which its record names by hash. */
export type Said = { readonly args: JsonObject; readonly reasoning: string; readonly alternatives: readonly ProposedAction[]; readonly effect: ProposedEffect | null }

/** Puts words that a record will name. */
export function putWords(tx: Tx, words: JsonObject): BlobHash {
  const put = putNoteOf(tx.db, words)
  if (put === null) throw new Error('BUG: a note with nothing in it')
  return put.hash
}

export function wordsOf(db: ReadDb, hash: BlobHash): JsonObject {
  const key = findBlobKey(db, hash)
  if (key === undefined) throw new Error(`BUG: a proposal names the text ${hash}, which is not here`)
  return getNote(db, key)
}

export const saidIn = (db: ReadDb, hash: BlobHash): Said => wordsOf(db, hash) as unknown as Said

/** What a proposal is about, for one who proposes: the same name as long as nothing changed. */
export const situationOf = (from: string, { tool, args }: { readonly tool: string; readonly args: object }, situation: string | undefined): string =>
  hashOf('tract:situation:1', canonicalJson({ from, tool, about: situation ?? (args as JsonObject) })).slice(0, 24)
