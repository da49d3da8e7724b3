import type { Encoding } from '../model/config.ts'
import type { OpenWorkspace } from '../journal/openWorkspace.ts'
import { maxCommit } from '../store/maxCommit.ts'
import { timesCleaned } from '../store/purges.ts'
import type { CommitKey, ContextSource } from './source.ts'
import { openStates, type States } from './states.ts'
import { storeSource } from './storeSource.ts'

export type Contexts = { readonly source: ContextSource; readonly states: States }

type Kept = { readonly cleaned: number; readonly byEncoding: Map<Encoding, Contexts> }
const byFile = new WeakMap<OpenWorkspace, Kept>()

/** The states kept of an open file, counted in one encoding; all handles on the file share them. Where something went for good since, here or in another process, they are made anew. */
export function contextsOf(file: OpenWorkspace, encoding: Encoding): Contexts {
  const cleaned = timesCleaned(file.db.read)
  let kept = byFile.get(file)
  if (kept?.cleaned !== cleaned) kept = keepAnew(file, cleaned, kept === undefined)
  let contexts = kept.byEncoding.get(encoding)
  if (!contexts) kept.byEncoding.set(encoding, (contexts = openContexts(file, encoding)))
  return contexts
}

function keepAnew(file: OpenWorkspace, cleaned: number, isFirst: boolean): Kept {
  const kept: Kept = { cleaned, byEncoding: new Map() }
  byFile.set(file, kept)
  if (isFirst) file.takenBack.add(() => forgetTakenBack(file))
  return kept
}

function forgetTakenBack(file: OpenWorkspace): void {
  const from = firstTakenBack(file)
  for (const { states } of byFile.get(file)?.byEncoding.values() ?? []) states.forget(from)
}

function openContexts(file: OpenWorkspace, encoding: Encoding): Contexts {
  const source = storeSource(file.db.read, encoding)
  return { source, states: openStates(source) }
}

/** undefined where the file can't tell any more: then no state that is kept is sure. */
function firstTakenBack(file: OpenWorkspace): CommitKey | undefined {
  try {
    return maxCommit(file.db.read) + 1
  } catch {
    return undefined
  }
}
