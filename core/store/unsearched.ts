import type { BlobKey } from './blobs.ts'
import type { WriteDb } from './database.ts'

/** What was put through a connection since the search index last took something in; what others wrote it doesn't know. */
export type Unsearched = { newest: BlobKey; count: number; sizeBytes: number; /** The index reached so far when it was last looked at. */ searched: BlobKey }

const byConnection = new WeakMap<WriteDb, Unsearched>()

export function unsearchedOf(db: WriteDb): Unsearched {
  let known = byConnection.get(db)
  if (!known) byConnection.set(db, (known = { newest: 0, count: 0, sizeBytes: 0, searched: 0 }))
  return known
}

/** Gives the key back. */
export function noteUnsearched(db: WriteDb, key: BlobKey, sizeBytes: number): BlobKey {
  const known = unsearchedOf(db)
  known.newest = key
  known.count += 1
  known.sizeBytes += sizeBytes
  return key
}
