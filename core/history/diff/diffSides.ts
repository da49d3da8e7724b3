import { contextsOf } from '../../context/contexts.ts'
import { foldCommits } from '../../context/foldCommit.ts'
import { fold } from '../../context/reduce.ts'
import { emptyState, type State } from '../../context/state.ts'
import type { OpenWorkspace } from '../../journal/openWorkspace.ts'
import type { Encoding } from '../../model/config.ts'
import type { CommitKey } from '../../store/commits.ts'
import type { ReadDb } from '../../store/database.ts'
import { readStretch, type Stretch, stretchOf } from '../../store/lines.ts'
import { findCommitAt } from '../../store/segments.ts'

/** Two states made from the one where their lines part, so that what they share is the same object. Reads what lies behind that, and nothing before it. */
export function statesAt(file: OpenWorkspace, encoding: Encoding, from: CommitKey | null, to: CommitKey | null): readonly [State, State] {
  const db = file.db.read
  const { states, source } = contextsOf(file, encoding)
  const [lineA, lineB] = [lineTo(db, from), lineTo(db, to)]
  const parting = partingOf(lineA, lineB)
  const base = parting === null ? emptyState : states.at(findCommitAt(db, { segment: parting.segment, generation: parting.to }) ?? null)
  const stateOf = (line: readonly Stretch[]): State =>
    fold(base, linesAfter(line, parting).flatMap((stretch) => foldCommits(db, readStretch(db, stretch, encoding), encoding)), (merge) => source.own(merge))
  return [stateOf(lineA), stateOf(lineB)]
}

/** The stretches of a line of first parents, oldest first. */
function lineTo(db: ReadDb, tip: CommitKey | null): readonly Stretch[] {
  const line: Stretch[] = []
  for (let key = tip; key !== null; ) {
    const { stretch, parent } = stretchOf(db, key)
    line.push(stretch)
    key = parent
  }
  return line.reverse()
}

/** The last stretch that two lines begin with together, as far as both go. */
function partingOf(a: readonly Stretch[], b: readonly Stretch[]): Stretch | null {
  let parting: Stretch | null = null
  for (let i = 0; i < Math.min(a.length, b.length); i++) {
    const [x, y] = [a[i], b[i]]
    if (!x || x.segment !== y?.segment) break
    parting = { ...x, to: Math.min(x.to, y.to) }
  }
  return parting
}

function linesAfter(line: readonly Stretch[], parting: Stretch | null): readonly Stretch[] {
  if (parting === null) return line
  const at = line.findIndex(({ segment }) => segment === parting.segment)
  return line.slice(at).map((stretch, i) => (i === 0 ? { ...stretch, from: parting.to + 1 } : stretch)).filter(({ from, to }) => from <= to)
}
