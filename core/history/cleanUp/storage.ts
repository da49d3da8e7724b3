import { openStates } from '../../context/states.ts'
import { eachEntry, isShown, type State } from '../../context/state.ts'
import { storeSource } from '../../context/storeSource.ts'
import type { StorageFacts, StorageShare } from '../../model/cleanUp.ts'
import { defaultTractConfig } from '../../model/config.ts'
import { microsOf } from '../../model/time.ts'
import type { OpenWorkspace } from '../../journal/openWorkspace.ts'
import type { BlobKey } from '../../store/blobs.ts'
import { countGone, daysSince, type LinkRow, readAllTrash, readLinks, readNames, readSizes } from '../../store/cleanUpRows.ts'
import type { CommitKey } from '../../store/commits.ts'
import type { ReadDb } from '../../store/database.ts'
import { journalEnd } from '../../store/journalRows.ts'
import { listKeptCopies } from '../../store/keptCopies.ts'
import { dayMicros, type TrashRecord } from './plan.ts'
import { fromRanges } from './ranges.ts'
import { reach } from './reach.ts'
import { rootsOf } from './roots.ts'

/** What a file holds, and what becomes of it; on one unchanging view. */
export function storageFacts({ db: file, ports }: OpenWorkspace): StorageFacts {
  return file.snapshot((db) => {
    const now = Math.max(microsOf(ports.clock.now()), journalEnd(db).at)
    const links = readLinks(db)
    const named = rootsOf(db, now, 0).filter(({ because }) => because === null || because.kind === 'head').map(({ commit }) => commit)
    const batches = readAllTrash(db).map(({ id, record }) => ({ id, ...(JSON.parse(record) as TrashRecord) }))
    const trashed = new Set(batches.flatMap(({ commits }) => fromRanges(commits)))
    const counting = startCounting(db, links)
    countTips(db, counting, new Set(named))
    const reached = reach(links, named)
    const [known, loose] = [links.filter(([id]) => reached.of(id) !== -1), links.filter(([id]) => reached.of(id) === -1)]
    for (const link of known) counting.take('earlier', link)
    for (const link of loose) if (!trashed.has(link[0])) counting.take('leftover', link)
    const inBatches = batches.map(({ id, at, commits }) => {
      const there = new Set(fromRanges(commits))
      const bytes = loose.filter(([key]) => there.has(key)).reduce((sum, link) => sum + counting.take('trash', link), 0)
      return { id, at: at / 1000, commits: there.size, bytes, days: Math.floor(daysSince(db, at, now, dayMicros)) }
    })
    return {
      path: file.path, fileBytes: file.sizeBytes(), freeBytes: (file.pragma('freelist_count') as number) * (file.pragma('page_size') as number),
      live: counting.shares.live, hidden: counting.shares.hidden, covered: counting.shares.covered, earlier: counting.shares.earlier, leftover: counting.shares.leftover,
      trash: { ...counting.shares.trash, batches: inBatches }, gone: countGone(db), copies: listKeptCopies(file.path),
    }
  })
}

type Class = 'live' | 'hidden' | 'covered' | 'earlier' | 'leftover' | 'trash'
type Counting = {
  readonly shares: { readonly [Name in Class]: { -readonly [Field in keyof StorageShare]: StorageShare[Field] } }
  /** Counts a text where it was counted nowhere yet; gives its bytes then. */
  text(name: Class, text: BlobKey): number
  /** A step with all its texts; its bytes of those that were not counted yet. */
  take(name: Class, link: LinkRow): number
}

function startCounting(db: ReadDb, links: readonly LinkRow[]): Counting {
  const left = new Map(readSizes(db))
  const decided = new Map(readNames(db).map(([commit, { resolutions }]) => [commit, (resolutions ?? []).flatMap(({ blob }) => blob ?? [])]))
  const none = () => ({ commits: 0, bytes: 0 })
  const shares = { live: none(), hidden: none(), covered: none(), earlier: none(), leftover: none(), trash: none() }
  const met = new Set<CommitKey>()
  const byText = new Map(links.flatMap(([id, , , blob]) => (blob === null ? [] : [[blob, id] as const])))
  const text = (name: Class, key: BlobKey): number => {
    const bytes = left.get(key)
    if (bytes === undefined) return 0
    left.delete(key)
    const commit = byText.get(key)
    if (commit !== undefined && !met.has(commit)) shares[name].commits += met.add(commit) ? 1 : 0
    shares[name].bytes += bytes
    return bytes
  }
  return {
    shares, text,
    take(name, [id, , , blob, note]) {
      if (!met.has(id)) shares[name].commits += met.add(id) ? 1 : 0
      return [blob, note, ...(decided.get(id) ?? [])].reduce<number>((sum, key) => sum + (key === null ? 0 : text(name, key)), 0)
    },
  }
}

/** Texts as tips have them: what one shows is live, whatever others do with it. */
function countTips(db: ReadDb, counting: Counting, tips: ReadonlySet<CommitKey>): void {
  const states = openStates(storeSource(db, defaultTractConfig.encoding))
  const all = [...tips].toSorted((a, b) => a - b).map((tip) => states.at(tip))
  for (const name of ['live', 'hidden', 'covered'] as const) {
    for (const state of all) eachEntry(state, (entry) => {
      if (classOf(state, entry) === name) counting.text(name, entry.blob)
    })
  }
}

function classOf(state: State, entry: Parameters<typeof isShown>[1]): Class {
  if (isShown(state, entry)) return 'live'
  return entry.priority === 'skip' || (entry.summary !== null && !entry.summary.inForce) ? 'hidden' : 'covered'
}
