import type { Json } from '../model/json.ts'
import { emptiedFields } from '../model/emptied.ts'
import type { BlobKey } from './blobs.ts'
import type { ReadDb, WriteDb } from './database.ts'
import { searchedUpTo } from './searchIndex.ts'

/**
 * Takes the bytes of texts away: their fields stay, with nothing in them. Their hashes stay too, so all that names them can still be checked. The same
 * text said again is a new row. `by`: the operation that does it.
 */
export function emptyTexts(db: WriteDb, texts: readonly BlobKey[], by: number): void {
  dropWords(db, texts)
  const keys = JSON.stringify(texts)
  for (const [id, rest] of db.rows<[BlobKey, string]>('select id, rest from blobs where rest is not null and id in (select value from json_each(?))', keys)) {
    db.run('update blobs set rest = ? where id = ?', JSON.stringify(emptiedFields(JSON.parse(rest) as { readonly [field: string]: Json })), id)
  }
  db.run(
    `update blobs set text = case when text is null then null else '' end, tokens_o200k = case when type = 'note' then null else -1 end,
       tokens_cl100k = case when type = 'note' then null else -1 end, gone_by = ? where id in (select value from json_each(?))`,
    by, keys,
  )
}

/** Takes the words of texts out of the search index. The index holds no texts to take them from one by one: what is left of it is put together anew. */
function dropWords(db: WriteDb, texts: readonly BlobKey[]): void {
  const indexed = texts.filter((key) => key <= searchedUpTo(db))
  if (indexed.length === 0) return
  db.run('delete from search_text where rowid in (select value from json_each(?))', JSON.stringify(indexed))
  db.run("insert into search_text (search_text) values ('optimize')")
}

/** How many of these texts the search index has. */
export const countIndexed = (db: ReadDb, texts: readonly BlobKey[]): number => texts.filter((key) => key <= searchedUpTo(db)).length
