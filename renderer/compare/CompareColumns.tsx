import { cx } from '../components/cx.ts'
import type { Current } from '../queries/useCurrent.ts'
import type { DiffLevel } from '../state/compareLook.ts'
import type { AlignedRow } from './alignBranches.ts'
import { CompareCell } from './CompareCell.tsx'
import { letters } from './letters.ts'
import { LiveCell } from './LiveCell.tsx'

type Props = { readonly current: Current; readonly branches: readonly string[]; readonly rows: readonly AlignedRow[]; readonly diff: DiffLevel }

/** Each branch by itself, in a column that scrolls alone. */
export function CompareColumns({ current, branches, rows, diff }: Props) {
  return (
    <div className="grid min-h-0 grow text-read" style={{ gridTemplateColumns: `repeat(${branches.length}, minmax(0, 1fr))` }}>
      {branches.map((branch, nth) => (
        <div key={branch} role="region" tabIndex={0} aria-label={`${letters[nth]}, ${branch}`} className={cx('min-h-0 overflow-y-auto', nth > 0 && 'border-l border-subtle')}>
          {rows.map((row, at) => {
            const cell = row.cells[nth] ?? null
            return cell === null ? null : (
              <div key={at} className="border-b border-subtle px-5 py-3">
                <CompareCell row={row} nth={nth} cell={cell} hasMore diff={diff} />
              </div>
            )
          })}
          <div className="px-5"><LiveCell current={current} branch={branch} /></div>
        </div>
      ))}
    </div>
  )
}
