import type { TractView } from '../../model/operation.ts'
import { asCommitHash } from '../../model/ids.ts'
import type { TractHandle } from '../../journal/openWorkspace.ts'
import { type PastRef, viewOfPast } from '../../journal/pastView.ts'
import { type CommitTotals, listTotals } from '../../store/commits.ts'
import { type BranchTip, isBranch, tagPrefix } from '../../store/refs.ts'
import { arrangeBranches } from '../refs/branches.ts'

/** The tract as of an entry of the journal; reads only. Faults: `journal/no-such-seq`, also for one before the tract was made. */
export function viewAt(tract: TractHandle, seq: number): TractView {
  return tract.file.db.snapshot((db) => {
    const { at, name, config, head, refs } = viewOfPast(db, tract.key, seq)
    const totals = new Map(listTotals(db, refs.map(({ commit }) => commit)).map((row) => [row.id, row]))
    const current = 'branch' in head ? head.branch : null
    const branches = arrangeBranches(refs.filter((ref) => isBranch(ref.name)).map((ref) => toTip(ref, totalsOf(totals, ref))), current)
    const tags = refs.filter((ref) => ref.name.startsWith(tagPrefix)).map((ref) => ({ name: ref.name.slice(tagPrefix.length), commit: totalsOf(totals, ref).hash }))
    return {
      seq, at: at / 1000, name, config, branches,
      head: 'branch' in head
        ? { kind: 'attached', branch: head.branch, commit: branches.find(({ isCurrent }) => isCurrent)?.commit ?? null }
        : { kind: 'detached', commit: asCommitHash(head.commit) },
      tags: tags.toSorted((a, b) => Buffer.compare(Buffer.from(a.name), Buffer.from(b.name))),
    }
  })
}

const toTip = ({ name, movedAt }: PastRef, { hash, messages }: CommitTotals): BranchTip => ({ name, hash, messages, updatedAt: movedAt })

function totalsOf(totals: ReadonlyMap<number, CommitTotals>, { name, commit }: PastRef): CommitTotals {
  const found = totals.get(commit)
  if (!found) throw new Error(`BUG: ${name} is at a commit that is not here`)
  return found
}
