import type { CommitKey } from '../store/commits.ts'
import type { JournalRow } from '../store/journalRows.ts'
import type { TractConfig } from '../model/config.ts'
import type { Json, JsonObject } from '../model/json.ts'

/** A HEAD as it stands in the journal: on a branch, or on a commit by its hash. */
export type HeadValue = { readonly branch: string } | { readonly commit: string }

/** What changes projections, and only through `apply`. Texts are never here: they are blobs, named by hash. */
export type Fact =
  | { readonly type: 'tract_created'; readonly payload: { readonly id: string; readonly name: string; readonly branch: string; readonly config: TractConfig } }
  | { readonly type: 'commit_created'; readonly key: string; readonly beforeCommit: CommitKey | null; readonly afterCommit: CommitKey }
  | { readonly type: 'ref_updated'; readonly key: string; readonly beforeCommit: CommitKey | null; readonly afterCommit: CommitKey }
  | { readonly type: 'ref_deleted'; readonly key: string; readonly beforeCommit: CommitKey }
  /** `renamed`: it stands where it stood, and the branch under it got another name. */
  | { readonly type: 'head_moved'; readonly before: HeadValue; readonly after: HeadValue; readonly payload?: { readonly renamed: true } | null }
  | { readonly type: 'config_changed'; readonly key: string; readonly before: Json; readonly after: Json }
  | { readonly type: 'draft_created'; readonly key: string; readonly after: JsonObject }
  | { readonly type: 'draft_closed'; readonly key: string; readonly before: JsonObject }
  /** A merge that waits: opened (before null), decided in part, or closed (after null). Its record names texts by hash. */
  | { readonly type: 'merge_changed'; readonly key: string; readonly before: JsonObject | null; readonly after: JsonObject | null }
  /** A compression that waits: drafted (before null), rewritten, or closed (after null). Its record names texts by hash. */
  | { readonly type: 'compression_changed'; readonly key: string; readonly before: JsonObject | null; readonly after: JsonObject | null }
  /** Steps in the trash: put there (before null), fewer of them, or all taken out (after null). */
  | { readonly type: 'trash_changed'; readonly key: string; readonly before: JsonObject | null; readonly after: JsonObject | null }
  /** What a clean-up removed for good, by row numbers, and what of the trash it leaves: no record where nothing. */
  | { readonly type: 'gc_pruned'; readonly key: string; readonly payload: Pruned }
  /** A message erased: the texts that went with it, by row numbers. `reason` names a text by hash. */
  | { readonly type: 'erased'; readonly key: string; readonly payload: Erased }
  /** Something a policy or the orchestrator wants to do: proposed (before null) or decided. Its record names texts by hash. */
  | { readonly type: 'proposal_changed'; readonly key: string; readonly before: JsonObject | null; readonly after: JsonObject | null }
  /** Usage that somebody noted for a call made elsewhere: noted (before null) or taken back (after null). `afterCommit`: whose context was sent. */
  | { readonly type: 'usage_noted'; readonly key: string; readonly afterCommit: CommitKey | null; readonly before: JsonObject | null; readonly after: JsonObject | null }
  | { readonly type: 'usage_recorded'; readonly key: string; readonly afterCommit: CommitKey | null; readonly payload: JsonObject }

/** Row numbers in order, those that follow each other as first and last. */
export type Ranges = readonly (readonly [first: number, last: number])[]
export type Pruned = { readonly commits: Ranges; readonly texts: Ranges; readonly trash: { readonly [id: string]: JsonObject | null } }
export type Erased = { readonly texts: Ranges; readonly reason: { readonly blob: string } }

/** What never changes a projection: it only tells. */
export type Note = { readonly type: 'llm_called' | 'llm_failed' | 'operation_failed' | 'batch_rolled_back' | 'repaired' | 'agent_invoked' | 'agent_completed' | 'agent_failed' | 'policy_evaluated' | 'orchestrator_started' | 'orchestrator_step' | 'orchestrator_finished'; readonly payload: JsonObject }

export type FactColumns = Pick<JournalRow, 'type' | 'key' | 'beforeCommit' | 'afterCommit' | 'before' | 'after' | 'payload'>

export function toColumns(entry: Fact | Note): FactColumns {
  const fields = entry as { key?: string; beforeCommit?: CommitKey | null; afterCommit?: CommitKey | null; before?: Json; after?: Json; payload?: Json }
  return {
    type: entry.type,
    key: fields.key ?? null,
    beforeCommit: fields.beforeCommit ?? null,
    afterCommit: fields.afterCommit ?? null,
    before: asText(fields.before),
    after: asText(fields.after),
    payload: asText(fields.payload),
  }
}

export function toFact(row: JournalRow): Fact {
  const json = (text: string | null): Json | null => (text === null ? null : (JSON.parse(text) as Json))
  return {
    type: row.type, key: row.key, beforeCommit: row.beforeCommit, afterCommit: row.afterCommit,
    before: json(row.before), after: json(row.after), payload: json(row.payload),
  } as unknown as Fact
}

const asText = (value: Json | undefined): string | null => (value === undefined ? null : JSON.stringify(value))
