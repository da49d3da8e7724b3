import { type HashedBytes, nextHash, notFound, rankOf, type Vocabulary } from './vocabulary.ts'

/**
 * Makes a counter of tokens by byte pair encoding. `pattern` (flags `gu`) cuts a text into pieces; in each the pair of neighbours with the lowest rank is
 * joined, the leftmost first, until no pair is a token. Pairs wait in a heap, so a piece of n bytes takes n log n steps, where the tokenisers on npm take n².
 * Source: tiktoken, whose counts these are.
 */
export function bytePairCounter(vocabulary: Vocabulary, pattern: RegExp): (text: string) => number {
  let room = makeRoom(1024)
  return (text) => {
    let [tokens, start] = [0, 0]
    pattern.lastIndex = 0
    while (pattern.test(text)) {
      const end = pattern.lastIndex
      if ((end - start) * 3 > room.size) room = makeRoom((end - start) * 6)
      tokens += countPiece(vocabulary, room, writeBytes(room, text, start, end))
      start = end
    }
    return tokens
  }
}

/** What the work on a piece needs, made once. Parts are named by the byte they start at. */
type Room = HashedBytes & {
  /** Most bytes of a piece. */
  readonly size: number
  /** Where a part ends, which is where the next begins; and where the one before it starts. */
  readonly ends: Int32Array
  readonly before: Int32Array
  /** Rank of a part together with the next; `notFound` when they aren't a token, or the part is no more. */
  readonly pairs: Int32Array
  /** A binary heap of rank × 2²⁴ + start. Some are out of date: what counts is `pairs`. */
  readonly heap: Float64Array
  waiting: number
}

const makeRoom = (size: number): Room => ({
  size, bytes: new Uint8Array(size), prefixes: new Int32Array(size + 1),
  ends: new Int32Array(size), before: new Int32Array(size + 1), pairs: new Int32Array(size), heap: new Float64Array(size * 3), waiting: 0,
})
const perRank = 2 ** 24

/** Writes a stretch of text as UTF-8 with its hashes and gives its length in bytes. Half of a surrogate pair becomes U+FFFD, as in every encoder. */
function writeBytes({ bytes, prefixes }: Room, text: string, start: number, end: number): number {
  let length = 0
  for (let i = start; i < end; i++) {
    const code = text.codePointAt(i) ?? 0
    if (code > 0xffff) i++
    length = writeCharacter(bytes, length, code >= 0xd800 && code <= 0xdfff ? 0xfffd : code)
  }
  for (let i = 0; i < length; i++) prefixes[i + 1] = nextHash(prefixes[i]!, bytes[i]!)
  return length
}

function writeCharacter(bytes: Uint8Array, from: number, code: number): number {
  let at = from
  if (code < 0x80) bytes[at++] = code
  else {
    if (code < 0x800) bytes[at++] = 0xc0 | (code >> 6)
    else {
      if (code < 0x10000) bytes[at++] = 0xe0 | (code >> 12)
      else {
        bytes[at++] = 0xf0 | (code >> 18)
        bytes[at++] = 0x80 | ((code >> 12) & 63)
      }
      bytes[at++] = 0x80 | ((code >> 6) & 63)
    }
    bytes[at++] = 0x80 | (code & 63)
  }
  return at
}

function countPiece(vocabulary: Vocabulary, room: Room, length: number): number {
  if (length < 2 || rankOf(vocabulary, room, 0, length) !== notFound) return 1
  separate(vocabulary, room, length)
  let parts = length
  while (room.waiting > 0) {
    const key = pop(room)
    const rank = Math.floor(key / perRank)
    const part = key - rank * perRank
    if (room.pairs[part] !== rank) continue
    join(vocabulary, room, part, length)
    parts--
  }
  return parts
}

/** At first each byte is a part. */
function separate(vocabulary: Vocabulary, room: Room, length: number): void {
  room.waiting = 0
  for (let i = 0; i < length; i++) {
    room.ends[i] = i + 1
    room.before[i] = i - 1
    room.pairs[i] = notFound
    if (i + 1 < length) offer(vocabulary, room, i, i + 2)
  }
}

/** Joins a part with the next and looks at its two neighbours anew. */
function join(vocabulary: Vocabulary, room: Room, part: number, length: number): void {
  const { ends, before, pairs } = room
  const gone = ends[part]!
  const end = (ends[part] = ends[gone]!)
  pairs[gone] = notFound
  pairs[part] = notFound
  if (end < length) {
    before[end] = part
    offer(vocabulary, room, part, ends[end]!)
  }
  if (part > 0) offer(vocabulary, room, before[part]!, end)
}

/** Puts the pair that begins at `part` into the heap, if it is a token. */
function offer(vocabulary: Vocabulary, room: Room, part: number, end: number): void {
  const rank = (room.pairs[part] = rankOf(vocabulary, room, part, end))
  if (rank === notFound) return
  rise(room.heap, room.waiting++, rank * perRank + part)
}

/** Takes the least key. The gap it leaves goes down to the end, and the last key rises from there: it seldom rises far. */
function pop(room: Room): number {
  const { heap } = room
  const least = heap[0]!
  const last = heap[--room.waiting]!
  const { waiting } = room
  let at = 0
  for (let below = 1; below < waiting; below = 2 * at + 1) {
    if (below + 1 < waiting && heap[below + 1]! < heap[below]!) below++
    heap[at] = heap[below]!
    at = below
  }
  rise(heap, at, last)
  return least
}

function rise(heap: Float64Array, from: number, key: number): void {
  let at = from
  while (at > 0) {
    const above = (at - 1) >> 1
    if (heap[above]! <= key) break
    heap[at] = heap[above]!
    at = above
  }
  heap[at] = key
}
