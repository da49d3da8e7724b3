import type { Encoding } from '../model/config.ts'
import type { OpenWorkspace } from '../journal/openWorkspace.ts'
import { maxCommit } from '../store/maxCommit.ts'
import type { CommitKey, ContextSource } from './source.ts'
import { openStates, type States } from './states.ts'
import { storeSource } from './storeSource.ts'

export type Contexts = { readonly source: ContextSource; readonly states: States }

const byFile = new WeakMap<OpenWorkspace, Map<Encoding, Contexts>>()

/** The states kept of an open file, counted in one encoding; all handles on the file share them. */
export function contextsOf(file: OpenWorkspace, encoding: Encoding): Contexts {
  let kept = byFile.get(file)
  if (!kept) byFile.set(file, (kept = new Map()))
  let contexts = kept.get(encoding)
  if (!contexts) kept.set(encoding, (contexts = openContexts(file, encoding)))
  return contexts
}

function openContexts(file: OpenWorkspace, encoding: Encoding): Contexts {
  const source = storeSource(file.db.read, encoding)
  const states = openStates(source)
  file.takenBack.add(() => states.forget(firstTakenBack(file)))
  return { source, states }
}

/** undefined where the file can't tell any more: then no state that is kept is sure. */
function firstTakenBack(file: OpenWorkspace): CommitKey | undefined {
  try {
    return maxCommit(file.db.read) + 1
  } catch {
    return undefined
  }
}
