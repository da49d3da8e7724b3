import { GitBranch } from 'lucide-react'
import { cx } from './cx.ts'

/** A branch by name, in its lane's colour; filled when it is the current one. */
export function BranchChip({ name, lane, here = false }: { readonly name: string; readonly lane: number; readonly here?: boolean }) {
  return (
    <span
      className={cx(
        `lane-${lane} inline-flex h-5 max-w-32 min-w-0 items-center gap-[5px] rounded-sm pr-[7px] pl-1.5 text-xs font-medium whitespace-nowrap`,
        here ? 'bg-lane text-lane-on' : 'bg-raised text-ink inset-ring inset-ring-strong',
      )}
    >
      <GitBranch size={12} className={cx(!here && 'text-lane')} />
      <span className="truncate">{name}</span>
    </span>
  )
}

/** The 3 px bar that says which lane a name belongs to. */
export const LaneKey = ({ lane }: { readonly lane: number }) => <i className={`lane-${lane} h-3 w-[3px] shrink-0 rounded-[2px] bg-lane`} aria-hidden="true" />
