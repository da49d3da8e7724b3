import type { OpenWorkspace } from '../journal/openWorkspace.ts'
import type { CommitKey } from '../store/commits.ts'
import type { Brought } from './brought.ts'

/** What a merge brought: as it was kept, or as `read` gives it. */
export type KeepBrought = (merge: CommitKey, read: () => readonly Brought[]) => readonly Brought[]

/** Pages are read one after the other, and a page mostly goes on inside the merge that the last one ended in. */
const mostKept = 16
const byFile = new WeakMap<OpenWorkspace, Map<CommitKey, readonly Brought[]>>()

/** What the merges read last brought, kept with their file. A merge brings the same forever, unless it is taken back. */
export function keptBrought(file: OpenWorkspace): KeepBrought {
  const kept = byFile.get(file) ?? openKept(file)
  return (merge, read) => {
    const brought = kept.get(merge) ?? read()
    kept.delete(merge)
    kept.set(merge, brought)
    for (const oldest of kept.keys()) if (kept.size > mostKept) kept.delete(oldest)
    return brought
  }
}

function openKept(file: OpenWorkspace): Map<CommitKey, readonly Brought[]> {
  const kept = new Map<CommitKey, readonly Brought[]>()
  byFile.set(file, kept)
  file.takenBack.add(() => kept.clear())
  return kept
}
