import { useMemo } from 'react'
import type { TractId } from '../../core/model/ids.ts'
import type { LogEntry } from '../log/logEntries.ts'
import { LogList } from '../log/LogList.tsx'
import type { Lanes } from '../log/LogRow.tsx'
import { useExcerpts } from '../log/useExcerpts.ts'
import type { TimelineEvent } from './timelineEvents.ts'

type Props = { readonly tract: TractId; readonly events: readonly TimelineEvent[]; readonly at: number; readonly onGo: (to: number) => void }

/** The same as a list, newest first: choosing a line shows that moment. */
export function TimelineList({ tract, events, at, onGo }: Props) {
  const entries = useMemo((): readonly LogEntry[] => events.map(({ operation, title }): LogEntry => ({ kind: 'operation', key: operation.id, at: operation.at, operation, title, state: 'in' })).toReversed(), [events])
  const chosen = entries[events.length - 1 - at]
  return (
    <div className="grid min-h-0 grow">
      <LogList entries={entries} lanes={noLanes} excerpts={useExcerpts(tract)} chosen={chosen} onChoose={(entry) => onGo(events.length - 1 - entries.indexOf(entry))} onEnd={null} />
    </div>
  )
}

const noLanes: Lanes = new Map()
