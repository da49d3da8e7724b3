import type { Encoding } from '../model/config.ts'
import { getBlob } from '../store/blobs.ts'
import { kindCode, kindOf, priorityOf } from '../store/commitKinds.ts'
import type { ReadDb } from '../store/database.ts'
import { type LineRow, readBlobTokens } from '../store/lines.ts'
import { findPayload, listPayloads, type Payload, type StoredResolution } from '../store/payloads.ts'
import type { CommitKey, FoldCommit, FoldResolution } from './source.ts'
import { messageTokens, tokenCounter } from './tokens.ts'

/** Rows as the fold takes them; what some of them name beyond their target is read for all at once. */
export function foldCommits(db: ReadDb, rows: readonly (readonly [...LineRow, ...unknown[]])[], encoding: Encoding): FoldCommit[] {
  const named = rows.filter(([, kind]) => hasPayload(kind)).map(([id]) => id)
  const payloads = named.length === 0 ? noPayloads : listPayloads(db, named)
  return rows.map((row) => toFold(db, row, hasPayload(row[1]) ? payloads.get(row[0]) : undefined, encoding))
}

export function foldCommit(db: ReadDb, row: LineRow, encoding: Encoding): FoldCommit {
  return toFold(db, row, hasPayload(row[1]) ? findPayload(db, row[0]) : undefined, encoding)
}

/** Tokens of the whole message with this blob. */
export function blobTokens(db: ReadDb, blob: number, encoding: Encoding): number {
  return readBlobTokens(db, blob, encoding) ?? messageTokens(tokenCounter(encoding), getBlob(db, blob), db.types)
}

const noPayloads: ReadonlyMap<CommitKey, Payload> = new Map()
const withPayload: ReadonlySet<number> = new Set([kindCode('compress'), kindCode('merge'), kindCode('resolve')])
const hasPayload = (kind: number): boolean => withPayload.has(kind)

function toFold(db: ReadDb, [id, kind, origin, target, blob, priority, tokens]: readonly [...LineRow, ...unknown[]], payload: Payload | undefined, encoding: Encoding): FoldCommit {
  return {
    key: id, change: origin ?? id, kind: kindOf(kind), target, blob, priority: priorityOf(priority),
    tokens: blob === null ? 0 : (tokens ?? blobTokens(db, blob, encoding)),
    replaces: payload?.replaces ?? null,
    resolutions: payload?.resolutions?.map((resolution) => toResolution(db, resolution, encoding)) ?? null,
  }
}

export function toResolution(db: ReadDb, { why: _why, ...registers }: StoredResolution, encoding: Encoding): FoldResolution {
  return registers.blob === undefined ? registers : { ...registers, tokens: blobTokens(db, registers.blob, encoding) }
}
