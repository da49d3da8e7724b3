import { useInfiniteQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { MessageId } from '../../core/model/ids.ts'
import { knownRailRows } from '../graph/knownRailRows.ts'
import { rowsOf } from '../graph/readRows.ts'
import { graphQuery } from '../queries/history.ts'
import type { Current } from '../queries/useCurrent.ts'
import { stepPlace } from './stepPlace.ts'
import type { StepPlace } from './stepPlace.ts'

/** Where a step stands, as far as the graph has been read; null while nothing of it has. */
export function useStepPlace({ tract, branch, at }: Current, step: MessageId): StepPlace | null {
  const { data } = useInfiniteQuery(graphQuery(tract))
  return useMemo(() => (data === undefined ? null : stepPlace(rowsOf(tract), knownRailRows(tract, branch, at), step, branch)), [data, tract, branch, at, step])
}
