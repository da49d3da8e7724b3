import { ArrowLeft, Diff } from 'lucide-react'
import type { CommitHash } from '../../core/model/ids.ts'
import { PaneHead } from '../components/Pane.tsx'
import { SkeletonRows } from '../components/Skeleton.tsx'
import { momentOf, useCurrent } from '../queries/useCurrent.ts'
import type { Current } from '../queries/useCurrent.ts'
import type { ContextPlace } from '../queries/xray.ts'
import { compareAgainst, compareOf, useDiffSides } from '../state/diffSides.ts'
import type { DiffSide } from '../state/diffSides.ts'
import { DiffView } from './DiffView.tsx'
import { SideMenu } from './SideMenu.tsx'
import { useNowBranch } from './useNowBranch.ts'

/** Any two contexts of the tract held against each other. */
export function DiffTab() {
  const current = useCurrent()
  return current === null ? <SkeletonRows count={4} label="The contexts are being read" /> : <Sides key={current.tract} current={current} />
}

function Sides({ current }: { readonly current: Current }) {
  const { of, against } = useDiffSides()
  const now = useNowBranch(current)
  return (
    <>
      <PaneHead title="Diff" lens={Diff} sub={current.branch}>
        <SideMenu label="Compared" side={of} current={current} now={now} onChoose={(side) => side.kind !== 'lastCall' && compareOf(side)} />
        <ArrowLeft size={12} className="shrink-0 text-muted" aria-label="against" />
        <SideMenu label="Against" side={against} current={current} now={now} hasCall onChoose={compareAgainst} />
      </PaneHead>
      <DiffView of={placeOf(of, current, now)} against={against.kind === 'lastCall' ? against : { kind: 'at', at: refOf(against, current, now) }} />
    </>
  )
}

function placeOf(side: DiffSide, { tract, branch, at }: Current, now: string): ContextPlace {
  if (side.kind === 'at') return { tract, branch: now, moment: { at: side.at as CommitHash } }
  return side.kind === 'shown' ? { tract, branch, moment: momentOf(at) } : { tract, branch: now, moment: {} }
}

const refOf = (side: DiffSide, { branch, at }: Current, now: string): string => (side.kind === 'at' ? side.at : side.kind === 'shown' ? (at ?? branch) : now)
