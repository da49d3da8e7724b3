import { useQuery } from '@tanstack/react-query'
import { ScanEye } from 'lucide-react'
import { useMemo } from 'react'
import { focusPane } from '../commands/focus.ts'
import { XrayZones } from '../drag/XrayZones.tsx'
import { EmptyState } from '../components/EmptyState.tsx'
import { Pane, PaneHead } from '../components/Pane.tsx'
import { SkeletonRows } from '../components/Skeleton.tsx'
import { LessonPanel } from '../onboarding/LessonPanel.tsx'
import { xrayQuery } from '../queries/history.ts'
import { momentOf, useCurrent } from '../queries/useCurrent.ts'
import type { Current } from '../queries/useCurrent.ts'
import { focusMessage, useSelection } from '../state/selection.ts'
import { useWords } from '../words/words.ts'
import { RequestPane } from './RequestPane.tsx'
import { XrayBar } from './XrayBar.tsx'
import { XrayList } from './XrayList.tsx'
import { useXrayLook } from './xrayLook.ts'
import { xrayRows } from './xrayRows.ts'
import type { XrayRow } from './xrayRows.ts'
import { XraySum } from './XraySum.tsx'

/** Exactly what would be sent now, and what is left out and why. */
export function XrayPane() {
  const current = useCurrent()
  const words = useWords()
  return (
    <Pane name="xray" label="Context X-ray" surface="sunken">
      <PaneHead title="Context X-ray" lens={ScanEye} sub={words.modelSees} />
      <LessonPanel />
      {current === null ? <SkeletonRows count={6} label="The context is being read" /> : <Xray current={current} />}
    </Pane>
  )
}

function Xray({ current }: { readonly current: Current }) {
  const { tract, branch, at } = current
  const { data: view } = useQuery(xrayQuery(tract, branch, momentOf(at)))
  const selected = useSelection((selection) => selection.focused)
  const scrollsTo = useSelection((selection) => selection.by !== 'xray')
  const look = useXrayLook((xray) => xray.look)
  const rows = useMemo(() => (view ? xrayRows(view) : null), [view])
  if (!view || !rows) return <SkeletonRows count={6} label="The context is being read" />
  if (rows.shown.length + rows.leftOut.length === 0) return <NothingYet />
  return (
    <>
      <XrayZones />
      <XrayBar current={current} look={look} />
      <XraySum view={view} current={current} />
      {look === 'messages' ? (
        <XrayList rows={rows} selected={selected} scrollsTo={scrollsTo} onSelect={select} onOpen={open} />
      ) : (
        <RequestPane current={current} form={look} />
      )}
    </>
  )
}

const select = (row: XrayRow): void => focusMessage(row.messageId, 'xray')
function open(row: XrayRow): void {
  focusMessage(row.messageId, 'xray')
  focusPane('chat')
}

const NothingYet = () => (
  <EmptyState icon={ScanEye} title="The model sees nothing yet">
    As soon as there is a step, this pane lists exactly what would be sent, in order, with the reason for each line.
  </EmptyState>
)
