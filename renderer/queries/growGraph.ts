import type { InfiniteData } from '@tanstack/react-query'
import type { GraphRow } from '../../core/model/commit.ts'
import type { Page, TractId } from '../../core/model/ids.ts'
import { api } from '../connect.ts'
import { queryClient } from './client.ts'
import { graphPage, graphQuery } from './history.ts'

type Read = InfiniteData<Page<GraphRow>, string | null>

/**
 * Puts new commits on top of the graph that was read. They follow what was there, so older pages stay as they are: reading them all anew for each
 * answer would take longer the further back one has scrolled.
 */
export async function growGraph(tract: TractId): Promise<void> {
  const { queryKey } = graphQuery(tract)
  const read = queryClient.getQueryData<Read>(queryKey)
  if (read === undefined || read.pages.length < 2 || queryClient.isFetching({ queryKey }) > 0) return await queryClient.invalidateQueries({ queryKey })
  const newest = await api.history.graph({ tract, limit: graphPage, cursor: null }).catch(() => null) // asked for again with the next connection
  if (newest === null) return
  const pages = grown(read.pages, newest)
  const isUnchanged = queryClient.getQueryData<Read>(queryKey) === read && queryClient.isFetching({ queryKey }) === 0
  if (pages === null || !isUnchanged) return await queryClient.invalidateQueries({ queryKey })
  queryClient.setQueryData<Read>(queryKey, { ...read, pages })
}

/** The pages with the newest rows in front; null where these don't reach back to the first page, so that what lies between isn't known. */
export function grown([first, ...older]: readonly Page<GraphRow>[], newest: Page<GraphRow>): Page<GraphRow>[] | null {
  const last = newest.items.at(-1)?.hash
  const met = first?.items.findIndex(({ hash }) => hash === last) ?? -1
  if (first === undefined || met < 0) return null
  const names = new Set(newest.items.flatMap(({ branches }) => branches))
  const unlabelled = ({ items, next }: Page<GraphRow>): Page<GraphRow> => ({ items: items.map((row) => without(row, names)), next })
  return [{ items: [...newest.items, ...unlabelled(first).items.slice(met + 1)], next: first.next }, ...older.map(unlabelled)]
}

/** A branch that grew ends elsewhere now. */
function without(row: GraphRow, names: ReadonlySet<string>): GraphRow {
  return row.branches.some((name) => names.has(name)) ? { ...row, branches: row.branches.filter((name) => !names.has(name)), isHead: false } : row
}
