import type { Author, AuthorKind } from '../model/author.ts'
import type { Encoding } from '../model/config.ts'
import type { Content, Role } from '../model/content.ts'
import type { CommitHash } from '../model/ids.ts'
import { toContent } from './blobs.ts'
import { kindOf, type StoredKind } from './commitKinds.ts'
import type { CommitKey } from './commits.ts'
import type { ReadDb } from './database.ts'

/** A commit with only what a drawing of it shows. */
export type DrawnCommit = {
  readonly id: CommitKey
  readonly hash: CommitHash
  readonly kind: StoredKind
  readonly parents: readonly CommitHash[]
  readonly origin: CommitHash | null
  readonly target: CommitHash | null
  readonly author: Author
  /** With which a model wrote it. */
  readonly model: string | null
  readonly temperature: number | null
  /** Epoch microseconds. */
  readonly createdAt: number
  /** Of a long text only the beginning. */
  readonly content: Content | null
  readonly role: Role | null
  /** null where this encoding was never counted, or there is no content. */
  readonly tokens: number | null
  readonly blob: number | null
  /** When its content went for good, in epoch microseconds; null while it is there. */
  readonly goneAt: number | null
}
/** A commit and its parents. */
export type ParentsRow = readonly [id: CommitKey, parent: CommitKey | null, parent2: CommitKey | null]

/** Up to `limit` commits of a line, from `key` backwards to where its segment begins. */
export function listParentsBack(db: ReadDb, key: CommitKey, limit: number): readonly ParentsRow[] {
  return db.rows<ParentsRow>(
    `select c.id, c.parent, c.parent2 from commits as tip cross join commits as c on c.segment = tip.segment and c.generation <= tip.generation
     where tip.id = ? order by c.generation desc limit ?`,
    key, limit,
  )
}

type Columns = [
  id: number, hash: string, kind: number, parent: string, parent2: string, origin: string, target: string, authorKind: AuthorKind, authorName: string, model: string | null, temperature: number | null, createdAt: number,
  blob: number | null, type: string | null, role: Role | null, text: string | null, rest: string | null, tokens: number | null, goneAt: number | null,
]
const tokenColumn = { o200k_base: 'tokens_o200k', cl100k_base: 'tokens_cl100k' } as const
const hashOf = (column: string) => `coalesce((select lower(hex(hash)) from commits where id = c.${column}), '')`

/** In the order of `keys`. */
export function listDrawn(db: ReadDb, keys: readonly CommitKey[], encoding: Encoding): readonly DrawnCommit[] {
  return db.rows<Columns>(
    `select c.id, lower(hex(c.hash)), c.kind, ${hashOf('parent')}, ${hashOf('parent2')}, ${hashOf('origin')}, ${hashOf('target')}, a.kind, a.name, c.config ->> '$.values.model', c.config ->> '$.values.temperature', c.created_at,
       c.blob, b.type, b.role, coalesce(cast(substr(cast(b.text as blob), 1, 1600) as text), b.text), b.rest, max(b.${tokenColumn[encoding]}, 0), (select at from journal where gseq = b.gone_by)
     from json_each(?) as k cross join commits as c on c.id = k.value cross join authors as a on a.id = c.author left join blobs as b on b.id = c.blob order by k.key`,
    JSON.stringify(keys),
  ).map(toDrawn)
}

function toDrawn([id, hash, kind, parent, parent2, origin, target, authorKind, authorName, model, temperature, createdAt, blob, type, role, text, rest, tokens, goneAt]: Columns): DrawnCommit {
  return {
    id, hash: hash as CommitHash, kind: kindOf(kind), parents: [parent, parent2].filter((one) => one !== '') as CommitHash[],
    origin: (origin || null) as CommitHash | null, target: (target || null) as CommitHash | null, author: { kind: authorKind, id: authorName }, model, temperature, createdAt,
    content: type === null ? null : toContent({ type, role, text, rest }), role, tokens, blob, goneAt,
  }
}
