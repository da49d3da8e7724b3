import { isAncestor } from '../context/ancestry.ts'
import { positionOf } from '../history/refs/position.ts'
import { resolveRef } from '../history/refs/resolveRef.ts'
import type { TractHandle } from '../journal/openWorkspace.ts'
import { asCallId, type Ref } from '../model/ids.ts'
import type { CallRecord } from '../model/usage.ts'
import { type CallRow, listCalls } from '../store/calls.ts'
import { type CommitKey, findOwnKey, listHashes } from '../store/commits.ts'
import type { ReadDb } from '../store/database.ts'
import type { StoredCall } from './callRecords.ts'

export type LastCallOptions = { readonly at?: Ref; readonly client?: string; readonly model?: string }

/** How many calls back it looks: what was sent before that, no provider remembers. */
const lookBack = 500

/**
 * The newest chat request whose context is part of a history, answered or not; of one `client` and one `model` where they are named. `at` is the end of that history, HEAD
 * if not given. null where nothing was sent. Reads only. Faults: `ref/not-found`, `ref/ambiguous`, `ref/no-commits`.
 */
export function lastCall(tract: TractHandle, { at, ...wanted }: LastCallOptions = {}): CallRecord | null {
  return tract.file.db.snapshot((db) => {
    const tip = at === undefined ? positionOf(db, tract).tip : resolveRef(db, tract, at)
    if (tip === null) return null
    for (const row of listCalls(db, tract.key, lookBack)) {
      const record = JSON.parse(row.record) as StoredCall
      if (isWanted(record, wanted) && isSentFrom(db, tract, record, tip)) return toRecord(db, row, record)
    }
    return null
  })
}

const isWanted = ({ task, ...record }: StoredCall, { client = record.client, model = record.model }: LastCallOptions): boolean => task === 'chat' && record.client === client && record.model === model

function isSentFrom(db: ReadDb, tract: TractHandle, { head }: StoredCall, tip: CommitKey): boolean {
  const key = head === null ? undefined : findOwnKey(db, tract.key, head)
  return key !== undefined && isAncestor(db, key, tip)
}

function toRecord(db: ReadDb, { id, commit }: CallRow, record: StoredCall): CallRecord {
  const [row] = commit === null ? [] : listHashes(db, [commit])
  return { ...record, call: record.of ?? asCallId(id), commit: row?.[1] ?? null }
}
