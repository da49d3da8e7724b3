import type { ReadDb } from './database.ts'

/** Rows as they lie in the file, for checking: nothing is taken for granted, so a hash that is no 32 bytes is null. */
export type RawCommit = {
  readonly id: number; readonly hash: string | null; readonly kind: number; readonly parent: number | null; readonly parent2: number | null; readonly segment: number
  readonly generation: number; readonly origin: number | null; readonly target: number | null; readonly blob: number | null; readonly note: number | null
  readonly priority: number | null; readonly respondsTo: number | null; readonly config: string | null; readonly tract: number; readonly author: number; readonly createdAt: number
  readonly messages: number; readonly contextTokens: number; readonly contextMessages: number; readonly encoding: number; readonly depth: number; readonly purgedBy: number | null
}

export function readCommits(db: ReadDb): readonly RawCommit[] {
  return db.all(
    `select id, case when typeof(hash) = 'blob' and length(hash) = 32 then lower(hex(hash)) end as hash, kind, parent, parent2, segment, generation, origin, target, blob, note, priority,
       responds_to as respondsTo, config, tract, author, created_at as createdAt, messages, context_tokens as contextTokens, context_messages as contextMessages, encoding, depth, purged_by as purgedBy
     from commits order by id`,
  )
}

export type RawBlob = readonly [
  id: number, hash: string | null, type: string, role: string | null, text: string | null, rest: string | null, sizeBytes: number, tokensO200k: number | null, tokensCl100k: number | null, goneBy: number | null,
]

/** Up to `limit` blobs after `id`: there may be more text than fits in memory. */
export function readBlobsAfter(db: ReadDb, id: number, limit: number): readonly RawBlob[] {
  return db.rows(
    `select id, case when typeof(hash) = 'blob' and length(hash) = 32 then lower(hex(hash)) end, type, role, "text", rest, size_bytes, tokens_o200k, tokens_cl100k, gone_by
     from blobs where id > ? order by id limit ?`,
    id, limit,
  )
}

/** What can be known of a blob without its text. */
export type BlobHead = {
  readonly id: number; readonly hash: string | null; readonly type: string; readonly role: string | null
  readonly tokensO200k: number | null; readonly tokensCl100k: number | null; readonly hasText: 0 | 1; readonly goneBy: number | null
}

export function readBlobHeads(db: ReadDb): readonly BlobHead[] {
  return db.all(
    `select id, lower(hex(hash)) as hash, type, role, tokens_o200k as tokensO200k, tokens_cl100k as tokensCl100k, coalesce("text", '') <> '' as hasText, gone_by as goneBy from blobs order by id`,
  )
}

export type RawPayload = { readonly commit: number; readonly body: string }
export const readPayloads = (db: ReadDb): readonly RawPayload[] => db.all('select "commit", body from payloads order by "commit"')

export type RawEntry = {
  readonly gseq: number; readonly tract: number; readonly seq: number; readonly operation: number; readonly at: number; readonly author: number; readonly isNote: 0 | 1
  readonly type: string; readonly key: string | null; readonly beforeCommit: number | null; readonly afterCommit: number | null
  readonly before: string | null; readonly after: string | null; readonly payload: string | null; readonly act: string | null; readonly hash: string | null
}

export function readEntries(db: ReadDb): readonly RawEntry[] {
  return db.all(
    `select gseq, tract, seq, operation, at, author, is_note as isNote, type, key, before_commit as beforeCommit, after_commit as afterCommit, "before", "after", payload, act,
       case when typeof(hash) = 'blob' and length(hash) = 32 then lower(hex(hash)) end as hash from journal order by gseq`,
  )
}

export type RawTract = {
  readonly id: number; readonly uuid: string; readonly name: string; readonly config: string; readonly headBranch: string | null; readonly headCommit: number | null
  readonly currentOperation: number | null; readonly redo: string; readonly seq: number; readonly createdAt: number; readonly lastUsedAt: number
}

export function readTracts(db: ReadDb): readonly RawTract[] {
  return db.all(
    `select id, uuid, name, config, head_branch as headBranch, head_commit as headCommit, current_operation as currentOperation, redo, seq, created_at as createdAt, last_used_at as lastUsedAt
     from tracts order by id`,
  )
}

export type RawRef = { readonly tract: number; readonly name: string; readonly commit: number; readonly updatedAt: number }
export const readRefs = (db: ReadDb): readonly RawRef[] => db.all('select tract, name, "commit", updated_at as updatedAt from refs order by tract, name')

export type RawAuthor = { readonly id: number; readonly kind: string; readonly name: string }
export const readAuthors = (db: ReadDb): readonly RawAuthor[] => db.all('select id, kind, name from authors order by id')

export type RawSegment = { readonly id: number; readonly parent: number | null }
export const readSegments = (db: ReadDb): readonly RawSegment[] => db.all('select id, parent from segments order by id')

export type RawOperation = { readonly id: number; readonly tract: number; readonly last: number; readonly previous: number | null; readonly isUndoable: number }
export const readOperations = (db: ReadDb): readonly RawOperation[] => db.all('select id, tract, "last", previous, is_undoable as isUndoable from operations order by id')

export type RawCall = { readonly id: string; readonly tract: number; readonly commit: number | null; readonly record: string }
export const readCalls = (db: ReadDb): readonly RawCall[] => db.all('select id, tract, "commit", record from calls order by id')

export type RawPartial = { readonly id: string; readonly tract: number; readonly blob: number; readonly record: string }
export const readPartials = (db: ReadDb): readonly RawPartial[] => db.all('select id, tract, blob, record from partials order by id')

export type RawWaiting = { readonly id: string; readonly tract: number; readonly record: string }
export const readCompressions = (db: ReadDb): readonly RawWaiting[] => db.all('select id, tract, record from compressions order by id')
export const readTrash = (db: ReadDb): readonly RawWaiting[] => db.all('select id, tract, record from trash order by id')
export const readProposals = (db: ReadDb): readonly RawWaiting[] => db.all('select id, tract, record from proposals order by id')
export const readMerges = (db: ReadDb): readonly RawWaiting[] => db.all('select id, tract, record from merges order by id')

export type RawType = { readonly name: string; readonly role: string; readonly priority: string }
export const readTypes = (db: ReadDb): readonly RawType[] => db.all('select name, role, priority from custom_types order by name')

export type RawBuffer = { readonly call: string; readonly tract: number; readonly text: string; readonly record: string; readonly leaseUntil: number }
export const readBuffers = (db: ReadDb): readonly RawBuffer[] => db.all('select call, tract, "text", record, lease_until as leaseUntil from reply_buffers order by call')

export type RawQuarantine = { readonly id: number; readonly from: string; readonly row: string }
export const readQuarantine = (db: ReadDb): readonly RawQuarantine[] => db.all('select id, "from", "row" from quarantine order by id')

export type RawWorkspace = { readonly id: number; readonly uuid: string; readonly createdAt: number; readonly searched: number; readonly cleaned: number }
export const readWorkspace = (db: ReadDb): readonly RawWorkspace[] => db.all('select id, uuid, created_at as createdAt, searched, cleaned from workspace order by id')

/** How many rows there are, counted by the database. */
export function countRows(db: ReadDb): { readonly tracts: number; readonly commits: number; readonly blobs: number; readonly entries: number } | undefined {
  return db.get(
    `select (select count(*) from tracts) as tracts, (select count(*) from commits) as commits, (select count(*) from blobs) as blobs, (select count(*) from journal) as entries`,
  )
}
