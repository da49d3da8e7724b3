import { ownStretches } from '../../context/ancestry.ts'
import { foldCommits } from '../../context/foldCommit.ts'
import { inLinearOrder } from '../../context/ownCommits.ts'
import { fold } from '../../context/reduce.ts'
import { emptyState } from '../../context/state.ts'
import type { TractHandle } from '../../journal/openWorkspace.ts'
import type { CommitKey } from '../../store/commits.ts'
import { configOf } from '../configOf.ts'
import { type Sides, sideWith } from './sides.ts'

/** Both sides as if some of theirs' own commits had never been made. */
export function withoutDropped(tract: TractHandle, sides: Sides, dropped: ReadonlySet<CommitKey>): Sides {
  const { tip, own } = sides.theirs
  const kept = own.filter(({ key }) => !dropped.has(key))
  if (kept.length === own.length) return sides
  const { encoding } = configOf(tract)
  const { read } = tract.file.db
  const whole = inLinearOrder(read, tip, ownStretches(read, [tip], []), encoding).filter(([key]) => !dropped.has(key))
  return { ...sides, theirs: sideWith(tip, fold(emptyState, foldCommits(read, whole, encoding), () => []), kept) }
}
