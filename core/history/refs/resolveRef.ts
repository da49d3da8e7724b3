import { Fault } from '../../model/fault.ts'
import { shown } from '../../model/given.ts'
import { isHash, type Ref } from '../../model/ids.ts'
import type { TractHandle } from '../../journal/openWorkspace.ts'
import { findAncestor } from '../../store/ancestors.ts'
import { type CommitKey, findCommitKey, findOwnKey, getCommit, hashOfCommit, listByPrefix } from '../../store/commits.ts'
import type { ReadDb } from '../../store/database.ts'
import { findPurge } from '../../store/purges.ts'
import { findBranch, findRef, findTag, listRefs, origHead, tagPrefix } from '../../store/refs.ts'
import { getTract, readHead } from '../../store/tracts.ts'
import { similarTo } from './names.ts'
import { positionOf } from './position.ts'

/**
 * The commit that a reference names: a full hash, then `HEAD` (`@`) and `ORIG_HEAD`, a branch, a tag (`tag:` before its name where a branch has the
 * same), then a unique prefix of four characters or more. Behind any of them `~n` and `^` walk back: first parents, and `^2` what a merge brought.
 * The one resolver of every verb. Faults: `ref/not-found`, `ref/ambiguous`, `ref/no-commits`, `ref/other-tract`, `object/erased`.
 */
export function resolveRef(db: ReadDb, tract: TractHandle, ref: Ref): CommitKey {
  return checkThere(db, resolveMessageRef(db, tract, ref))
}

/** Refuses a commit that a clean-up removed for good. Faults: `object/erased`. */
export function checkThere(db: ReadDb, key: CommitKey): CommitKey {
  const purge = findPurge(db, [key])
  if (purge) throw new Fault('object/erased', { hash: hashOfCommit(db, key), at: purge.at / 1000 })
  return key
}

/** The same for whoever asks only which message is meant: copies of it may be there though the commit that brought it first is not. */
export function resolveMessageRef(db: ReadDb, tract: TractHandle, ref: Ref): CommitKey {
  if (typeof ref !== 'string') throw new Fault('ref/not-found', { ref: '', similar: [], given: shown(ref) })
  const [, name = ref, path = ''] = /^([^~^]+)([~^].*)$/su.exec(ref) ?? []
  const from = resolveName(db, tract, name, ref)
  if (!/^(~\d{0,9}|\^[012]?)*$/.test(path)) return fail(db, tract, ref)
  return walkBack(db, from, path) ?? fail(db, tract, ref)
}

function resolveName(db: ReadDb, tract: TractHandle, name: string, ref: Ref): CommitKey {
  const hex = name.toLowerCase()
  if (isHash(hex)) return findOwnKey(db, tract.key, hex) ?? failByHash(db, tract, hex, ref)
  if (name === 'HEAD' || name === '@') return tipOf(db, tract)
  if (name === origHead || name.startsWith(tagPrefix)) return findNamed(db, tract, name) ?? fail(db, tract, ref)
  const named = findNamed(db, tract, name)
  if (named !== undefined) return named
  if (/^[0-9a-f]{4,63}$/.test(hex)) return byPrefix(db, tract, hex, ref)
  if (readHead(db, tract.key).branch === name) throw new Fault('ref/no-commits', { branch: name })
  return fail(db, tract, ref)
}

function findNamed(db: ReadDb, tract: TractHandle, name: string): CommitKey | undefined {
  const kept = name.normalize('NFC')
  if (name === origHead) return findRef(db, tract.key, origHead)
  if (name.startsWith(tagPrefix)) return findTag(db, tract.key, kept.slice(tagPrefix.length))
  return findBranch(db, tract.key, kept) ?? findTag(db, tract.key, kept)
}

function tipOf(db: ReadDb, tract: TractHandle): CommitKey {
  const { branch, tip } = positionOf(db, tract)
  if (tip === null) throw new Fault('ref/no-commits', { branch: branch ?? 'HEAD' })
  return tip
}

function byPrefix(db: ReadDb, tract: TractHandle, prefix: string, ref: Ref): CommitKey {
  const found = listByPrefix(db, tract.key, prefix, 20)
  if (found.length > 1) throw new Fault('ref/ambiguous', { ref: prefix, candidates: found.map(({ hash }) => hash) })
  return found[0]?.id ?? fail(db, tract, ref)
}

/** Steps to first parents are counted together: a long line isn't walked one by one. */
function walkBack(db: ReadDb, from: CommitKey, path: string): CommitKey | undefined {
  let key: CommitKey | undefined = from
  let steps = 0
  for (const [step, count = ''] of path.matchAll(/[~^](\d*)/g)) {
    if (step !== '^2') steps += Number(count === '' ? 1 : count)
    else {
      key = findAncestor(db, key, steps)
      key = key === undefined ? undefined : (getCommit(db, key).parent2 ?? undefined)
      steps = 0
    }
    if (key === undefined) return undefined
  }
  return findAncestor(db, key, steps)
}

function failByHash(db: ReadDb, tract: TractHandle, hash: string, ref: Ref): never {
  const elsewhere = findCommitKey(db, hash)
  if (elsewhere === undefined) return fail(db, tract, ref)
  throw new Fault('ref/other-tract', { ref: hash, tract: getTract(db, getCommit(db, elsewhere).tract).name })
}

function fail(db: ReadDb, tract: TractHandle, ref: Ref): never {
  const names = listRefs(db, tract.key).map(({ name }) => (ref.startsWith(tagPrefix) || !name.startsWith(tagPrefix) ? name : name.slice(tagPrefix.length)))
  throw new Fault('ref/not-found', { ref, similar: similarTo(ref, [...new Set(names)].filter((name) => name !== origHead)) })
}
