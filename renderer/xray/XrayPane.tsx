import { KeyHints } from '../commands/KeyHints.tsx'
import { useQuery } from '@tanstack/react-query'
import { ScanEye } from 'lucide-react'
import { useMemo } from 'react'
import { roughTokens } from '../chat/answerFacts.ts'
import { useDraftTokens } from '../chat/useDraftTokens.ts'
import { focusPane } from '../commands/focus.ts'
import { XrayZones } from '../drag/XrayZones.tsx'
import { cx } from '../components/cx.ts'
import { EmptyState } from '../components/EmptyState.tsx'
import { Pane, PaneHead } from '../components/Pane.tsx'
import { SkeletonRows } from '../components/Skeleton.tsx'
import { LessonPanel } from '../onboarding/LessonPanel.tsx'
import { faultOf } from '../faults/faultOf.ts'
import { chatStateQuery } from '../queries/chat.ts'
import { xrayQuery } from '../queries/history.ts'
import { useCurrent } from '../queries/useCurrent.ts'
import type { Current } from '../queries/useCurrent.ts'
import type { ContextPlace } from '../queries/xray.ts'
import { useLiveReply } from '../state/live.ts'
import { focusMessage, scrollsTo, useSelection } from '../state/selection.ts'
import { useSmall } from '../state/useSmall.ts'
import { useXray, useXrayAt } from '../state/xray.ts'
import type { XrayAt } from '../state/xray.ts'
import { useWords } from '../words/words.ts'
import { AtStrip } from './AtStrip.tsx'
import { RequestPane } from './RequestPane.tsx'
import { Ribbons } from './Ribbons.tsx'
import { SentNote } from './SentNote.tsx'
import { useReach } from './useReach.ts'
import { useXrayRows } from './useXrayRows.ts'
import { XrayBar } from './XrayBar.tsx'
import { XrayDiff } from './XrayDiff.tsx'
import { XrayFoot } from './XrayFoot.tsx'
import { XrayList } from './XrayList.tsx'
import { useXrayPlace } from './xrayPlace.ts'
import type { XrayRow } from './xrayRows.ts'
import { XraySum } from './XraySum.tsx'
import { XrayTools } from './XrayTools.tsx'

/** Exactly what would be sent now or was at any other time, what is left out and why, and what changed since. */
export function XrayPane() {
  const current = useCurrent()
  const words = useWords()
  return (
    <Pane name="xray" label="Context X-ray" surface="sunken">
      <PaneHead title="Context X-ray" lens={ScanEye} sub={words.modelSees}>
        <XrayTools />
      </PaneHead>
      <LessonPanel />
      {current === null ? <SkeletonRows count={6} label="The context is being read" /> : <Xray current={current} />}
      <KeyHints pane="xray" />
    </Pane>
  )
}

function Xray({ current }: { readonly current: Current }) {
  const at = useXrayAt(current.tract, current.branch)
  const look = useXray((xray) => xray.look)
  const { place, fault } = useXrayPlace(current, at)
  return (
    <>
      <XrayZones />
      {at.kind !== 'head' && <AtStrip current={current} at={at} />}
      <XrayBar current={current} at={at} look={look} />
      {fault ? <p className="px-3.5 py-3 text-sm text-danger">{faultOf(fault).message}</p> : place === null ? <SkeletonRows count={6} label="The context is being read" /> : <Context current={current} at={at} place={place} />}
    </>
  )
}

type ContextProps = { readonly current: Current; readonly at: XrayAt; readonly place: ContextPlace }

function Context({ current, at, place }: ContextProps) {
  const look = useXray((xray) => xray.look)
  const { data: view, error, isPlaceholderData } = useQuery(xrayQuery(place.tract, place.branch, place.moment))
  const rows = useXrayRows(place, view)
  const focused = useSelection((selection) => selection.focused)
  const live = useLiveReply(current.tract, current.branch)
  if (error) return <p className="px-3.5 py-3 text-sm text-danger">{faultOf(error).message}</p>
  if (!view || !rows) return <SkeletonRows count={6} label="The context is being read" />
  const answer = at.kind === 'sent' ? at.message : focused
  return (
    <>
      <XraySum view={view} current={current} isOld={isPlaceholderData} isHead={isNow(current, at)} lines={rows.shown.length} />
      {answer !== null && <SentNote current={current} message={answer} />}
      <div className={cx('flex min-h-0 grow flex-col', isPlaceholderData && 'opacity-60')}>
        {look === 'diff' ? (
          <XrayDiff current={current} place={place} />
        ) : look !== 'messages' ? (
          <RequestPane place={place} form={look} isHead={isNow(current, at)} />
        ) : view.messages.length + view.excluded.length === 0 ? (
          <NothingYet isHead={at.kind === 'head'} />
        ) : (
          <Lines current={current} at={at} rows={rows} />
        )}
      </div>
      {view.messages.length > 0 && <XrayFoot place={place} isAnswered={live !== null && isNow(current, at)} />}
    </>
  )
}

function Lines({ current, at, rows }: { readonly current: Current; readonly at: XrayAt; readonly rows: NonNullable<ReturnType<typeof useXrayRows>> }) {
  const { tract, branch, overview } = current
  const follows = useSelection((selection) => scrollsTo(selection, 'xray'))
  const partial = useQuery(chatStateQuery(tract)).data?.partials.findLast((one) => one.branch === branch) ?? null
  const draftTokens = useDraftTokens(useMemo(() => ({ tract, branch }), [tract, branch]))
  const { budget: status } = overview.status
  const [maxTokens, used] = [status?.max ?? null, status?.used ?? 0]
  const budget = useMemo(() => (maxTokens === null ? null : { maxTokens, used }), [maxTokens, used])
  const canAct = isNow(current, at)
  const isSmall = useSmall()
  const hasRibbons = useXray((xray) => xray.ribbons) && !isSmall
  const all = useMemo(() => [...rows.shown, ...rows.leftOut], [rows])
  useReach(current, all)
  return (
    <>
      <XrayList rows={rows} draftTokens={canAct ? draftTokens : 0} partialTokens={canAct && partial !== null ? roughTokens(partial.text) : 0} budget={budget} canAct={canAct} scrollsTo={follows} onOpen={open} />
      {hasRibbons && <Ribbons rows={all} />}
    </>
  )
}

/** Whether it is the very context that would be sent, and that acts change. */
const isNow = (current: Current, at: XrayAt): boolean => at.kind === 'head' && current.at === null

function open(row: XrayRow): void {
  focusMessage(row.messageId, 'command')
  focusPane('chat')
}

const NothingYet = ({ isHead }: { readonly isHead: boolean }) => (
  <EmptyState icon={ScanEye} title={isHead ? 'The model sees nothing yet' : 'There was nothing yet'}>
    {isHead ? 'As soon as there is a step, this pane lists exactly what would be sent, in order, with the reason for each line.' : 'At that time there was no step on this branch.'}
  </EmptyState>
)
