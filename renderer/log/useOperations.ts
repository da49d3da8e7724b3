import { useInfiniteQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { TractId } from '../../core/model/ids.ts'
import type { Operation } from '../../core/model/operation.ts'
import { operationsQuery } from '../queries/operations.ts'

export type ReadOperations = {
  /** Newest first, as far as they are read. */
  readonly operations: readonly Operation[]
  readonly error: unknown
  readonly isReading: boolean
  /** Reads on, where there is more. */
  readonly more: (() => void) | null
}

/** What was done to a tract, as far as it is read. */
export function useOperations(tract: TractId): ReadOperations {
  const { data, error, isFetching, hasNextPage, fetchNextPage } = useInfiniteQuery(operationsQuery(tract))
  const operations = useMemo(() => data?.pages.flatMap(({ items }) => items) ?? [], [data])
  return { operations, error, isReading: isFetching, more: hasNextPage && !isFetching ? () => void fetchNextPage() : null }
}
