import type { BlobKey } from '../../store/blobs.ts'
import { findBlobKey } from '../../store/blobs.ts'
import { type LinkRow, readLeft, readNames, readPartialBlobs, readReasons, readSizes, readWaiting } from '../../store/cleanUpRows.ts'
import type { CommitKey } from '../../store/commits.ts'
import type { ReadDb } from '../../store/database.ts'
import { hashesIn } from './roots.ts'

/** Who holds each text. */
export type Holders = {
  /** The texts that these commits hold and nobody else, with their bytes. */
  heldOnlyBy(commits: ReadonlySet<CommitKey>): ReadonlyMap<BlobKey, number>
  textsOf(commit: CommitKey): readonly BlobKey[]
}

/** `since`: what the journal named after this entry is held by it, for undo brings it back. */
export function holdersOf(db: ReadDb, links: readonly LinkRow[], since: number): Holders {
  const sizes = readSizes(db)
  const decided = new Map(readNames(db).map(([commit, { resolutions }]) => [commit, (resolutions ?? []).flatMap(({ blob }) => blob ?? [])]))
  const byCommit = new Map(links.map(([id, , , blob, note]): [CommitKey, readonly BlobKey[]] => [id, [...new Set([blob, note, ...(decided.get(id) ?? [])])].filter((key) => key !== null)]))
  const counts = new Map<BlobKey, number>()
  for (const texts of byCommit.values()) for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1)
  const kept = keptTexts(db, since)
  const textsOf = (commit: CommitKey): readonly BlobKey[] => byCommit.get(commit) ?? []
  return {
    textsOf,
    heldOnlyBy(commits) {
      const held = new Map<BlobKey, number>()
      for (const commit of commits) for (const text of textsOf(commit)) held.set(text, (held.get(text) ?? 0) + 1)
      return new Map([...held].flatMap(([text, count]) => (count === counts.get(text) && !kept.has(text) && sizes.has(text) ? [[text, sizes.get(text) ?? 0] as const] : [])))
    },
  }
}

/** Texts of unfinished answers, why something was erased, and what records name, now or since. */
function keptTexts(db: ReadDb, since: number): ReadonlySet<BlobKey> {
  const records = [...readReasons(db), ...readWaiting(db).map(({ record }) => record), ...readLeft(db, since).flatMap(({ before, after }) => [before, after])]
  const named = new Set(records.flatMap(hashesIn))
  return new Set([...readPartialBlobs(db), ...[...named].flatMap((hash) => findBlobKey(db, hash) ?? [])])
}
