import type { RawCommit } from '../store/fsckRows.ts'
import type { Found } from './finding.ts'
import { ownOf } from './own.ts'
import { nameOfCommit, type Subject } from './subject.ts'

export function* checkLines(subject: Subject): Iterable<Found> {
  for (const commit of subject.commits.list) yield* checkPlace(subject, commit)
  yield* checkSegments(subject)
}

function* checkPlace({ commits }: Subject, commit: RawCommit): Iterable<Found> {
  const [parent, parent2] = [commit.parent, commit.parent2].map((key) => (key === null ? undefined : commits.byId.get(key)))
  const generation = parent || parent2 ? 1 + Math.max(parent?.generation ?? 0, parent2?.generation ?? 0) : 0
  const depth = 1 + (parent?.depth ?? 0) + (parent2 ? ownOf(commits.byId, commit).length : 0)
  const about = { tract: commit.tract }
  if (commit.generation !== generation) yield { code: 'I-19', text: `The ${nameOfCommit(commit)} says that its generation is ${commit.generation}; its parents make it ${generation}`, ...about }
  if (commit.depth !== depth) yield { code: 'I-19', text: `The ${nameOfCommit(commit)} says that its history has ${commit.depth} commits; it has ${depth}`, ...about }
}

/** In a segment each commit follows the one before, and the first the commit that the segment goes on from. */
function* checkSegments({ commits, segments }: Subject): Iterable<Found> {
  const bySegment = Map.groupBy(commits.list, ({ segment }) => segment)
  for (const { id, parent } of segments.list) {
    if (!bySegment.has(id)) yield { code: 'I-20', text: `The segment ${id} has no commit`, repair: 'safe' }
    let previous = parent
    for (const commit of (bySegment.get(id) ?? []).toSorted((a, b) => a.generation - b.generation)) {
      if (commit.parent !== previous) yield { code: 'I-20', text: `The ${nameOfCommit(commit)} doesn't follow the one before it in segment ${id}`, tract: commit.tract, repair: 'safe' }
      previous = commit.id
    }
  }
  for (const [id, [first]] of bySegment) {
    if (!segments.byId.has(id) && first) yield { code: 'I-20', text: `The ${nameOfCommit(first)} lies in a segment (${id}) that isn't there`, tract: first.tract, repair: 'safe' }
  }
}
