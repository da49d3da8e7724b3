import type { Encoding } from '../model/config.ts'
import type { CommitKey } from './commits.ts'
import type { ReadDb } from './database.ts'
import { type LineRow, lineColumns, type Stretch } from './lines.ts'

/** Where a commit lies: a history is painted by these pairs, not commit by commit. */
export type Place = { readonly segment: number; readonly generation: number }

export function getPlace(db: ReadDb, key: CommitKey): Place {
  const place = db.get<Place>('select segment, generation from commits where id = ?', key)
  if (!place) throw new Error(`BUG: no commit ${key}`)
  return place
}

/** The commit and generation that a segment begins with, and the commit it goes on from. */
export function getSegment(db: ReadDb, segment: number): { readonly first: CommitKey; readonly base: number; readonly parent: CommitKey | null } {
  const row = db.get<{ first: CommitKey; base: number; parent: CommitKey | null }>(
    'select id as first, generation as base, (select parent from segments as s where s.id = c.segment) as parent from commits as c where segment = ? order by generation limit 1', segment,
  )
  if (!row) throw new Error(`BUG: no segment ${segment}`)
  return row
}

/** Where a segment goes on from; undefined where it begins a history. */
export function findForkPlace(db: ReadDb, segment: number): Place | undefined {
  return db.get<Place>('select c.segment, c.generation from segments as s join commits as c on c.id = s.parent where s.id = ?', segment)
}

/** The newest commit of a segment at or below a generation. */
export function findCommitAt(db: ReadDb, { segment, generation }: Place): CommitKey | undefined {
  return db.get<{ id: CommitKey }>('select id from commits where segment = ? and generation <= ? order by generation desc limit 1', segment, generation)?.id
}

/** A row of a line, with both parents. */
export type OwnRow = readonly [...row: LineRow, parent: CommitKey | null, parent2: CommitKey | null]

export function readOwnRows(db: ReadDb, { segment, from, to }: Stretch, encoding: Encoding): readonly OwnRow[] {
  return db.rows<OwnRow>(
    `select ${lineColumns(encoding)}, parent, parent2 from commits as c where segment = ? and generation between ? and ? order by generation`, segment, from, to,
  )
}

/** How many commits lie on a stretch. */
export function countStretch(db: ReadDb, { segment, from, to }: Stretch): number {
  return db.get<{ n: number }>('select count(*) as n from commits where segment = ? and generation between ? and ?', segment, from, to)?.n ?? 0
}
