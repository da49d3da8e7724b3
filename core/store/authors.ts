import type { Author, AuthorKind } from '../model/author.ts'
import { checkText } from '../model/text.ts'
import type { ReadDb, WriteDb } from './database.ts'

export type AuthorKey = number

/** Faults: `value/not-json`. */
export function authorKey(db: WriteDb, author: Author): AuthorKey {
  checkText(author.id, 'author.id')
  const known = db.get<{ id: number }>('select id from authors where kind = ? and name = ?', author.kind, author.id)
  return known?.id ?? db.run('insert into authors (kind, name) values (?, ?)', author.kind, author.id)
}

export function getAuthor(db: ReadDb, key: AuthorKey): Author {
  const row = db.get<{ kind: AuthorKind; name: string }>('select kind, name from authors where id = ?', key)
  if (!row) throw new Error(`BUG: no author ${key}`)
  return { kind: row.kind, id: row.name }
}
