import { Activity } from 'lucide-react'
import { useState } from 'react'
import { CommandButton } from '../commands/CommandButtons.tsx'
import { EmptyState } from '../components/EmptyState.tsx'
import { PaneHead } from '../components/Pane.tsx'
import { Segmented } from '../components/Segmented.tsx'
import { SkeletonRows } from '../components/Skeleton.tsx'
import { FaultCard } from '../faults/FaultCard.tsx'
import { faultOf } from '../faults/faultOf.ts'
import { useCurrent } from '../queries/useCurrent.ts'
import type { Current } from '../queries/useCurrent.ts'
import { useAsOfFor } from '../state/asOf.ts'
import { counted } from '../words/numbers.ts'
import { MomentLine } from './MomentLine.tsx'
import type { Scale } from './timelineAxis.ts'
import { TimelineAxis } from './TimelineAxis.tsx'
import { TimelineList } from './TimelineList.tsx'
import { useTimeline } from './useTimeline.ts'

/** What happened when, and a scrubber that shows all panes as they were. */
export function TimelineTab() {
  const current = useCurrent()
  return current === null ? <SkeletonRows count={4} label="The timeline is being read" /> : <TimelineView key={current.tract} current={current} />
}

type Look = Scale | 'list'
const looks = [
  { value: 'acts', label: 'Evenly' },
  { value: 'clock', label: 'By the clock' },
  { value: 'list', label: 'List' },
] as const

function TimelineView({ current }: { readonly current: Current }) {
  const [look, setLook] = useState<Look>('acts')
  const { events, at, error, isReading, go } = useTimeline(current)
  const asOf = useAsOfFor(current.tract)
  return (
    <>
      <PaneHead title="Timeline" lens={Activity} sub={counted(events.length, 'act')}>
        {asOf !== null && <CommandButton id="timeline.now" size="sm">Back to now</CommandButton>}
        <Segmented small label="Timeline" value={look} options={looks} onChange={setLook} />
      </PaneHead>
      {error !== null && <div className="p-3.5"><FaultCard fault={faultOf(error)} /></div>}
      {events.length === 0 ? (
        <Nothing isReading={isReading} />
      ) : (
        <>
          {look === 'list' ? <TimelineList tract={current.tract} events={events} at={at} onGo={go} /> : <TimelineAxis events={events} at={at} scale={look} onGo={go} />}
          <MomentLine events={events} at={at} />
        </>
      )}
    </>
  )
}

const Nothing = ({ isReading }: { readonly isReading: boolean }) =>
  isReading ? <SkeletonRows count={3} label="The timeline is being read" /> : <EmptyState icon={Activity} title="Nothing happened yet">Every act on this tract will have its place on an axis here.</EmptyState>
