import { kindOf, priorityOf, type StoredKind } from '../../../core/store/commitKinds.ts'
import type { ReadDb } from '../../../core/store/database.ts'
import type { StoredResolution } from '../../../core/store/payloads.ts'
import type { Priority } from '../../../core/model/content.ts'

/** A commit as its row says it. */
export type NaiveCommit = {
  readonly key: number
  readonly hash: string
  /** The change it is, or repeats. */
  readonly change: number
  readonly kind: StoredKind
  readonly parents: readonly number[]
  readonly target: number | null
  readonly blob: number | null
  readonly priority: Priority | null
  readonly replaces: readonly number[]
  readonly resolutions: readonly StoredResolution[]
  /** `kind:name` */
  readonly author: string
  readonly reason: string | null
  /** What the row claims of its history. */
  readonly claims: { readonly depth: number; readonly messages: number; readonly contextMessages: number; readonly contextTokens: number }
}
export type NaiveBlob = { readonly type: string; readonly role: string; readonly text: string }

type CommitColumns = {
  readonly key: number; readonly hash: string; readonly kind: number; readonly parent: number | null; readonly parent2: number | null; readonly origin: number | null
  readonly target: number | null; readonly blob: number | null; readonly priority: number | null; readonly body: string | null; readonly author: string; readonly note: string | null
  readonly depth: number; readonly messages: number; readonly contextMessages: number; readonly contextTokens: number
}

/** Commits of a tract that were written after `after`, oldest first. */
export function readCommits(db: ReadDb, tract: number, after: number): readonly NaiveCommit[] {
  return db
    .all<CommitColumns>(
      `select c.id as key, lower(hex(c.hash)) as hash, c.kind, c.parent, c.parent2, c.origin, c.target, c.blob, c.priority, c.depth, c.messages,
         c.context_messages as contextMessages, c.context_tokens as contextTokens, a.kind || ':' || a.name as author, p.body, n.rest as note
       from commits as c cross join authors as a on a.id = c.author left join payloads as p on p."commit" = c.id left join blobs as n on n.id = c.note
       where c.id > ? and c.tract = ? order by c.id`,
      after, tract,
    )
    .map(toCommit)
}

export function readBlob(db: ReadDb, key: number): NaiveBlob {
  const blob = db.get<NaiveBlob>('select type, role, text from blobs where id = ?', key)
  if (!blob) throw new Error(`no blob ${key}`)
  return blob
}

/** Everything of a tract that can change; `text` is all of it. */
export type NaiveView = {
  readonly refs: ReadonlyMap<string, number>
  readonly branch: string | null
  readonly tip: number | null
  readonly text: string
  /** The journal's last entry. */
  readonly seq: number
}

export function readView(db: ReadDb, tract: number): NaiveView {
  const [row] = db.rows<[refs: string, branch: string | null, at: number | null, rest: string, seq: number]>(
    `select (select json_group_array(json_array(name, "commit")) from (select name, "commit" from refs where tract = t.id order by name)), head_branch, head_commit,
       json_array(name, config, (select json_group_array(json_array(id, record)) from (select id, record from merges where tract = t.id order by id))),
       (select max(gseq) from journal)
     from tracts as t where id = ?`,
    tract,
  )
  if (!row) throw new Error(`no tract ${tract}`)
  const [refsText, branch, at, rest, seq] = row
  const refs = new Map(JSON.parse(refsText) as [string, number][])
  return { refs, branch, tip: branch === null ? at : (refs.get(branch) ?? null), text: [branch, at, refsText, rest].join(' '), seq }
}

function toCommit(row: CommitColumns): NaiveCommit {
  const { key, hash, parent, parent2, target, blob, author, depth, messages, contextMessages, contextTokens } = row
  const body = JSON.parse(row.body ?? '{}') as { replaces?: readonly number[]; resolutions?: readonly StoredResolution[] }
  const note = JSON.parse(row.note ?? '{}') as { reason?: string }
  return {
    key, hash, change: row.origin ?? key, kind: kindOf(row.kind), parents: [parent, parent2].filter((one) => one !== null), target, blob, priority: priorityOf(row.priority),
    replaces: body.replaces ?? [], resolutions: body.resolutions ?? [], author, reason: note.reason ?? null, claims: { depth, messages, contextMessages, contextTokens },
  }
}
