import { Diff } from 'lucide-react'
import { EmptyState } from '../components/EmptyState.tsx'
import { Pane, PaneHead } from '../components/Pane.tsx'
import { DiffView } from '../diff/DiffView.tsx'
import { useNowBranch } from '../diff/useNowBranch.ts'
import { useCurrent } from '../queries/useCurrent.ts'
import type { Current } from '../queries/useCurrent.ts'
import { useAsOfFor } from '../state/asOf.ts'
import { TimelineTab } from '../timeline/TimelineTab.tsx'
import { XrayPane } from '../xray/XrayPane.tsx'

/** How it came to be: what happened when, what the model saw then, and what changed since. */
export function ForensicsPage() {
  const current = useCurrent()
  return (
    <main className="grid min-h-0 grid-cols-[minmax(0,1fr)_minmax(0,1fr)] grid-rows-[minmax(236px,2fr)_minmax(0,3fr)] bg-pane">
      <div className="col-span-2 grid min-h-0 border-b border-line">
        <Pane name="timeline" label="Forensics">
          <TimelineTab />
        </Pane>
      </div>
      <div className="grid min-h-0 min-w-0 border-r border-line">
        <XrayPane />
      </div>
      <Pane name="diff" label="Changes since">
        <PaneHead title="Since then" lens={Diff} sub="what leads from there to now" />
        {current !== null && <Since current={current} />}
      </Pane>
    </main>
  )
}

function Since({ current }: { readonly current: Current }) {
  const asOf = useAsOfFor(current.tract)
  const now = useNowBranch(current)
  if (current.at === null || asOf === null) {
    return (
      <EmptyState icon={Diff} title="This is now">
        Move the timeline back, and this shows what came, went and changed since then.
      </EmptyState>
    )
  }
  return <DiffView of={{ tract: current.tract, branch: now, moment: {} }} against={{ kind: 'at', at: current.at }} />
}
