import type { Author, AuthorKind } from '../model/author.ts'
import type { ConfigLevels, Encoding, LLMConfig } from '../model/config.ts'
import type { CommitKind } from '../model/commit.ts'
import type { Content, Priority, Role } from '../model/content.ts'
import type { CommitHash } from '../model/ids.ts'
import type { JsonObject } from '../model/json.ts'
import { toContent } from './blobs.ts'
import { kindCode, kindOf, kinds, priorityOf, type StoredKind } from './commitKinds.ts'
import type { CommitKey } from './commits.ts'
import type { ReadDb } from './database.ts'
import type { Stretch } from './lines.ts'

/** A commit with all that a reader asks of it, from one query. */
export type CommitView = {
  readonly id: CommitKey
  readonly hash: CommitHash
  readonly kind: StoredKind
  readonly parent: CommitKey | null
  readonly parentHash: CommitHash | null
  readonly parent2: CommitKey | null
  readonly segment: number
  readonly generation: number
  readonly origin: CommitHash | null
  readonly target: CommitHash | null
  readonly priority: Priority | null
  readonly author: Author
  /** Epoch microseconds. */
  readonly createdAt: number
  readonly config: { readonly values: LLMConfig; readonly levels: ConfigLevels } | null
  readonly note: JsonObject
  /** Of a long text only the beginning. */
  readonly content: Content | null
  readonly role: Role | null
  /** null where this encoding was never counted, or there is no content. */
  readonly tokens: number | null
  readonly blob: number | null
  /** When its content went for good, in epoch microseconds; null while it is there. */
  readonly goneAt: number | null
}

type Columns = [
  id: number, hash: CommitHash, kind: number, parent: number | null, parentHash: CommitHash | null, parent2: number | null, segment: number, generation: number,
  origin: CommitHash | null, target: CommitHash | null, priority: number | null, authorKind: AuthorKind, authorName: string, createdAt: number,
  config: string | null, note: string | null, blob: number | null, type: string | null, role: Role | null, text: string | null, rest: string | null, tokens: number | null, goneAt: number | null,
]

const tokenColumn = { o200k_base: 'tokens_o200k', cl100k_base: 'tokens_cl100k' } as const
/** Cut as bytes: as text it would end at the first NUL. An empty text has no bytes, and stays what it is. */
const beginning = 'coalesce(cast(substr(cast(b.text as blob), 1, 2400) as text), b.text)'
const select = (encoding: Encoding) => `select c.id, lower(hex(c.hash)), c.kind, c.parent, lower(hex(p.hash)), c.parent2, c.segment, c.generation,
  lower(hex(o.hash)), lower(hex(t.hash)), c.priority, a.kind, a.name, c.created_at, c.config, n.rest,
  c.blob, b.type, b.role, ${beginning}, b.rest, max(b.${tokenColumn[encoding]}, 0), (select at from journal where gseq = b.gone_by)`
const joins = `join authors as a on a.id = c.author
  left join commits as p on p.id = c.parent left join commits as o on o.id = c.origin left join commits as t on t.id = c.target
  left join blobs as n on n.id = c.note left join blobs as b on b.id = c.blob`

/** In the order of `keys`. */
export function listViews(db: ReadDb, keys: readonly CommitKey[], encoding: Encoding): readonly CommitView[] {
  const sql = `${select(encoding)} from json_each(?) as k join commits as c on c.id = k.value ${joins} order by k.key`
  return db.rows<Columns>(sql, JSON.stringify(keys)).map(toView)
}

/** Only these commits, and every merge: behind one the history goes on in two lines. */
export type Only =
  | { readonly kinds: readonly CommitKind[] }
  /** What a model wrote. */
  | { readonly answers: true }
  /** What introduces a message or changes it, as far as a row tells. */
  | { readonly message: CommitKey; readonly introducedAt: CommitKey }

/** Up to `limit` commits of a stretch, newest first. */
export function listViewsBack(db: ReadDb, { segment, from, to }: Stretch, limit: number, encoding: Encoding, only: Only | null): readonly CommitView[] {
  const [where, ...params] = conditionOf(only)
  const sql = `${select(encoding)} from commits as c ${joins} where c.segment = ? and c.generation between ? and ?${where} order by c.generation desc limit ?`
  return db.rows<Columns>(sql, segment, from, to, ...params, limit).map(toView)
}

function conditionOf(only: Only | null): readonly [where: string, ...params: (string | number)[]] {
  if (only === null) return ['']
  if ('kinds' in only) return [' and (c.kind in (select value from json_each(?)) or c.parent2 is not null)', JSON.stringify(only.kinds.map((kind) => kinds.indexOf(kind)))]
  if ('answers' in only) return [' and (c.config is not null or c.parent2 is not null)']
  return [' and (c.target = ? or c.id = ? or c.kind in (select value from json_each(?)))', only.message, only.introducedAt, settling]
}

/** Kinds that can set a message's text without aiming at it. */
const settling = JSON.stringify([kindCode('merge'), kindCode('resolve')])

/** Whether a model wrote any commit of a tract. */
export const hasAnswers = (db: ReadDb, tract: number): boolean => db.get('select 1 from commits where config is not null and tract = ? limit 1', tract) !== undefined

function toView(row: Columns): CommitView {
  const [id, hash, kind, parent, parentHash, parent2, segment, generation, origin, target, priority, authorKind, authorName, createdAt, config, note, blob, type, role, text, rest, tokens, goneAt] = row
  return {
    id, hash, kind: kindOf(kind), parent, parentHash: parentHash || null, parent2, segment, generation, origin: origin || null, target: target || null,
    priority: priorityOf(priority), author: { kind: authorKind, id: authorName }, createdAt,
    config: config === null ? null : (JSON.parse(config) as CommitView['config']),
    note: note === null ? {} : (JSON.parse(note) as JsonObject),
    content: type === null ? null : toContent({ type, role, text, rest }), role, tokens, blob, goneAt,
  }
}
