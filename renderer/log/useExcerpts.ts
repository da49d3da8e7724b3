import { useInfiniteQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { GraphRow } from '../../core/model/commit.ts'
import type { CommitHash, TractId } from '../../core/model/ids.ts'
import { plainText } from '../words/contents.ts'
import { graphQuery } from '../queries/history.ts'

export type Excerpts = ReadonlyMap<CommitHash, string>

/** The first words of what each commit brought or touched, as far as the graph is read. */
export function useExcerpts(tract: TractId): Excerpts {
  const { data } = useInfiniteQuery(graphQuery(tract))
  return useMemo(() => excerptsOf(data?.pages.flatMap(({ items }) => items) ?? []), [data])
}

function excerptsOf(rows: readonly GraphRow[]): Excerpts {
  const texts = new Map(rows.flatMap(({ messageId, preview }) => (messageId === null || preview === '' ? [] : [[messageId as string, preview] as const])))
  return new Map(rows.map(({ hash, messageId, preview }) => [hash, plainText(preview || (texts.get(messageId ?? '') ?? ''), 120)]))
}
