import type { InfiniteData } from '@tanstack/react-query'
import type { Jump } from '../../main/contract/acts.ts'
import type { DryRun } from '../../core/model/effect.ts'
import type { OperationId, Page, TractId } from '../../core/model/ids.ts'
import type { Operation, TractView, UndoResult } from '../../core/model/operation.ts'
import { api } from '../connect.ts'
import { query, queryClient } from './client.ts'
import { refuseInThePast } from './refuseWhileLooking.ts'

export const operationsPage = 250

/** Everything that was done to a tract, newest first, page by page (`useInfiniteQuery`). */
export const operationsQuery = (tract: TractId) =>
  query.history.operations.infiniteOptions({
    input: (cursor: string | null) => ({ tract, limit: operationsPage, cursor }),
    initialPageParam: null as string | null,
    getNextPageParam: (page): string | null => page.next,
  })

/** Puts what was just done on top of what was read. What was done stays as it is, so nothing else has to be read anew. */
export function addOperation(tract: TractId, done: Operation): void {
  const { queryKey } = operationsQuery(tract)
  if (queryClient.isFetching({ queryKey }) > 0) return void queryClient.invalidateQueries({ queryKey }) // it may come too late for the page on its way
  queryClient.setQueryData<InfiniteData<Page<Operation>, string | null>>(queryKey, (read) => read && onTop(read, done))
}

function onTop<Read extends { readonly pages: readonly Page<Operation>[] }>(read: Read, done: Operation): Read {
  const [first, ...rest] = read.pages
  if (first === undefined || first.items.some(({ id }) => id === done.id)) return read
  return { ...read, pages: [{ ...first, items: [done, ...first.items] }, ...rest] }
}

/** A tract as of a position of its journal: that never changes. */
export const viewAtQuery = (tract: TractId, seq: number) => query.history.viewAt.queryOptions({ input: { tract, seq } })
export type { TractView }

/** Puts everything back as it was right after an operation. */
export async function restore(tract: TractId, operation: OperationId): Promise<UndoResult> {
  refuseInThePast(tract)
  return await api.acts.restore({ tract, operation })
}
/** Takes one operation back, alone. */
export async function revert(tract: TractId, operation: OperationId): Promise<UndoResult> {
  refuseInThePast(tract)
  return await api.acts.revert({ tract, operation })
}
export const previewJump = (tract: TractId, jump: Jump): Promise<DryRun<UndoResult>> => api.acts.previewJump({ tract, jump })
