import { withSeams } from '../model/searchWords.ts'
import type { WriteDb } from './database.ts'
import { openScratch } from './open.ts'

export type Text = readonly [key: number, words: string]

/** Stand around a match in what `markTexts` gives. No text that went through `plainText` has them. */
export const markStart = '\x01'
export const markEnd = '\x02'

/** Which texts match an expression of FTS5, each with its score: the lower the better (bm25, among these texts alone). */
export function scoreTexts(texts: Iterable<Text>, match: string): ReadonlyMap<number, number> {
  return withTexts(texts, (db) => new Map(db.rows<[number, number]>('select rowid, bm25(search_text) from search_text where search_text match ?', match)))
}

/** Those of the texts that match, with marks around each match; characters that are words of their own still have their seams. */
export function markTexts(texts: Iterable<Text>, match: string): ReadonlyMap<number, string> {
  return withTexts(texts, (db) => {
    const rows = db.rows<[number, string]>('select rowid, highlight(search_text, 0, ?, ?) from search_text where search_text match ?', markStart, markEnd, match)
    return new Map(rows)
  })
}

/** Which of these phrases, written as FTS5 takes them, have a word in them. */
export function haveWords(phrases: readonly string[]): readonly boolean[] {
  const texts = phrases.map((phrase, i): Text => [i, phrase])
  return withTexts(texts, (db) => phrases.map((phrase, i) => db.get('select 1 from search_text where search_text match ? and rowid = ?', phrase, i) !== undefined))
}

/** Puts texts into an index in memory that tells words as the file's does, for as long as `body` runs. */
export function withTexts<R>(texts: Iterable<Text>, body: (db: WriteDb) => R): R {
  const scratch = openScratch()
  try {
    return scratch.write((db) => {
      db.run(`create virtual table search_text using fts5 (words, tokenize = "unicode61 remove_diacritics 2")`)
      for (const [key, words] of texts) db.run('insert into search_text (rowid, words) values (?, ?)', key, withSeams(words))
      return body(db)
    })
  } finally {
    scratch.close()
  }
}
