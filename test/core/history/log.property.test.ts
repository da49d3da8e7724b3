import { expect, test } from 'vitest'
import { type CommitKind, type Tract, Workspace } from '../../../core/index.ts'
import type { Cursor, Page } from '../../../core/model/ids.ts'
import { kinds } from '../../../core/store/commitKinds.ts'
import { actsOn } from '../../helpers/acts.ts'
import { naiveOf, tipsOf } from '../../helpers/naiveTract.ts'
import { forSeeds, type Random } from '../../helpers/random.ts'
import { testPorts } from '../../helpers/testPorts.ts'

/** All pages of a list; `between` runs before each but the first. */
function paged<T>(read: (cursor: Cursor | null) => Page<T>, between: () => void): readonly T[] {
  const { items, next } = read(null)
  const all = [...items]
  for (let cursor = next; cursor !== null; ) {
    between()
    const page = read(cursor)
    all.push(...page.items)
    cursor = page.next
  }
  return all
}

const someKinds = (random: Random): readonly CommitKind[] => kinds.filter(() => random.chance(0.4))

function wander(random: Random, steps: number): { readonly workspace: Workspace; readonly tract: Tract; readonly act: () => unknown } {
  const workspace = Workspace.open(':memory:', { ports: testPorts() })
  const tract = workspace.create()
  const act = actsOn(tract, random)
  for (let i = 0; i < steps; i++) act()
  return { workspace, tract, act }
}

test('a log is linear order backwards, in pages of any size, while commits are added', () => {
  forSeeds(20, (random) => {
    const { workspace, tract, act } = wander(random, 50)
    using _ = workspace
    for (const tip of tipsOf(tract)) {
      const { history, key } = naiveOf(tract)
      const expected = history.linear(key(tip)).toReversed()
      const hashes = expected.map(({ hash }) => hash)
      const limit = 1 + random.below(7)
      expect(paged((cursor) => tract.log({ from: tip, limit, cursor }), () => random.chance(0.1) && act()).map(({ hash }) => hash)).toEqual(hashes)
      expect(tract.log({ from: tip, limit: 1000 })).toMatchObject({ items: hashes.map((hash) => ({ hash })), next: null })
      const wanted = someKinds(random)
      const found = paged((cursor) => tract.log({ from: tip, limit, cursor, kinds: wanted }), () => {})
      expect(found.map(({ hash }) => hash)).toEqual(expected.filter(({ kind }) => wanted.includes(kind)).map(({ hash }) => hash))
    }
  })
}, 60_000)

test('every page of a log of some kinds is full, but the last', () => {
  forSeeds(10, (random) => {
    const { workspace, tract } = wander(random, 80)
    using _ = workspace
    const options = { limit: 3, kinds: someKinds(random) }
    const sizes: number[] = []
    const read = (cursor: Cursor | null) => {
      const page = tract.log({ ...options, cursor })
      sizes.push(page.items.length)
      return page
    }
    const found = paged(read, () => {})
    expect(sizes).toEqual(Array.from({ length: Math.max(1, Math.ceil(found.length / 3)) }, (__, i) => Math.min(3, found.length - i * 3)))
  })
}, 60_000)

test('a graph has what any ref reaches once, newest first, with both parents, in pages of any size, while commits are added', () => {
  forSeeds(20, (random) => {
    const { workspace, tract, act } = wander(random, 60)
    using _ = workspace
    const { history, hash, key } = naiveOf(tract)
    const reached = new Set(tipsOf(tract).flatMap((tip) => [...history.reached(key(tip))]))
    const expected = [...reached].toSorted((a, b) => b - a).map((one) => {
      const { kind, parents, change, target } = history.get(one)
      const about = kind === 'append' || kind === 'compress' ? change : target
      return { hash: hash(one), kind, parents: parents.map(hash), messageId: about === null ? null : hash(about) }
    })
    const rows = paged((cursor) => tract.graph({ limit: 1 + random.below(9), cursor }), () => random.chance(0.2) && act())
    expect(rows.map(({ hash: own, kind, parents, messageId }) => ({ hash: own, kind, parents, messageId }))).toEqual(expected)
  })
}, 60_000)

test('a row of a graph says what the commit says', () => {
  forSeeds(10, (random) => {
    const { workspace, tract } = wander(random, 60)
    using _ = workspace
    const named = (names: readonly { readonly name: string; readonly commit: string | null }[], hash: string) => names.filter(({ commit }) => commit === hash).map(({ name }) => name).toSorted()
    const [branches, tags, { head }] = [tract.listBranches(), tract.listTags(), tract.status()]
    for (const row of tract.graph({ limit: 1000 }).items) {
      const { commit } = tract.show(row.hash)
      const { hash, parents, kind, author, createdAt } = commit
      const brought = 'preview' in commit ? { preview: commit.preview, tokens: 'tokens' in commit ? commit.tokens : commit.summaryTokens } : { preview: '', tokens: 0 }
      const contentType = 'contentType' in commit ? commit.contentType : kind === 'compress' ? 'summary' : null
      const role = 'role' in commit ? commit.role : kind === 'compress' ? 'user' : null
      expect({ ...row, branches: row.branches.toSorted(), tags: row.tags.toSorted() }).toEqual({
        hash, parents, kind, author, createdAt, contentType, role, ...brought, messageId: row.messageId,
        model: ('generationConfig' in commit ? commit.generationConfig?.model : null) ?? null, temperature: ('generationConfig' in commit ? commit.generationConfig?.temperature : null) ?? null,
        branches: named(branches, hash), tags: named(tags, hash), isHead: head.commit === hash,
      })
    }
  })
}, 60_000)
