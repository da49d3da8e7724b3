import { keepPreviousData } from '@tanstack/react-query'
import type { EraseReport, GcReport } from '../../core/model/cleanUp.ts'
import type { MessageId, TractId } from '../../core/model/ids.ts'
import { api } from '../connect.ts'
import type { Retention } from '../state/retention.ts'
import { query } from './client.ts'
import { refuseInThePast } from './refuseWhileLooking.ts'

/** What the file holds, by what becomes of it. */
export const storageQuery = () => query.storage.facts.queryOptions({ staleTime: 0 })
/** What a clean-up would put into the trash and let go for good. Read anew each time it is looked at, since it depends on the hour. */
export const cleanUpQuery = (tract: TractId, retention: Retention) => query.storage.preview.queryOptions({ input: wishOf(tract, retention), staleTime: 0, placeholderData: keepPreviousData })
export async function moveToTrash(tract: TractId, retention: Retention): Promise<GcReport> {
  refuseInThePast(tract)
  return await api.storage.moveToTrash(wishOf(tract, retention))
}
/** The same, and what is due goes for good. */
export async function cleanUp(tract: TractId, retention: Retention): Promise<GcReport> {
  refuseInThePast(tract)
  return await api.storage.cleanUp(wishOf(tract, retention))
}

/** Where a message lives, and what repeats it. */
export const eraseQuery = (tract: TractId, branch: string, message: MessageId) => query.storage.previewErase.queryOptions({ input: { tract, branch, message }, staleTime: 0 })
export async function erase(tract: TractId, branch: string, message: MessageId, reason: string): Promise<EraseReport> {
  refuseInThePast(tract)
  return await api.storage.erase({ tract, branch, message, reason })
}

const wishOf = (tract: TractId, { leftoverDays, trashDays, archiveDays }: Retention) => ({ tract, orphanRetentionDays: leftoverDays, trashRetentionDays: trashDays, archiveRetentionDays: archiveDays })
