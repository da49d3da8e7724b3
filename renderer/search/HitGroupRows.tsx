import { useQuery } from '@tanstack/react-query'
import type { SearchHit } from '../../core/model/search.ts'
import { tractsQuery } from '../queries/tracts.ts'
import type { Current } from '../queries/useCurrent.ts'
import { spaced } from '../words/numbers.ts'
import { tractName } from '../words/tracts.ts'
import type { HitGroup } from './groupHits.ts'
import { hitId, HitRow } from './HitRow.tsx'

type Props = {
  readonly group: HitGroup
  /** The place of its first hit among all. */
  readonly from: number
  readonly current: Current
  readonly chosen: number
  readonly onPoint: (index: number) => void
  readonly onOpen: (hit: SearchHit) => void
}

/** What was found on one branch, under its name. */
export function HitGroupRows({ group, from, current, chosen, onPoint, onOpen }: Props) {
  const { data: tracts } = useQuery(tractsQuery())
  const other = group.tract === current.tract ? undefined : tracts?.find(({ id }) => id === group.tract)
  const name = group.branch === null ? 'on no branch any more' : `on ${group.branch}`
  const words = other === undefined ? name : `${tractName(other)}, ${name}`
  return (
    <div role="group" aria-label={words}>
      <p aria-hidden="true" className="flex items-center gap-2 px-4.5 pt-2.5 pb-1 text-xs font-semibold text-muted">
        {words}
        {group.branch === current.branch && other === undefined && <span className="font-normal">open now</span>}
        <span className="num font-normal">{spaced(group.hits.length)}</span>
      </p>
      {group.hits.map((hit, nth) => (
        <HitRow key={hitId(hit, from + nth)} hit={hit} index={from + nth} current={current} isChosen={from + nth === chosen} onPoint={() => onPoint(from + nth)} onOpen={() => onOpen(hit)} />
      ))}
    </div>
  )
}
