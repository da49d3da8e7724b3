import { Fault } from '../model/fault.ts'
import { withSeams } from '../model/searchWords.ts'
import type { BlobKey } from './blobs.ts'
import type { ReadDb, WriteDb } from './database.ts'
import { readTexts } from './searchRows.ts'
import { withTexts } from './searchScratch.ts'
import { unsearchedOf } from './unsearched.ts'

/** So many blobs, or so much text, may wait for the index: a search looks through them one by one. */
const batch = 256
const batchBytes = 512 * 1024
/** At most so many are taken in at once, unless one transaction brought more: a file whose blobs were never indexed is caught up with bit by bit. */
const mostAtOnce = 2048

/**
 * Takes new blobs into the search index when enough of them wait. Called at the end of each transaction, and written with it, so that what the
 * index holds and how far it reaches are always in step. Where nothing is due it reads nothing.
 */
export function indexNewBlobs(db: WriteDb): void {
  const waiting = unsearchedOf(db)
  if (waiting.newest - waiting.searched < batch && waiting.sizeBytes < batchBytes) return
  waiting.searched = searchedUpTo(db)
  if (waiting.newest - waiting.searched < batch && waiting.sizeBytes < batchBytes) return
  waiting.searched = takeIn(db, waiting.searched, Math.max(mostAtOnce, 2 * waiting.count))
  waiting.count = 0
  waiting.sizeBytes = 0
}

/** Blobs up to this one are in the index, and none after it. */
export function searchedUpTo(db: ReadDb): BlobKey {
  return db.get<{ searched: number }>('select searched from workspace where id = 1')?.searched ?? 0
}

/** Takes blobs out of the index. Their rows must be gone already: a row number that is free again must not count as indexed. */
export function dropFromSearchIndex(db: WriteDb, blobs: readonly BlobKey[]): void {
  db.run('delete from search_text where rowid in (select value from json_each(?))', JSON.stringify(blobs))
  db.run('update workspace set searched = min(searched, (select coalesce(max(id), 0) from blobs)) where id = 1')
  unsearchedOf(db).searched = 0
}

/** Makes the index again from the blobs: from all, or from the first `most` of them, and the others wait. */
export function rebuildSearchIndex(db: WriteDb, most = Infinity): void {
  db.run("insert into search_text (search_text) values ('delete-all')")
  takeIn(db, 0, most)
  unsearchedOf(db).searched = 0
}

/** What is wrong with the index, compared with one made anew in memory; null when nothing is. Faults: none of its own, damage is told. */
export function checkSearchIndex(db: ReadDb): string | null {
  const upTo = searchedUpTo(db)
  if (upTo > (db.get<{ max: number | null }>('select max(id) as max from blobs')?.max ?? 0)) return 'it reaches beyond the last text'
  try {
    return withTexts(readTexts(db, 0, upTo), (fresh) => {
      if (sizesIn(db) !== sizesIn(fresh)) return 'it has other texts than the file, or not all of their words'
      fresh.run('create virtual table terms using fts5vocab (search_text, row)')
      const terms = fresh.rows<[string]>('select term from terms')
      return terms.every(([term]) => postingsIn(db, term) === postingsIn(fresh, term)) ? null : 'it has words in other texts than the file'
    })
  } catch (error) {
    if (Fault.is(error, 'file/damaged')) return error.data.found
    throw error
  }
}

/** Indexes up to `most` blobs after one; gives the last that is in then. */
function takeIn(db: WriteDb, after: BlobKey, most: number): BlobKey {
  let [last, left] = [after, most]
  for (const [key, words] of readTexts(db, after, Number.MAX_SAFE_INTEGER)) {
    if (left-- <= 0) break
    db.run('insert into search_text (rowid, words) values (?, ?)', key, withSeams(words))
    last = key
  }
  db.run('update workspace set searched = ? where id = 1', last)
  return last
}

/** How many words each text has. */
const sizesIn = (db: ReadDb): string => JSON.stringify(db.rows('select id, hex(sz) from search_text_docsize order by id'))

const postingsIn = (db: ReadDb, term: string): string =>
  JSON.stringify(db.rows('select count(*), sum(rowid), sum(rowid * rowid % 1000003) from search_text where search_text match ?', `"${term}"`))
