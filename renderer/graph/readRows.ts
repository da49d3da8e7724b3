import type { InfiniteData } from '@tanstack/react-query'
import type { GraphRow } from '../../core/model/commit.ts'
import type { Page, TractId } from '../../core/model/ids.ts'
import { queryClient } from '../queries/client.ts'
import { graphQuery } from '../queries/history.ts'

export type ReadGraph = InfiniteData<Page<GraphRow>>
const rowsByRead = new WeakMap<ReadGraph, readonly GraphRow[]>()
const none: readonly GraphRow[] = []

/** The rows as last read, newest first: the same list until they are read anew, so that what is worked out of it can be kept. */
export function rowsIn(read: ReadGraph | undefined): readonly GraphRow[] {
  if (read === undefined) return none
  const rows = rowsByRead.get(read) ?? read.pages.flatMap(({ items }) => items)
  rowsByRead.set(read, rows)
  return rows
}

/** The same for whoever draws nothing, such as a command. */
export const rowsOf = (tract: TractId): readonly GraphRow[] => rowsIn(queryClient.getQueryData<ReadGraph>(graphQuery(tract).queryKey))
