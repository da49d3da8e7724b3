import { useQuery } from '@tanstack/react-query'
import { GitMergeConflict } from 'lucide-react'
import { Strip } from '../components/Banner.tsx'
import { CommandButton } from '../commands/CommandButtons.tsx'
import { pendingMergeQuery } from '../queries/joins.ts'
import type { Current } from '../queries/useCurrent.ts'

/** A merge into the open branch waits for decisions: how far it is, and the way back to it. */
export function PendingMergeStrip({ current: { tract, branch, overview } }: { readonly current: Current }) {
  const { data: pending } = useQuery({ ...pendingMergeQuery(tract, branch), enabled: overview.status.pending.merge !== null })
  if (!pending || overview.status.pending.merge === null) return null
  const decided = pending.conflicts.filter(({ resolution }) => resolution !== null).length
  return (
    <Strip tone="warning" icon={GitMergeConflict} action={<CommandButton id="branch.continueMerge" size="sm">Continue</CommandButton>}>
      <b className="font-medium">{pending.branch}</b> into <b className="font-medium">{pending.into}</b>: {decided} of {pending.conflicts.length} decided
    </Strip>
  )
}
