import { Fault } from '../model/fault.ts'
import { isHash, type Ref } from '../model/ids.ts'
import { type CommitKey, findOwnKey, getCommit, listByPrefix } from '../store/commits.ts'
import type { ReadDb } from '../store/database.ts'
import { findRef, listBranchRefs } from '../store/refs.ts'
import type { TractHandle } from '../journal/openWorkspace.ts'
import { similarTo } from './names.ts'
import { positionOf } from './position.ts'

/**
 * The commit that a reference names: a full hash, then a branch, then a unique prefix of four characters or more; `HEAD`, and `~n` behind
 * any of them for the n-th first parent. The one resolver of every verb. Faults: `ref/not-found`, `ref/ambiguous`, `ref/no-commits`.
 */
export function resolveRef(db: ReadDb, tract: TractHandle, ref: Ref): CommitKey {
  if (typeof ref !== 'string') return fail(db, tract, String(ref))
  const steps = /^(.+?)~(\d{1,9})?$/.exec(ref)
  if (!steps) return resolveName(db, tract, ref)
  return ancestorOf(db, tract, ref, resolveName(db, tract, steps[1] ?? ''), Number(steps[2] ?? 1))
}

function resolveName(db: ReadDb, tract: TractHandle, name: string): CommitKey {
  if (isHash(name)) return findOwnKey(db, tract.key, name) ?? fail(db, tract, name)
  if (name === 'HEAD' || name === '@') return tipOf(db, tract)
  const branch = findRef(db, tract.key, name.isWellFormed() ? name.normalize('NFC') : '')
  if (branch !== undefined) return branch
  if (/^[0-9a-f]{4,63}$/i.test(name)) return byPrefix(db, tract, name.toLowerCase())
  const position = positionOf(db, tract)
  if (position.branch === name) return tipOf(db, tract)
  return fail(db, tract, name)
}

function tipOf(db: ReadDb, tract: TractHandle): CommitKey {
  const { branch, tip } = positionOf(db, tract)
  if (tip === null) throw new Fault('ref/no-commits', { branch: branch ?? 'HEAD' })
  return tip
}

function byPrefix(db: ReadDb, tract: TractHandle, prefix: string): CommitKey {
  const found = listByPrefix(db, tract.key, prefix, 20)
  if (found.length > 1) throw new Fault('ref/ambiguous', { ref: prefix, candidates: found.map(({ hash }) => hash) })
  return found[0]?.id ?? fail(db, tract, prefix)
}

function ancestorOf(db: ReadDb, tract: TractHandle, ref: Ref, from: CommitKey, steps: number): CommitKey {
  let key: CommitKey = from
  for (let i = 0; i < steps; i++) key = getCommit(db, key).parent ?? fail(db, tract, ref)
  return key
}

function fail(db: ReadDb, tract: TractHandle, ref: Ref): never {
  throw new Fault('ref/not-found', { ref, similar: similarTo(ref, listBranchRefs(db, tract.key).map(({ name }) => name)) })
}
