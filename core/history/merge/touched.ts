import type { FoldCommit, MessageKey } from '../../context/source.ts'
import { findEntry, type State } from '../../context/state.ts'

/** The messages that commits are about: what they bring, change, cover, uncover and settle. Only these can differ from what the other side has. */
export function touchedBy(commits: readonly FoldCommit[], state: State): ReadonlySet<MessageKey> {
  const touched = new Set<MessageKey>()
  for (const commit of commits) for (const message of messagesOf(commit, state)) touched.add(message)
  return touched
}

function messagesOf({ kind, change, target, replaces, resolutions }: FoldCommit, state: State): readonly MessageKey[] {
  switch (kind) {
    case 'append':
      return [change]
    case 'compress':
      return [change, ...(replaces ?? [])]
    case 'edit':
    case 'annotate':
      return target === null ? [] : [target]
    case 'expand':
      return target === null ? [] : [target, ...(findEntry(state, target)?.summary?.replaces ?? [])]
    default:
      return resolutions?.map(({ message }) => message) ?? []
  }
}
