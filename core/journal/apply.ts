import { assertNever } from '../model/assertNever.ts'
import type { TractConfig } from '../model/config.ts'
import type { JsonObject } from '../model/json.ts'
import { findBlobKey } from '../store/blobs.ts'
import { deleteCall, insertCall } from '../store/calls.ts'
import { findCommitKey } from '../store/commits.ts'
import type { WriteDb } from '../store/database.ts'
import { deletePartial, insertPartial } from '../store/partials.ts'
import { deleteRef, setRef } from '../store/refs.ts'
import { getTract, type HeadRow, insertTract, setConfig, setHead, setName, type TractKey } from '../store/tracts.ts'
import { deleteCompression, deleteMerge, deleteProposal, deleteTrash, setCompression, setMerge, setProposal, setTrash } from '../store/waitingRecords.ts'
import type { Fact, HeadValue } from './facts.ts'

/** Changes the projections as a fact says: the one door to them, for live work and for replay alike. `at` is the entry's time. */
export function apply(db: WriteDb, tract: TractKey, fact: Fact, at: number): void {
  switch (fact.type) {
    case 'tract_created':
      return insertTract(db, tract, { uuid: fact.payload.id, name: fact.payload.name, branch: fact.payload.branch, config: fact.payload.config, at })
    case 'commit_created':
    case 'ref_updated':
      return setRef(db, tract, fact.key, fact.afterCommit, at)
    case 'ref_deleted':
      return deleteRef(db, tract, fact.key)
    case 'head_moved':
      return setHead(db, tract, toHeadRow(db, fact.after))
    case 'config_changed':
      return applyConfig(db, tract, fact)
    case 'draft_created':
      return applyDraft(db, tract, fact.key, fact.after)
    case 'draft_closed':
      return deletePartial(db, fact.key)
    case 'merge_changed':
      return fact.after === null ? deleteMerge(db, fact.key) : setMerge(db, { id: fact.key, tract, record: JSON.stringify(fact.after) })
    case 'compression_changed':
      return fact.after === null ? deleteCompression(db, fact.key) : setCompression(db, { id: fact.key, tract, record: JSON.stringify(fact.after) })
    case 'trash_changed':
      return applyTrash(db, tract, fact.key, fact.after)
    case 'gc_pruned':
      return Object.entries(fact.payload.trash).forEach(([id, record]) => applyTrash(db, tract, id, record))
    case 'erased':
      // Texts are objects: they are emptied where this is written.
      return
    case 'proposal_changed':
      return fact.after === null ? deleteProposal(db, fact.key) : setProposal(db, { id: fact.key, tract, record: JSON.stringify(fact.after) })
    case 'usage_noted':
      return fact.after === null ? deleteCall(db, fact.key) : insertCall(db, fact.key, tract, fact.afterCommit, JSON.stringify(fact.after))
    case 'usage_recorded':
      return insertCall(db, fact.key, tract, fact.afterCommit, JSON.stringify(fact.payload))
    default:
      return assertNever(fact)
  }
}

const applyTrash = (db: WriteDb, tract: TractKey, id: string, record: JsonObject | null): void =>
  record === null ? deleteTrash(db, id) : setTrash(db, { id, tract, record: JSON.stringify(record) })

export function toHeadRow(db: WriteDb, head: HeadValue): HeadRow {
  if ('branch' in head) return head
  const commit = findCommitKey(db, head.commit)
  if (commit === undefined) throw new Error(`BUG: HEAD on a commit that is not here: ${head.commit}`)
  return { commit }
}

/** null takes a setting away: what holds then is its default. */
function applyConfig(db: WriteDb, tract: TractKey, fact: Extract<Fact, { type: 'config_changed' }>): void {
  if (fact.key === 'name') return setName(db, tract, fact.after as string)
  const { [fact.key as keyof TractConfig]: _, ...rest } = getTract(db, tract).config
  setConfig(db, tract, fact.after === null ? rest : { ...rest, [fact.key]: fact.after })
}

function applyDraft(db: WriteDb, tract: TractKey, id: string, draft: JsonObject): void {
  const blob = findBlobKey(db, draft['blob'] as string)
  if (blob === undefined) throw new Error(`BUG: draft ${id} names a text that is not here`)
  insertPartial(db, { id, tract, blob, record: JSON.stringify(draft) })
}
