import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { XrayView } from '../../main/contract/history.ts'
import type { ContextPlace } from '../queries/xray.ts'
import { repairsQuery, replacedQuery } from '../queries/xray.ts'
import { useOnce } from '../state/once.ts'
import { useXray } from '../state/xray.ts'
import { arranged, xrayRows } from './xrayRows.ts'
import type { XrayRows } from './xrayRows.ts'

/** The lines of a context as they are arranged now. Older texts and repairs join when they have come. */
export function useXrayRows(place: ContextPlace, view: XrayView | undefined): XrayRows | null {
  const task = useXray((xray) => xray.task)
  const sort = useXray((xray) => xray.sort)
  const filter = useXray((xray) => xray.filter)
  const { data: replaced } = useQuery({ ...replacedQuery(place), enabled: view?.messages.some(({ edited }) => edited) === true })
  const { data: repairs } = useQuery(repairsQuery(place, task, useOnce(place.tract, place.branch)))
  const rows = useMemo(() => {
    if (view === undefined) return null
    const edited = new Set(view.messages.flatMap((line) => (line.edited ? [line.messageId] : [])))
    return xrayRows({ ...view, replaced: replaced?.filter(({ messageId }) => edited.has(messageId)) ?? [], repairs: repairs ?? [] })
  }, [view, replaced, repairs])
  return useMemo(() => rows && arranged(rows, sort, filter), [rows, sort, filter])
}
