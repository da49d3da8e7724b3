import type { Encoding } from '../model/config.ts'
import type { CommitKey } from './commits.ts'
import type { ReadDb } from './database.ts'

/** One commit on a line of first parents, with the columns that the fold computes with. */
export type LineRow = readonly [
  id: CommitKey,
  kind: number,
  origin: CommitKey | null,
  target: CommitKey | null,
  blob: number | null,
  priority: number | null,
  tokens: number | null,
]
/** A stretch of a line: the commits of one segment from `from` to `to` (generations, both included). */
export type Stretch = { readonly segment: number; readonly from: number; readonly to: number }

/** The stretch of its segment that ends with a commit, and the commit before it. */
export function stretchOf(db: ReadDb, tip: CommitKey): { readonly stretch: Stretch; readonly parent: CommitKey | null } {
  const at = db.get<{ segment: number; generation: number; parent: CommitKey | null }>(
    'select segment, generation, (select parent from segments as s where s.id = c.segment) as parent from commits as c where id = ?', tip,
  )
  if (!at) throw new Error(`BUG: no commit ${tip}`)
  return { stretch: { segment: at.segment, from: 0, to: at.generation }, parent: at.parent }
}

/** The stretches that a line from the root to `tip` is made of, oldest first. */
export function stretchesTo(db: ReadDb, tip: CommitKey): readonly Stretch[] {
  const stretches: Stretch[] = []
  for (let key: CommitKey | null = tip; key !== null; ) {
    const { stretch, parent }: ReturnType<typeof stretchOf> = stretchOf(db, key)
    stretches.push(stretch)
    key = parent
  }
  return stretches.reverse()
}

const tokenColumn = { o200k_base: 'tokens_o200k', cl100k_base: 'tokens_cl100k' } as const

/** The columns of a `LineRow` from `commits as c`. A sub-select, because SQLite takes longer to set up a join than to read a row. */
export const lineColumns = (encoding: Encoding): string =>
  `id, kind, origin, target, blob, priority, (select ${tokenColumn[encoding]} from blobs as b where b.id = c.blob)`

export function readStretch(db: ReadDb, stretch: Stretch, encoding: Encoding): readonly LineRow[] {
  return db.rows<LineRow>(
    `select c.id, c.kind, c.origin, c.target, c.blob, c.priority, b.${tokenColumn[encoding]}
     from commits as c left join blobs as b on b.id = c.blob where c.segment = ? and c.generation between ? and ? order by c.generation`,
    stretch.segment, stretch.from, stretch.to,
  )
}

export function readLineRow(db: ReadDb, key: CommitKey, encoding: Encoding): { readonly row: LineRow; readonly parent: CommitKey | null } {
  const [row] = db.rows<[...LineRow, CommitKey | null]>(
    `select ${lineColumns(encoding)}, parent from commits as c where id = ?`, key,
  )
  if (!row) throw new Error(`BUG: no commit ${key}`)
  const [id, kind, origin, target, blob, priority, tokens, parent] = row
  return { row: [id, kind, origin, target, blob, priority, tokens], parent }
}

/** The cached token count of a blob; null where this encoding was never counted. */
export function readBlobTokens(db: ReadDb, blob: number, encoding: Encoding): number | null {
  return db.get<{ tokens: number | null }>(`select ${tokenColumn[encoding]} as tokens from blobs where id = ?`, blob)?.tokens ?? null
}
