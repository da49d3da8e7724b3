import { expect, test } from 'vitest'
import { newOwner } from '../../../core/context/owner.ts'
import { emptyTrie, trieGet, trieSet } from '../../../core/context/trie.ts'
import type { Trie } from '../../../core/context/trie.ts'
import { emptyVector, vectorEach, vectorGet, vectorSet } from '../../../core/context/vector.ts'
import type { Vector } from '../../../core/context/vector.ts'
import { forSeeds } from '../../helpers/random.ts'
import type { Random } from '../../helpers/random.ts'

const listOf = (vector: Vector<number>) => {
  const list: number[] = []
  vectorEach(vector, (value) => list.push(value))
  return list
}

test('a vector holds what a list holds, and versions kept on the way stay as they were', () => {
  forSeeds(60, (random) => {
    let vector: Vector<number> = emptyVector
    let owner = newOwner()
    const list: number[] = []
    const kept: { readonly vector: Vector<number>; readonly list: readonly number[] }[] = []
    for (let steps = random.below(1_200); steps > 0; steps--) {
      const index = random.chance(0.7) ? list.length : random.below(list.length + 1)
      vector = vectorSet(vector, index, (list[index] = steps), owner)
      if (random.chance(0.02)) {
        kept.push({ vector, list: list.slice() })
        owner = newOwner()
      }
    }
    kept.push({ vector, list })
    expect(kept.map((one) => ({ length: one.vector.length, list: listOf(one.vector), beyond: vectorGet(one.vector, one.list.length) }))).toEqual(
      kept.map((one) => ({ length: one.list.length, list: one.list, beyond: undefined })),
    )
  })
})

/** Row numbers: close together, far apart, and the largest. */
const someKey = (random: Random) => random.pick([random.below(40), random.below(2_000), random.below(2 ** 31), 2 ** 31 - 1, 1_000_000 + random.below(100), 0])

test('a trie finds what a map finds, and versions kept on the way stay as they were', () => {
  forSeeds(100, (random) => {
    let trie: Trie<number> = emptyTrie
    let owner = newOwner()
    const map = new Map<number, number>()
    const asked = Array.from({ length: 100 }, () => someKey(random))
    const kept: { readonly trie: Trie<number>; readonly found: readonly (number | undefined)[] }[] = []
    for (let steps = random.below(400); steps > 0; steps--) {
      const key = random.chance(0.3) ? random.pick(asked) : someKey(random)
      map.set(key, steps)
      trie = trieSet(trie, key, steps, owner)
      if (random.chance(0.05)) {
        kept.push({ trie, found: asked.map((one) => map.get(one)) })
        owner = newOwner()
      }
    }
    expect([...map.keys()].map((key) => trieGet(trie, key))).toEqual([...map.values()])
    expect(kept.map((one) => asked.map((key) => trieGet(one.trie, key)))).toEqual(kept.map((one) => one.found))
  })
})
