import { expect, test } from 'vitest'
import { ancestryOf, isAncestor, ownStretches } from '../../../core/context/ancestry.ts'
import { createTract } from '../../../core/history/tractVerbs.ts'
import { merge } from '../../../core/history/merge/merge.ts'
import { append } from '../../../core/history/append.ts'
import { createBranch } from '../../../core/history/refs/branches.ts'
import { openWorkspaceOf, type TractHandle } from '../../../core/journal/openWorkspace.ts'
import type { CommitKey } from '../../../core/store/commits.ts'
import { openDatabase } from '../../../core/store/open.ts'
import type { Stretch } from '../../../core/store/lines.ts'
import { forSeeds, type Random } from '../../helpers/random.ts'
import { testPorts } from '../../helpers/testPorts.ts'

/** Up to five branches that fork, grow unevenly and merge, each way. */
function randomTract(random: Random): TractHandle {
  const tract = createTract(openWorkspaceOf(openDatabase(':memory:'), testPorts()), { kind: 'user', id: 'ada' })
  const on = (branch: string): TractHandle => ({ ...tract, branch })
  const branches = ['main']
  append(tract, { type: 'dialogue', role: 'user', text: 'root' })
  for (let step = 0; step < 40; step++) {
    const [one, other] = [random.pick(branches), random.pick(branches)]
    if (random.chance(0.15) && branches.length < 5) branches.push(createBranch(on(one), `b${step}`, { from: one, switch: false }).name)
    else if (random.chance(0.45) && one !== other) merge(on(one), other, { noFf: random.chance(0.5), strategy: 'ours' })
    else for (let i = 0; i <= random.below(4); i++) append(on(one), { type: 'dialogue', role: 'user', text: `${step} ${i}` })
  }
  return tract
}

type Graph = ReadonlyMap<CommitKey, readonly CommitKey[]>

const graphOf = (tract: TractHandle): Graph =>
  new Map(tract.file.db.read.rows<[number, number | null, number | null]>('select id, parent, parent2 from commits').map(([id, ...parents]) => [id, parents.filter((parent) => parent !== null)]))

/** What each commit reaches, itself included, by walking every parent. */
function reachOf(graph: Graph): (tip: CommitKey) => ReadonlySet<CommitKey> {
  const known = new Map<CommitKey, ReadonlySet<CommitKey>>()
  return function reached(tip: CommitKey): ReadonlySet<CommitKey> {
    const reach: ReadonlySet<CommitKey> = known.get(tip) ?? new Set([tip, ...(graph.get(tip) ?? []).flatMap((parent) => [...reached(parent)])])
    known.set(tip, reach)
    return reach
  }
}

const sorted = (keys: Iterable<CommitKey>): readonly CommitKey[] => [...keys].toSorted((a, b) => a - b)
const keysIn = (tract: TractHandle, stretches: readonly Stretch[]): readonly CommitKey[] =>
  sorted(stretches.flatMap(({ segment, from, to }) => tract.file.db.read.rows<[number]>('select id from commits where segment = ? and generation between ? and ?', segment, from, to).map(([id]) => id)))

test('what two commits have in common, and what each has alone, is what walking every parent finds', () => {
  let several = 0
  forSeeds(200, (random) => {
    const tract = randomTract(random)
    const { read } = tract.file.db
    const graph = graphOf(tract)
    const reached = reachOf(graph)
    const keys = [...graph.keys()]
    for (let pair = 0; pair < 30; pair++) {
      const [a, b] = [random.pick(keys), random.pick(keys)]
      const [ofA, ofB] = [reached(a), reached(b)]
      const common = [...ofA].filter((key) => ofB.has(key))
      const below = new Set(common.flatMap((key) => (graph.get(key) ?? []).flatMap((parent) => [...reached(parent)])))
      const bases = common.filter((key) => !below.has(key))
      if (bases.length > 1) several += 1
      const [alone, other] = [sorted([...ofA].filter((key) => !ofB.has(key))), sorted([...ofB].filter((key) => !ofA.has(key)))]
      const found = ancestryOf(read, [a], [b])
      expect({ bases: sorted(found.bases), ours: keysIn(tract, found.ours), theirs: keysIn(tract, found.theirs), own: keysIn(tract, ownStretches(read, [b], [a])), isIn: isAncestor(read, a, b) })
        .toEqual({ bases: sorted(bases), ours: alone, theirs: other, own: other, isIn: ofB.has(a) })
    }
    tract.file.db.close()
  })
  expect(several).toBeGreaterThan(20)
})
