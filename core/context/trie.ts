import type { Owner } from './owner.ts'

const bits = 5
const within = (1 << bits) - 1

/** A persistent map from row numbers (0 … 2³¹−1) to values, 32 ways a level: a changed copy shares all but one path with the original. */
export type Trie<V> = { readonly root: Node<V> | null; /** How far a key is shifted to find its place in the root. */ readonly shift: number }
type Node<V> = { readonly items: (Node<V> | V | undefined)[]; readonly owner: Owner }

export const emptyTrie: Trie<never> = { root: null, shift: 0 }

export function trieGet<V>(trie: Trie<V>, key: number): V | undefined {
  if (trie.root === null || key >>> trie.shift > within) return undefined
  let node = trie.root
  for (let shift = trie.shift; shift > 0; shift -= bits) {
    const child = node.items[(key >>> shift) & within]
    if (child === undefined) return undefined
    node = child as Node<V>
  }
  return node.items[key & within] as V | undefined
}

/** The map with `value` under `key`. Pieces that belong to `owner` are changed in place. */
export function trieSet<V>(trie: Trie<V>, key: number, value: V, owner: Owner): Trie<V> {
  const tall = raised(trie, key, owner)
  const root = own(tall.root, owner)
  let node = root
  for (let shift = tall.shift; shift > 0; shift -= bits) {
    const at = (key >>> shift) & within
    const child = own((node.items[at] as Node<V> | undefined) ?? null, owner)
    node.items[at] = child
    node = child
  }
  node.items[key & within] = value
  return root === trie.root && tall.shift === trie.shift ? trie : { root, shift: tall.shift }
}

/** The same map, tall enough to hold `key`. */
function raised<V>(trie: Trie<V>, key: number, owner: Owner): Trie<V> {
  let { root, shift } = trie
  while (key >>> shift > within) {
    shift += bits
    if (root === null) continue
    const above = emptyNode<V>(owner)
    above.items[0] = root
    root = above
  }
  return { root, shift }
}

function own<V>(node: Node<V> | null, owner: Owner): Node<V> {
  if (node === null) return emptyNode(owner)
  return node.owner === owner ? node : { items: node.items.slice(), owner }
}

const blankItems: readonly undefined[] = Array.from({ length: within + 1 })
const emptyNode = <V>(owner: Owner): Node<V> => ({ items: blankItems.slice(), owner })
