import { compile } from '../history/status.ts'
import { resolveRef } from '../history/refs/resolveRef.ts'
import type { TractHandle } from '../journal/openWorkspace.ts'
import type { ResolvedConfig } from '../model/config.ts'
import { textOf } from '../model/contentTypes.ts'
import type { CompiledContext, Prompt } from '../model/context.ts'
import { Fault } from '../model/fault.ts'
import { asCallId, type CommitHash, type Ref } from '../model/ids.ts'
import type { Receipt } from '../model/usage.ts'
import { type BlobKey, findBlobKey, getBlob } from '../store/blobs.ts'
import { listCallsOf } from '../store/calls.ts'
import { type CommitRow, findCommit, findOwnKey, getCommit, hashOfCommit } from '../store/commits.ts'
import type { ReadDb } from '../store/database.ts'
import { findPurge } from '../store/purges.ts'
import type { StoredCall } from './callRecords.ts'
import { continuing, payloadHash } from './payload.ts'

/**
 * What was sent for an answer, and whether the context of then still gives exactly that. A corrected or picked answer is its first commit's.
 * Reads only. Faults: `ref/not-found`, `ref/ambiguous`, `ref/no-commits`, `call/none`.
 */
export function receiptOf(tract: TractHandle, answer: Ref): Receipt {
  return tract.file.db.snapshot((db) => {
    const found = findCallOf(db, getCommit(db, resolveRef(db, tract, answer)))
    if (!found) throw new Fault('call/none', { ref: answer })
    const { id, record, commit } = found
    return {
      call: record.of ?? asCallId(id), answer: hashOfCommit(db, commit.id), head: record.head, contextHash: record.contextHash,
      payloadHash: record.payloadHash, client: record.client, model: record.model, stillMatches: stillMatches(db, tract, record, commit),
    }
  })
}

type Answered = StoredCall & { readonly head: CommitHash }
type Found = { readonly id: string; readonly record: Answered; readonly commit: CommitRow }

/** The call that wrote a commit; else the one that wrote the message it corrects or copies. */
function findCallOf(db: ReadDb, commit: CommitRow): Found | null {
  for (const key of [commit.id, commit.target, commit.origin]) {
    const row = key === null ? undefined : findCommit(db, key)
    for (const { id, record } of row ? listCallsOf(db, [row.id]) : []) {
      const call = JSON.parse(record) as StoredCall
      if (row && call.task !== null && call.head !== null) return { id, record: { ...call, head: call.head }, commit: row }
    }
  }
  return null
}

/** Compiles what was sent again. Records of before tools were on record tell only whether the context is the same. */
function stillMatches(db: ReadDb, tract: TractHandle, record: Answered, { config }: CommitRow): boolean {
  const head = findOwnKey(db, tract.key, record.head)
  if (head === undefined || findPurge(db, [head])) return false
  const context = compile(tract, { at: record.head })
  if (context.hash !== record.contextHash) return false
  if (record.tools === undefined) return true
  const prompt = promptOf(db, context, record)
  const { values } = JSON.parse(config ?? '{"values":{}}') as ResolvedConfig
  return prompt !== null && payloadHash({ client: record.client, prompt, config: values, tools: record.tools }) === record.payloadHash
}

/** null where the half that it went on from is gone. */
function promptOf(db: ReadDb, context: CompiledContext, { continues }: StoredCall): Prompt | null {
  if (continues === undefined) return context
  const key: BlobKey | undefined = findBlobKey(db, continues)
  return key === undefined ? null : continuing(context, textOf(getBlob(db, key).content, db.types))
}
