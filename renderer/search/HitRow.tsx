import { EyeOff, Unlink } from 'lucide-react'
import { useQuery } from '@tanstack/react-query'
import type { SearchHit } from '../../core/model/search.ts'
import { Badge } from '../components/Badge.tsx'
import { BranchChip } from '../components/Chip.tsx'
import { cx } from '../components/cx.ts'
import { laneColours } from '../components/laneColours.ts'
import { tractsQuery } from '../queries/tracts.ts'
import type { Current } from '../queries/useCurrent.ts'
import { tractName } from '../words/tracts.ts'
import { Marked } from '../commands/Marked.tsx'

type Props = { readonly hit: SearchHit; readonly index: number; readonly current: Current; readonly isChosen: boolean; readonly onPoint: () => void; readonly onOpen: () => void }

const mostChips = 2

export const hitId = ({ commit }: SearchHit, index: number): string => `hit-${index}-${commit.slice(0, 12)}`

/** The words around a match, and where they stand. */
export function HitRow({ hit, index, current: { tract, branch, overview }, isChosen, onPoint, onOpen }: Props) {
  const { data: tracts } = useQuery(tractsQuery())
  const other = hit.tract === tract ? undefined : tracts?.find(({ id }) => id === hit.tract)
  const lanes = laneColours(overview.branches.map(({ name }) => name), branch)
  const shown = hit.branches.toSorted((a, b) => Number(b === branch) - Number(a === branch)).slice(0, mostChips)
  return (
    <div
      id={hitId(hit, index)}
      role="option"
      aria-selected={isChosen}
      onPointerMove={onPoint}
      onClick={onOpen}
      className={cx('mx-2 flex min-h-9 items-center gap-2.5 rounded-md px-2.5 py-1.5 text-md', isChosen && 'bg-selected')}
    >
      <span className="line-clamp-2 min-w-0 grow">
        <Marked text={hit.snippet} marks={hit.marks} />
      </span>
      {other !== undefined && <span className="max-w-40 shrink-0 truncate text-xs text-muted">{tractName(other)}</span>}
      {hit.hidden && <Badge small tone="hidden" icon={EyeOff} tip="No branch shows this text to the model now" />}
      {shown.map((name) => (
        <span key={name} className="flex shrink-0">
          <BranchChip name={name} lane={other === undefined ? (lanes.get(name) ?? 1) : 1} here={name === branch && other === undefined} />
        </span>
      ))}
      {hit.branches.length > mostChips && <span className="text-xs text-muted">+{hit.branches.length - mostChips}</span>}
      {hit.branches.length === 0 && <Badge small icon={Unlink} tip="No branch leads to it any more">no branch</Badge>}
    </div>
  )
}
