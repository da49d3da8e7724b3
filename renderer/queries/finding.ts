import { keepPreviousData } from '@tanstack/react-query'
import type { Ref, TractId } from '../../core/model/ids.ts'
import { query } from './client.ts'

export const hitsPage = 50

/** Hits of a search in one tract, or in all of the file where `tract` is null, page by page (`useInfiniteQuery`). */
export const searchQuery = (tract: TractId | null, text: string) =>
  query.finding.search.infiniteOptions({
    input: (cursor: string | null) => ({ tract, text, limit: hitsPage, cursor }),
    initialPageParam: null as string | null,
    getNextPageParam: (page): string | null => page.next,
    placeholderData: keepPreviousData,
  })

/** The best hits of some words among all texts of a tract, for a list that shows a few. */
export const stepHitsQuery = (tract: TractId | null, text: string) =>
  query.finding.search.queryOptions({ input: { tract, text, limit: 12, cursor: null }, select: (page) => page.items, placeholderData: keepPreviousData })

/** Two contexts of a tract compared message by message. */
export const diffQuery = (tract: TractId, from: Ref, to: Ref) => query.finding.diff.queryOptions({ input: { tract, from, to } })

/** The context that a commit gives, in numbers. */
export const contextAtQuery = (tract: TractId, at: Ref) => query.finding.contextAt.queryOptions({ input: { tract, at } })
