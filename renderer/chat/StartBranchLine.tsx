import { GitBranch } from 'lucide-react'
import { useId } from 'react'
import { altBranchName, whyNotBranchName } from '../commands/branchNames.ts'
import { cx } from '../components/cx.ts'
import type { Current } from '../queries/useCurrent.ts'
import { nameAltBranch, useAltBranch } from '../state/altBranch.ts'

/** Above what is written while an old step is looked at: it goes to a new branch that begins there. The name can be changed; Enter goes on to the text. */
export function StartBranchLine({ current: { tract, branch, at, overview }, onDone }: { readonly current: Current; readonly onDone: () => void }) {
  const field = useId()
  const taken = overview.branches.map(({ name }) => name)
  const typed = useAltBranch(({ byStep }) => byStep[`${tract}/${at}`])
  if (at === null) return null
  const name = typed ?? altBranchName(taken, branch)
  const why = whyNotBranchName(name, taken)
  return (
    <div className="mb-1.5 flex min-w-0 items-center gap-1.5 text-xs text-soft">
      <GitBranch size={14} className="shrink-0 text-warning" />
      <label htmlFor={field} className="shrink-0">
        Start branch
      </label>
      <input
        id={field}
        value={name}
        spellCheck={false}
        aria-invalid={why !== null}
        title={why ?? 'The name of the new branch'}
        className={cx('field-sizing-content h-6 max-w-48 min-w-16 rounded-sm bg-input px-1.5 font-medium text-ink inset-ring', why === null ? 'inset-ring-field' : 'inset-ring-danger-line')}
        onFocus={(event) => event.target.select()}
        onChange={(event) => nameAltBranch(tract, at, event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' && event.key !== 'Escape') return
          event.preventDefault()
          event.stopPropagation()
          if (event.key === 'Escape') nameAltBranch(tract, at, altBranchName(taken, branch))
          onDone()
        }}
      />
      <span className="truncate">here when you send</span>
      {why !== null && <span className="min-w-0 truncate text-danger">{why}</span>}
    </div>
  )
}
