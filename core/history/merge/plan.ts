import type { OpenWorkspace } from '../../journal/openWorkspace.ts'
import type { Encoding } from '../../model/config.ts'
import type { CommitKey } from '../../store/commits.ts'
import type { ReadDb } from '../../store/database.ts'
import type { StoredResolution } from '../../store/payloads.ts'
import { advisoriesOf } from './advisories.ts'
import type { Advisory, PlannedConflict } from './conflicts.ts'
import { correctionsFor } from './corrections.ts'
import { mergeGroups } from './groups.ts'
import { mergeRegisters } from './registers.ts'
import { seenIn } from './seen.ts'
import { type Sides, sidesOf } from './sides.ts'
import { touchedBy } from './touched.ts'
import { basesOf, type Outcomes } from './values.ts'

/** What merging two commits comes to, before anything is written. */
export type MergePlan = {
  /** `fastForward`: ours has nothing of its own. It can be merged all the same, with a commit. */
  readonly kind: 'upToDate' | 'fastForward' | 'clean' | 'conflict'
  readonly sides: Sides
  readonly conflicts: readonly PlannedConflict[]
  /** Registers to set because folding their commits on top of ours gives something else than the three-way rule. */
  readonly corrections: readonly StoredResolution[]
  readonly advisories: readonly Advisory[]
}

/** Plans the merge of `theirs` into `ours`. Reads only what either side has alone. */
export function planMerge(file: OpenWorkspace, encoding: Encoding, ours: CommitKey, theirs: CommitKey): MergePlan {
  return planSides(file.db.read, sidesOf(file, encoding, ours, theirs))
}

export function planSides(db: ReadDb, sides: Sides): MergePlan {
  const [seen, bases] = [seenIn(sides), basesOf(db, sides)]
  const outcomes: Outcomes = new Map()
  // Both sides: a value that both have seen, and that no base has, can be touched by one side's copies alone. The other way round it is asked about.
  const touched = new Set([sides.theirs, sides.ours].flatMap(({ own, state }) => [...touchedBy(own, state)]))
  const single = [...touched].flatMap((message) => mergeRegisters(sides, seen, bases, message, outcomes))
  const groups = mergeGroups(sides, seen, bases, touched, outcomes)
  const conflicts = [...single, ...groups.conflicts]
  return {
    kind: sides.theirs.own.length === 0 ? 'upToDate' : sides.ours.own.length === 0 ? 'fastForward' : conflicts.length > 0 ? 'conflict' : 'clean',
    sides, conflicts, corrections: correctionsFor(sides, outcomes),
    advisories: [...groups.advisories, ...advisoriesOf(sides, seen)],
  }
}
