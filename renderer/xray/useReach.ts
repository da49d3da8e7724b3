import { useQuery } from '@tanstack/react-query'
import { currentContext } from '../commands/context.ts'
import { transcriptPage, transcriptQuery, transcriptReach } from '../queries/history.ts'
import { momentOf } from '../queries/useCurrent.ts'
import type { Current } from '../queries/useCurrent.ts'
import { useSelection } from '../state/selection.ts'
import { useXray } from '../state/xray.ts'
import type { XrayRow } from './xrayRows.ts'

/** Reads the messages as far back as the line that is pointed at: commands act only on what has been read. */
export function useReach({ tract, branch, at }: Current, rows: readonly XrayRow[]): void {
  const focused = useSelection((selection) => selection.focused)
  const pointed = useXray((xray) => xray.pointed)
  const wanted = pointed ?? focused
  const isBeyond = rows.length > transcriptPage && wanted !== null && rows.some(({ messageId }) => messageId === wanted) && currentContext(wanted).target === null
  useQuery({ ...transcriptQuery(tract, branch, transcriptReach, momentOf(at)), enabled: isBeyond })
}
