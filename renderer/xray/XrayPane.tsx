import { useQuery } from '@tanstack/react-query'
import { ScanEye } from 'lucide-react'
import { useMemo } from 'react'
import type { XrayView } from '../../main/contract/history.ts'
import { modelWords } from '../chat/modelWords.ts'
import { focusPane } from '../commands/focus.ts'
import { EmptyState } from '../components/EmptyState.tsx'
import { Num } from '../components/Num.tsx'
import { Pane, PaneHead } from '../components/Pane.tsx'
import { SkeletonRows } from '../components/Skeleton.tsx'
import { xrayQuery } from '../queries/history.ts'
import { settingsQuery } from '../queries/settings.ts'
import { useCurrent } from '../queries/useCurrent.ts'
import type { Current } from '../queries/useCurrent.ts'
import { focusMessage, useSelection } from '../state/selection.ts'
import { counted } from '../words/numbers.ts'
import { useWords } from '../words/words.ts'
import { XrayList } from './XrayList.tsx'
import { xrayRows } from './xrayRows.ts'
import type { XrayRow } from './xrayRows.ts'

/** Exactly what would be sent now, and what is left out and why. */
export function XrayPane() {
  const current = useCurrent()
  const words = useWords()
  return (
    <Pane name="xray" label="Context X-ray" surface="sunken">
      <PaneHead title="Context X-ray" lens={ScanEye} sub={words.modelSees} />
      {current === null ? <SkeletonRows count={6} label="The context is being read" /> : <Xray current={current} />}
    </Pane>
  )
}

function Xray({ current: { tract, branch } }: { readonly current: Current }) {
  const { data: view } = useQuery(xrayQuery(tract, branch))
  const selected = useSelection((selection) => selection.focused)
  const scrollsTo = useSelection((selection) => selection.by !== 'xray')
  const rows = useMemo(() => (view ? xrayRows(view) : null), [view])
  if (!view || !rows) return <SkeletonRows count={6} label="The context is being read" />
  if (rows.shown.length + rows.leftOut.length === 0) return <NothingYet />
  return (
    <>
      <Sum view={view} />
      <XrayList rows={rows} selected={selected} scrollsTo={scrollsTo} onSelect={select} onOpen={open} />
    </>
  )
}

const select = (row: XrayRow): void => focusMessage(row.messageId, 'xray')
function open(row: XrayRow): void {
  focusMessage(row.messageId, 'xray')
  focusPane('chat')
}

function Sum({ view }: { readonly view: XrayView }) {
  const { data: settings } = useQuery(settingsQuery())
  return (
    <div className="flex items-baseline gap-2 border-b border-subtle px-3.5 pt-3 pb-2.5 text-xs whitespace-nowrap text-muted" title={sources[view.tokenSource]}>
      <Num value={view.tokenCount} prefix={view.tokenSource === 'provider' ? '' : '~'} className="text-xl/none! tracking-[-.02em] text-ink" />
      <span>tokens in {counted(view.messages.length, 'message')}</span>
      <span className="grow" />
      {settings && <span className="truncate">for {modelWords(settings)}</span>}
    </div>
  )
}

const sources: { readonly [Source in XrayView['tokenSource']]: string } = {
  estimate: 'Counted by this app; the provider counts in its own way',
  provider: 'As the provider counted',
  mixed: 'As the provider counted, and by this app since',
}

const NothingYet = () => (
  <EmptyState icon={ScanEye} title="The model sees nothing yet">
    As soon as there is a step, this pane lists exactly what would be sent, in order, with the reason for each line.
  </EmptyState>
)
