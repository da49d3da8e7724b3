import { type BlobKey, listBlobHashes } from '../../store/blobs.ts'
import type { ReadDb } from '../../store/database.ts'
import { readRecords } from '../../store/recordRows.ts'
import type { TractKey } from '../../store/tracts.ts'
import { hashesIn } from './roots.ts'

/** Those of these texts that records name, now or ever, each with the tract whose record named it last. */
export function namedByRecords(db: ReadDb, texts: readonly BlobKey[]): ReadonlyMap<BlobKey, TractKey> {
  if (texts.length === 0) return new Map()
  const wanted = new Map([...listBlobHashes(db, texts)].map(([text, hash]) => [hash as string, text]))
  const named = new Map<BlobKey, TractKey>()
  for (const [tract, record] of readRecords(db)) {
    for (const hash of hashesIn(record)) {
      const text = wanted.get(hash)
      if (text !== undefined && !named.has(text)) named.set(text, tract)
    }
  }
  return named
}
