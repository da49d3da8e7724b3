import type { GcGroup, GcItem, GcKept, GcReport } from '../../model/cleanUp.ts'
import { textOf } from '../../model/contentTypes.ts'
import { asTractId } from '../../model/ids.ts'
import { previewOf } from '../../model/text.ts'
import { listLeftovers, readMessageSteps, readTractNames } from '../../store/cleanUpRows.ts'
import { kindOf } from '../../store/commitKinds.ts'
import type { CommitKey } from '../../store/commits.ts'
import type { ReadDb } from '../../store/database.ts'
import type { Plan, Wish } from './plan.ts'

/** What a plan comes to, as people read it. */
export type Told = Omit<GcReport, 'wasDryRun' | 'isGone' | 'fileBytes' | 'operations'>

/** So many of a group are shown one by one. */
const mostItems = 200

/** Reads what the plan is about while it is still there. */
export function tellPlan(db: ReadDb, plan: Plan, { purges }: Wish): Told {
  const { trashed, purged, archived, rescued, batches, holders, purgedTexts, archivedTexts } = plan
  const group = groupsOf(db)
  const waiting = new Set([...batches.flatMap(({ commits }) => commits).filter((id) => !rescued.has(id)), ...trashed].filter((id) => !purged.has(id)))
  const archivedSteps = new Set([...archived].filter((id) => holders.textsOf(id).some((text) => archivedTexts.has(text))))
  const told = group(archivedSteps, sum(archivedTexts.values()))
  return {
    removedCommits: purged.size,
    purgedMessages: told.messages,
    freedBytes: sum(purgedTexts.values()) + sum(archivedTexts.values()),
    trashed: group(trashed, sum(holders.heldOnlyBy(trashed).values())),
    purged: group(purged, sum(purgedTexts.values())),
    archived: told,
    rescued: group(rescued, sum(holders.heldOnlyBy(rescued).values())),
    waiting: group(waiting, sum(holders.heldOnlyBy(waiting).values())),
    kept: keptOf(db, plan),
    purges,
  }
}

function groupsOf(db: ReadDb): (commits: ReadonlySet<CommitKey>, bytes: number) => GcGroup {
  return (commits, bytes) => {
    const newest = [...commits].toSorted((a, b) => b - a)
    const messages = newest.length === 0 ? 0 : readMessageSteps(db, newest)
    return { commits: commits.size, messages, bytes, items: listLeftovers(db, newest.slice(0, mostItems)).map((row) => toItem(db, row)) }
  }
}

function toItem(db: ReadDb, { tract, tractName, hash, kind, content, createdAt, bytes }: ReturnType<typeof listLeftovers>[number]): GcItem {
  return {
    tract: asTractId(tract), tractName, commit: hash, kind: kindOf(kind), createdAt: createdAt / 1000, bytes,
    preview: content === null ? '' : previewOf(textOf(content, db.types)),
  }
}

function keptOf(db: ReadDb, { kept, holders }: Plan): readonly GcKept[] {
  const names = readTractNames(db)
  return kept.map(({ because, tract, commits }) => ({
    tract: asTractId(names.get(tract)?.uuid ?? ''), tractName: names.get(tract)?.name ?? '', because, commits: commits.size,
    messages: readMessageSteps(db, [...commits]), bytes: sum(holders.heldOnlyBy(commits).values()),
  }))
}

const sum = (numbers: Iterable<number>): number => [...numbers].reduce((total, one) => total + one, 0)
