import { hash } from 'node:crypto'
import { expect, test } from 'vitest'
import type { CommitHash } from '../../../core/model/ids.ts'
import { findAncestor } from '../../../core/store/ancestors.ts'
import { authorKey } from '../../../core/store/authors.ts'
import { type CommitKey, type CommitPlace, getCommit, insertCommit } from '../../../core/store/commits.ts'
import type { Database, ReadDb, WriteDb } from '../../../core/store/database.ts'
import { openDatabase } from '../../../core/store/open.ts'
import { forSeeds, type Random } from '../../helpers/random.ts'

function put(db: WriteDb, parent: CommitPlace | null, parent2: CommitPlace | null, count: number): CommitPlace {
  const key = insertCommit(db, {
    hash: hash('sha256', `${count}`) as CommitHash, kind: parent2 ? 'merge' : 'append', parent, parent2, origin: null, target: null, blob: null, note: null, priority: null,
    respondsTo: null, config: null, tract: 1, author: authorKey(db, { kind: 'user', id: 'user' }), createdAt: count, contextTokens: 0, contextMessages: 0, messages: 0, encoding: 'o200k_base', depth: 0,
  })
  return getCommit(db, key)
}

/** Lines, forks and merges in any order; merges leave gaps in the generations of a segment. */
function grow(db: WriteDb, random: Random, count: number): readonly CommitPlace[] {
  const made: CommitPlace[] = []
  let at: CommitPlace | null = null
  for (let i = 0; i < count; i++) {
    if (at && random.chance(0.15)) at = random.pick(made)
    const other = at && random.chance(0.25) ? random.pick(made) : null
    at = put(db, random.chance(0.02) ? null : at, at && other && other.id !== at.id ? other : null, i)
    made.push(at)
  }
  return made
}

function stepByStep(db: ReadDb, key: CommitKey, steps: number): CommitKey | undefined {
  let at: CommitKey | undefined = key
  for (let i = 0; i < steps && at !== undefined; i++) at = getCommit(db, at).parent ?? undefined
  return at
}

function inMemory(check: (db: Database) => void): void {
  const db = openDatabase(':memory:')
  try {
    check(db)
  } finally {
    db.close()
  }
}

test('the n-th first parent is the one that n single steps lead to, over forks and merges', () => {
  forSeeds(20, (random) => inMemory((db) => {
    const made = db.write((tx) => grow(tx, random, 60))
    const asked = made.flatMap(({ id }) => Array.from({ length: 8 }, (_, i): [number, number] => [id, i < 4 ? i : random.below(70)]))
    expect(asked.map(([id, steps]) => findAncestor(db.read, id, steps))).toEqual(asked.map(([id, steps]) => stepByStep(db.read, id, steps)))
  }))
})

test('a thousand steps along a line take no more queries than one', () => {
  inMemory((db) => {
    const tip = db.write((tx) => {
      let at: CommitPlace | null = null
      for (let i = 0; i < 1500; i++) at = put(tx, at, null, i)
      return at?.id ?? 0
    })
    let queries = 0
    const counting: ReadDb = { ...db.read, get: (sql, ...params) => (queries++, db.read.get(sql, ...params)) }
    expect([findAncestor(counting, tip, 1000), findAncestor(counting, tip, 1499), findAncestor(counting, tip, 1500), queries]).toEqual([tip - 1000, tip - 1499, undefined, 7])
  })
})
