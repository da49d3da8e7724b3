import type { Owner } from './owner.ts'

const bits = 8
const chunkSize = 1 << bits
const within = chunkSize - 1

/** A persistent list in chunks of 256: a changed copy shares all chunks but one with the original. */
export type Vector<V> = { readonly length: number; readonly chunks: readonly Chunk<V>[]; readonly owner: Owner | null }
export type Chunk<V> = { readonly items: readonly V[]; readonly owner: Owner }

type Draft<V> = { length: number; chunks: MutableChunk<V>[]; owner: Owner }
type MutableChunk<V> = { items: V[]; owner: Owner }

export const emptyVector: Vector<never> = { length: 0, chunks: [], owner: null }

export const vectorGet = <V>(vector: Vector<V>, index: number): V | undefined => vector.chunks[index >> bits]?.items[index & within]

/** The vector with `value` at `index`, which may be its length. Pieces that belong to `owner` are changed in place. */
export function vectorSet<V>(vector: Vector<V>, index: number, value: V, owner: Owner): Vector<V> {
  const draft = ownVector(vector, owner)
  ownChunk(draft, index >> bits).items[index & within] = value
  if (index >= draft.length) draft.length = index + 1
  return draft
}

/** Visits every value in order. */
export function vectorEach<V>(vector: Vector<V>, visit: (value: V) => void): void {
  for (const { items } of vector.chunks) for (const item of items) visit(item)
}

function ownVector<V>(vector: Vector<V>, owner: Owner): Draft<V> {
  if (vector.owner === owner) return vector as Draft<V>
  return { length: vector.length, chunks: vector.chunks.slice() as MutableChunk<V>[], owner }
}

function ownChunk<V>(draft: Draft<V>, at: number): MutableChunk<V> {
  const chunk = draft.chunks[at]
  if (chunk?.owner === draft.owner) return chunk
  return (draft.chunks[at] = { items: chunk ? chunk.items.slice() : [], owner: draft.owner })
}
