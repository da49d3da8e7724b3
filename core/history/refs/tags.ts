import { Fault } from '../../model/fault.ts'
import type { Ref } from '../../model/ids.ts'
import type { Operation } from '../../model/operation.ts'
import type { Tag } from '../../model/refs.ts'
import { operate } from '../../journal/lastOperation.ts'
import type { TractHandle } from '../../journal/openWorkspace.ts'
import { transact } from '../../journal/transact.ts'
import { hashOfCommit, listHashes } from '../../store/commits.ts'
import { findTag, listTagRefs, tagPrefix } from '../../store/refs.ts'
import { checkRefName, nameGiven, similarTo } from './names.ts'
import { resolveRef } from './resolveRef.ts'
import { checkTagFree } from './takenNames.ts'

/** Names a commit for good: HEAD, or `at`. Faults: `ref/bad-name`, `tag/exists`, `ref/not-found`, `ref/ambiguous`, `ref/no-commits`, `ref/other-tract`. */
export function createTag(tract: TractHandle, rawName: string, options: { readonly at?: Ref } = {}): Tag {
  const name = checkRefName(rawName)
  const commit = transact(tract, { verb: 'tag', detail: name }, (tx) => {
    checkTagFree(tx.db, tract, name)
    const at = resolveRef(tx.db, tract, options.at ?? 'HEAD')
    tx.fact({ type: 'ref_updated', key: tagPrefix + name, beforeCommit: null, afterCommit: at })
    return at
  })
  return { name, commit: hashOfCommit(tract.file.db.read, commit) }
}

/** By name. */
export function listTags(tract: TractHandle): readonly Tag[] {
  const db = tract.file.db.read
  const refs = listTagRefs(db, tract.key)
  const hashes = new Map(listHashes(db, refs.map(({ commit }) => commit)))
  return refs.flatMap(({ name, commit }) => {
    const hash = hashes.get(commit)
    return hash ? [{ name, commit: hash }] : []
  })
}

/** Takes the name away; the commit stays. Faults: `tag/not-found`. */
export function deleteTag(tract: TractHandle, rawName: string): Operation {
  const name = nameGiven(rawName)
  return operate(tract, { verb: 'deleteTag', detail: name }, (tx) => {
    const at = findTag(tx.db, tract.key, name)
    if (at === undefined) throw new Fault('tag/not-found', { name: rawName, similar: similarTo(name, listTagRefs(tx.db, tract.key).map((tag) => tag.name)) })
    tx.fact({ type: 'ref_deleted', key: tagPrefix + name, beforeCommit: at })
  })
}
