import { useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import type { TractSummary } from '../../core/model/tractSummary.ts'
import { laneColours } from '../components/laneColours.ts'
import { tagsQuery } from '../queries/branches.ts'
import { overviewThen } from '../queries/overviewThen.ts'
import { overviewQuery } from '../queries/tracts.ts'
import { branchOf } from '../queries/useCurrent.ts'
import { useAsOfFor } from '../state/asOf.ts'
import { useLive } from '../state/live.ts'
import { useView } from '../state/view.ts'
import { BookmarkRow } from './BookmarkRow.tsx'
import { BranchRow } from './BranchRow.tsx'
import { RenameRow } from './RenameRow.tsx'
import { TractRow } from './TractRow.tsx'

/** One tract and, unfolded, its branches. The current one is unfolded from the start. */
export function TractBranch({ tract, isCurrent }: { readonly tract: TractSummary; readonly isCurrent: boolean }) {
  const [folded, setFolded] = useState<boolean | null>(null)
  const isOpen = folded === null ? isCurrent : !folded
  const isRenaming = useView((view) => view.renaming === tract.id)
  const now = useQuery({ ...overviewQuery(tract.id), enabled: isCurrent || isOpen }).data
  const asOf = useAsOfFor(tract.id)
  const overview = useMemo(() => now && (asOf === null ? now : overviewThen(now, asOf)), [now, asOf])
  const { data: tags } = useQuery({ ...tagsQuery(tract.id), enabled: isCurrent || isOpen })
  const branches = overview?.branches ?? []
  const open = overview === undefined ? '' : (asOf?.branch ?? branchOf(overview))
  const lanes = useMemo(() => laneColours((overview?.branches ?? []).map(({ name }) => name), open), [overview, open])
  const replies = useLive((live) => live.replies)
  const answering = new Set([...replies.values()].filter((reply) => reply.tract === tract.id).map((reply) => reply.branch))
  const hasBranches = tract.commitCount > 0 || branches.length > 1
  return (
    <div role="none">
      {isRenaming ? (
        <RenameRow tract={tract} />
      ) : (
        <TractRow tract={tract} isCurrent={isCurrent} isOpen={hasBranches ? isOpen : null} isAnswering={!isOpen && answering.size > 0} onFold={() => setFolded(isOpen)} />
      )}
      {isOpen && hasBranches && (
        <div role="group" className="mt-px grid grid-cols-1 gap-px">
          {branches.map((branch) => (
            <BranchRow key={branch.name} tract={tract.id} branch={branch} lane={lanes.get(branch.name) ?? 0} isOpen={isCurrent && branch.name === open} isAnswering={answering.has(branch.name)} />
          ))}
          {tags?.map((tag) => <BookmarkRow key={tag.name} tract={tract.id} tag={tag} />)}
        </div>
      )}
    </div>
  )
}
