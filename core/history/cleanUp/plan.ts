import type { GcKeptBecause } from '../../model/cleanUp.ts'
import { microsOf } from '../../model/time.ts'
import type { Ranges } from '../../journal/facts.ts'
import type { TractHandle } from '../../journal/openWorkspace.ts'
import type { BlobKey } from '../../store/blobs.ts'
import { lastEntryAt, type LinkRow, readAllTrash, readLinks, timeBefore } from '../../store/cleanUpRows.ts'
import type { CommitKey } from '../../store/commits.ts'
import type { ReadDb } from '../../store/database.ts'
import { journalEnd } from '../../store/journalRows.ts'
import { stepsAbout } from './about.ts'
import { coveredSince } from './covered.ts'
import { type Holders, holdersOf } from './holders.ts'
import { fromRanges } from './ranges.ts'
import { closedDownwards, reach } from './reach.ts'
import { type Root, rootsOf } from './roots.ts'

/** What a clean-up goes by. Times in microseconds; `archive` null: texts under summaries stay. */
export type Wish = { readonly orphan: number; readonly archive: number | null; readonly trash: number; readonly purges: boolean; readonly now: number }
/** What waits in the trash, as it is kept. */
export type TrashRecord = { readonly at: number; readonly commits: Ranges }
export type Batch = { readonly id: string; readonly tract: number; readonly record: TrashRecord; readonly commits: readonly CommitKey[] }

export type Plan = {
  readonly batches: readonly Batch[]
  /** Nothing leads to them, and they are not in the trash yet. */
  readonly trashed: ReadonlySet<CommitKey>
  /** In the trash, though something leads to them again. */
  readonly rescued: ReadonlySet<CommitKey>
  readonly purged: ReadonlySet<CommitKey>
  readonly purgedTexts: ReadonlyMap<BlobKey, number>
  /** The steps that bring what summaries have stood for long enough, and their texts. */
  readonly archived: ReadonlySet<CommitKey>
  readonly archivedTexts: ReadonlyMap<BlobKey, number>
  readonly kept: readonly { readonly because: GcKeptBecause; readonly tract: number; readonly commits: ReadonlySet<CommitKey> }[]
  readonly holders: Holders
}

export const dayMicros = 86_400_000_000

/** Now, for a file: no earlier than its last entry, wherever the clock stands. */
export const nowOf = (tract: TractHandle, db: ReadDb): number => Math.max(microsOf(tract.file.ports.clock.now()), journalEnd(db).at)

/**
 * What a clean-up would do. To the trash go steps by the times in the journal; for good they go only by time that the file saw pass, a day at most
 * between two entries: a clock that jumps removes nothing.
 */
export function planCleanUp(tract: TractHandle, db: ReadDb, wish: Wish): Plan {
  const links = readLinks(db)
  const roots = rootsOf(db, wish.now - wish.orphan, wish.orphan)
  const reached = reach(links, roots.map(({ commit }) => commit))
  const orphans = new Set(links.map(([id]) => id).filter((id) => reached.of(id) === -1))
  const batches = readAllTrash(db).map(toBatch)
  const inTrash = new Set(batches.flatMap(({ commits }) => commits))
  const trashed = new Set([...orphans].filter((id) => !inTrash.has(id)))
  const holders = holdersOf(db, links, lastEntryAt(db, wish.now - wish.orphan))
  const purged = wish.purges ? closedDownwards(links, dueIn(db, batches, orphans, trashed, wish)) : none
  const archived = archivedBy(tract, db, links, roots, wish)
  return {
    batches, trashed, purged, archived, holders,
    rescued: new Set([...inTrash].filter((id) => !orphans.has(id))),
    purgedTexts: holders.heldOnlyBy(purged),
    archivedTexts: archivedTexts(links, holders, archived, purged),
    kept: keptBy(links, roots, reached),
  }
}

/** The same plan, with the trash as it is now. */
export const withTrash = (db: ReadDb, plan: Plan): Plan => ({ ...plan, batches: readAllTrash(db).map(toBatch) })

const none: ReadonlySet<CommitKey> = new Set()

function toBatch({ id, tract, record }: { readonly id: string; readonly tract: number; readonly record: string }): Batch {
  const parsed = JSON.parse(record) as TrashRecord
  return { id, tract, record: parsed, commits: fromRanges(parsed.commits) }
}

/** What has been in the trash for its time. Where that is none, also what goes there now. */
function dueIn(db: ReadDb, batches: readonly Batch[], orphans: ReadonlySet<CommitKey>, trashed: ReadonlySet<CommitKey>, { trash, now }: Wish): ReadonlySet<CommitKey> {
  const before = trash <= 0 ? Infinity : timeBefore(db, trash, now, dayMicros)
  if (before === null) return none
  const waited = batches.filter(({ record }) => record.at <= before).flatMap(({ commits }) => commits)
  return new Set([...waited.filter((id) => orphans.has(id)), ...(trash <= 0 ? trashed : [])])
}

function archivedBy(tract: TractHandle, db: ReadDb, links: readonly LinkRow[], roots: readonly Root[], { archive, now, purges }: Wish): ReadonlySet<CommitKey> {
  const before = archive === null || !purges ? null : timeBefore(db, archive, now, dayMicros)
  if (before === null) return none
  return stepsAbout(db, coveredSince(tract, db, links, new Set(roots.map(({ commit }) => commit)), before))
}

/** A text that a covered message shares with others stays; one it shares with what is purged goes. What people noted about a step stays with it. */
function archivedTexts(links: readonly LinkRow[], holders: Holders, archived: ReadonlySet<CommitKey>, purged: ReadonlySet<CommitKey>): ReadonlyMap<BlobKey, number> {
  if (archived.size === 0) return new Map()
  const already = holders.heldOnlyBy(purged)
  const notes = new Set(links.map(([, , , , note]) => note))
  return new Map([...holders.heldOnlyBy(new Set([...archived, ...purged]))].filter(([text]) => !already.has(text) && !notes.has(text)))
}

/** What no branch and no tag leads to, by what leads there. */
function keptBy(links: readonly LinkRow[], roots: readonly Root[], reached: ReturnType<typeof reach>): Plan['kept'] {
  const groups = new Map<string, { readonly because: GcKeptBecause; readonly tract: number; readonly commits: Set<CommitKey> }>()
  for (const [id] of links) {
    const root = roots[reached.of(id)]
    if (!root || root.because === null) continue
    const { because, tract } = root
    const name = JSON.stringify([tract, because.kind, 'id' in because ? because.id : 'ref' in because ? because.ref : ''])
    const group = groups.get(name)
    if (group) group.commits.add(id)
    else groups.set(name, { because, tract, commits: new Set([id]) })
  }
  return [...groups.values()]
}
