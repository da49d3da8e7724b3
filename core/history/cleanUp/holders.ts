import type { BlobKey } from '../../store/blobs.ts'
import { findBlobKey } from '../../store/blobs.ts'
import { type LinkRow, listSizes, readDecided, readLeft, readNames, readPartialBlobs, readReasons, readWaiting } from '../../store/cleanUpRows.ts'
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
  const decided = new Map(readNames(db).map(([commit, { resolutions }]) => [commit, (resolutions ?? []).flatMap(({ blob }) => blob ?? [])]))
  const own = new Map(links.map((link) => [link[0], link]))
  const textsOf = (commit: CommitKey): readonly BlobKey[] => {
    const [, , , blob, note] = own.get(commit) ?? []
    const more = decided.get(commit)
    if (more !== undefined) return [...new Set([blob, note, ...more])].filter((key) => typeof key === 'number')
    return typeof blob === 'number' ? (typeof note === 'number' ? [blob, note] : [blob]) : typeof note === 'number' ? [note] : []
  }
  const counts = countsOf([...own.keys()], textsOf)
  const kept = keptTexts(db, since)
  return {
    textsOf,
    heldOnlyBy(commits) {
      const held = countsOf(commits, textsOf)
      return listSizes(db, [...held].filter(([text, count]) => count === counts.get(text) && !kept.has(text)).map(([text]) => text))
    },
  }
}

function countsOf(commits: Iterable<CommitKey>, textsOf: Holders['textsOf']): ReadonlyMap<BlobKey, number> {
  const counts = new Map<BlobKey, number>()
  for (const commit of commits) for (const text of textsOf(commit)) counts.set(text, (counts.get(text) ?? 0) + 1)
  return counts
}

/** Texts of unfinished answers, why something was erased, what decided proposals say, and what records name, now or since. */
function keptTexts(db: ReadDb, since: number): ReadonlySet<BlobKey> {
  const records = [...readReasons(db), ...readDecided(db), ...readWaiting(db).map(({ record }) => record), ...readLeft(db, since).flatMap(({ before, after }) => [before, after])]
  const named = new Set(records.flatMap(hashesIn))
  return new Set([...readPartialBlobs(db), ...[...named].flatMap((hash) => findBlobKey(db, hash) ?? [])])
}
