import { ancestryOf } from '../../context/ancestry.ts'
import type { CommitKey } from '../../store/commits.ts'
import type { ReadDb } from '../../store/database.ts'
import type { Place } from '../../store/segments.ts'

/** What some commits have in their histories: for each segment, up to which generation. */
export type Reach = ReadonlyMap<number, number>

export const reachOf = (db: ReadDb, tips: readonly CommitKey[]): Reach => new Map(ancestryOf(db, tips, []).ours.map(({ segment, to }) => [segment, to]))
export const reaches = (reach: Reach, { segment, generation }: Place): boolean => (reach.get(segment) ?? -1) >= generation
