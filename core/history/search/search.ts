import { Fault } from '../../model/fault.ts'
import type { Cursor, Page, PageOptions, TractId } from '../../model/ids.ts'
import { microsOf } from '../../model/time.ts'
import type { SearchFilter, SearchHit } from '../../model/search.ts'
import type { OpenWorkspace, TractHandle } from '../../journal/openWorkspace.ts'
import type { CommitKey } from '../../store/commits.ts'
import type { ReadDb } from '../../store/database.ts'
import { maxCommit } from '../../store/maxCommit.ts'
import { findRef } from '../../store/refs.ts'
import { searchedUpTo } from '../../store/searchIndex.ts'
import { type Found, type HolderFilter, type HolderRow, listContents, listDeciders, listHolders, listTexts, readTexts } from '../../store/searchRows.ts'
import { scoreTexts } from '../../store/searchScratch.ts'
import { listTracts } from '../../store/tracts.ts'
import { fromCursor, pageSize, toCursor } from '../cursor.ts'
import { positionOf } from '../refs/position.ts'
import { type Reach, reaches, reachOf } from './reach.ts'
import { describeHits } from './searchHits.ts'
import { areSo } from './states.ts'
import { toNumberTerm } from './numberTerm.ts'
import { parseSearch, type SearchQuery } from './searchQuery.ts'

export type SearchOptions = PageOptions & SearchFilter

/** The newest hits are ordered by how well they match, as far as that shows in the first characters of each text; all others by time. */
const rankedHits = 256
const rankedCharacters = 8000

/**
 * Full text over everything a tract ever held: hidden and compressed messages, old versions, other branches, what no branch holds any more, and the
 * free text of commits. The best of the newest hits come first, then the older ones, newest first. No words, but something asked for beside them,
 * finds every message of which that holds, newest first. Default limit 20. Faults: `search/bad-query`, `branch/not-found`, `cursor/bad`.
 */
export function search(tract: TractHandle, text: string, options: SearchOptions = {}): Page<SearchHit> {
  return searchIn(tract.file, [tract], tract.key, text, options)
}

/** The same over all tracts of the file; `branch` is one of that name in any of them. */
export function searchWorkspace(file: OpenWorkspace, text: string, options: SearchOptions = {}): Page<SearchHit> {
  const tracts = listTracts(file.db.read).map(({ id, uuid }): TractHandle => ({ file, key: id, id: uuid as TractId, author: { kind: 'system', id: 'search' }, branch: null }))
  return searchIn(file, tracts, null, text, options)
}

function searchIn(file: OpenWorkspace, tracts: readonly TractHandle[], only: number | null, text: string, options: SearchOptions): Page<SearchHit> {
  const query = typeof text === 'string' && text.trim() === '' && isAsked(options) ? null : parseSearch(text)
  return file.db.snapshot((db) => {
    const { upTo, offset } = startOf(db, options.cursor)
    const end = offset + pageSize(options.limit, 20)
    const hits = ranked(db, query, listHits(db, query, tracts, only, upTo, Math.max(end, rankedHits) + 1, options))
    return { items: describeHits(db, query, tracts, hits.slice(offset, end)), next: hits.length > end ? toCursor('search', [upTo, end]) : null }
  })
}

/** A list goes up to the newest commit there was when its first page was read, so what is added since moves nothing. */
function startOf(db: ReadDb, cursor: Cursor | null | undefined): { readonly upTo: CommitKey; readonly offset: number } {
  const newest = maxCommit(db)
  if (!cursor) return { upTo: newest, offset: 0 }
  const [upTo = 0, offset, more] = fromCursor('search', cursor, () => true)
  if (upTo > newest || offset === undefined || more !== undefined) throw new Fault('cursor/bad', { cursor })
  return { upTo, offset }
}

/** The newest hits, newest first, at most `limit` of them unless they are picked by branch. */
function listHits(
  db: ReadDb, query: SearchQuery | null, tracts: readonly TractHandle[], tract: number | null, upTo: CommitKey, limit: number, options: SearchFilter,
): readonly HolderRow[] {
  const { branch, is = [] } = options
  const reach = branch === undefined ? null : reachOfBranch(db, tracts, branch)
  const isPicked = reach !== null || is.length > 0 || query === null
  const hits = listRows(db, query, { tract, upTo, ...filterOf(options) }, isPicked ? -1 : limit)
  return areSo(db, tracts, reach ? hits.filter((hit) => reaches(reach, hit)) : hits, is).slice(0, limit)
}

function listRows(db: ReadDb, query: SearchQuery | null, filter: HolderFilter, limit: number): readonly HolderRow[] {
  if (query === null) return newestOfEach(listContents(db, filter, limit))
  const found = find(db, query)
  return [...listHolders(db, found, filter, limit), ...listDeciders(db, found, filter)].sort((a, b) => b.commit - a.commit)
}

/** Where no words are asked for, a message is one hit, however often it was corrected. */
function newestOfEach(rows: readonly HolderRow[]): readonly HolderRow[] {
  const seen = new Set<CommitKey | null>()
  return rows.filter(({ message }) => !seen.has(message) && seen.add(message))
}

function filterOf({ author, authorKind, types, roles, model, temperature, after, before }: SearchFilter): Omit<HolderFilter, 'tract' | 'upTo'> {
  return {
    author: author ?? null, authorKind: authorKind ?? null, types: types ?? null, roles: roles ?? null, after: after === undefined ? null : microsOf(after), before: before === undefined ? null : microsOf(before),
    model: model === undefined ? null : model.toLowerCase(), temperature: temperature === undefined ? null : toNumberTerm('temperature', temperature),
  }
}

/** Whether anything is asked for beside words. */
const isAsked = ({ limit: _limit, cursor: _cursor, ...filter }: SearchOptions): boolean => Object.values(filter).some((value) => value !== undefined)

/** The index doesn't hold the newest texts yet: they are looked through one by one. */
function find(db: ReadDb, { all }: SearchQuery): Found {
  const searched = searchedUpTo(db)
  return { match: all, searched, beyond: [...scoreTexts(readTexts(db, searched, Number.MAX_SAFE_INTEGER), all).keys()] }
}

/** Faults: `branch/not-found`, where no tract has it. */
function reachOfBranch(db: ReadDb, tracts: readonly TractHandle[], branch: string): Reach {
  const having = tracts.filter(({ key }) => findRef(db, key, branch) !== undefined)
  const tips = (having.length > 0 ? having : tracts.slice(0, 1)).map((tract) => positionOf(db, { ...tract, branch }).tip)
  return reachOf(db, tips.filter((tip) => tip !== null))
}

/** Every page of a list ranks the same hits, and each of them by what is the same in every one. */
function ranked(db: ReadDb, query: SearchQuery | null, hits: readonly HolderRow[]): readonly HolderRow[] {
  if (query === null) return hits
  const newest = hits.slice(0, rankedHits)
  const scores = scoreTexts(listTexts(db, [...new Set(newest.map(({ text }) => text))], rankedCharacters), query.all)
  const scoreOf = ({ text }: HolderRow): number => scores.get(text) ?? 0
  return [...newest.toSorted((a, b) => scoreOf(a) - scoreOf(b)), ...hits.slice(rankedHits)]
}
