import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { TractId } from '../../core/model/ids.ts'
import { chatStateQuery } from '../queries/chat.ts'
import { compressStateQuery } from '../queries/compress.ts'
import { policiesQuery } from '../queries/policies.ts'
import { waitingMergesQuery } from '../queries/joins.ts'
import { useQueue } from '../state/queue.ts'
import { reviewItems } from './reviewItems.ts'
import type { ReviewItem } from './reviewItems.ts'

/** Everything that waits for a person on a tract; undefined while that is being read. */
export function useReview(tract: TractId | null): readonly ReviewItem[] | undefined {
  const asked = tract ?? ('' as TractId)
  const { data: chat } = useQuery({ ...chatStateQuery(asked), enabled: tract !== null })
  const { data: merges } = useQuery({ ...waitingMergesQuery(asked), enabled: tract !== null })
  const { data: compress } = useQuery({ ...compressStateQuery(asked), enabled: tract !== null })
  const { data: policies } = useQuery({ ...policiesQuery(asked), enabled: tract !== null })
  const proposals = policies?.waiting
  const summaries = compress?.drafts
  const queue = useQueue(({ items }) => items)
  return useMemo(() => (chat === undefined || merges === undefined || summaries === undefined || proposals === undefined ? undefined : reviewItems({ merges, summaries, proposals, chat, queue: queue.filter((queued) => queued.tract === tract) })), [chat, merges, summaries, proposals, queue, tract])
}
