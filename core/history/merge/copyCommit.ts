import type { TractHandle } from '../../journal/openWorkspace.ts'
import type { Tx } from '../../journal/transact.ts'
import type { ConfigLevels, LLMConfig } from '../../model/config.ts'
import { type CommitKey, type CommitRow, getCommit } from '../../store/commits.ts'
import { findPayload } from '../../store/payloads.ts'
import { configOf } from '../configOf.ts'
import { writePosition } from '../refs/position.ts'
import { type CommitDraft, writeCommit } from '../writeCommit.ts'

/**
 * Writes a commit again at the end of the branch: its text, priority, what it replaces and its labels byte for byte. `origin` is the change that
 * it repeats; null makes a change of its own. A merge becomes the resolutions it recorded.
 */
export function copyCommit(tract: TractHandle, tx: Tx, key: CommitKey, origin: CommitKey | null): CommitKey {
  const row = getCommit(tx.db, key)
  const { branch, tip } = writePosition(tx.db, tract)
  return writeCommit(tract, tx, { branch, tip, ...repeated(tx, row), ...(origin === null ? {} : { origin }), encoding: configOf(tract).encoding })
}

function repeated(tx: Tx, row: CommitRow): Omit<CommitDraft, 'branch' | 'tip' | 'encoding'> {
  const payload = findPayload(tx.db, row.id)
  return {
    kind: row.kind === 'merge' ? 'resolve' : row.kind,
    ...(row.target === null ? {} : { target: row.target }),
    ...(row.blob === null ? {} : { content: row.blob }),
    ...(row.note === null ? {} : { note: row.note }),
    ...(row.priority === null ? {} : { priority: row.priority }),
    ...(row.respondsTo === null ? {} : { respondsTo: row.respondsTo }),
    ...(row.config === null ? {} : { config: JSON.parse(row.config) as { readonly values: LLMConfig; readonly levels: ConfigLevels } }),
    ...(payload?.replaces ? { replaces: { messages: payload.replaces, originalTokens: payload.originalTokens ?? 0 } } : {}),
    ...(payload?.resolutions ? { resolutions: payload.resolutions } : {}),
  }
}
