/** The tokens of an encoding as bytes in one buffer, found by hash: 7 MB where a map of strings takes 70. */
export type Vocabulary = {
  /** The bytes of all tokens, one after the other; those of rank r lie from `offsets[r]` to `offsets[r + 1]`. */
  readonly bytes: Uint8Array
  readonly offsets: Int32Array
  /** Open addressing: the hash of the token in a slot, where 0 is a free slot, and its rank. */
  readonly hashes: Int32Array
  readonly ranks: Int32Array
  /** The rank of each token of two bytes, at first × 256 + second. Every merge begins with these. */
  readonly ofTwo: Int32Array
  /** Bytes of the longest token. */
  readonly longest: number
}
/** Text as bytes, each with the hash of all before it, so that the hash of any stretch is one subtraction. */
export type HashedBytes = { readonly bytes: Uint8Array; readonly prefixes: Int32Array }

/** Takes the tokens by rank, each as text or, where it is no whole characters, as bytes. A rank may be empty. */
export function makeVocabulary(tokens: readonly (string | readonly number[] | undefined)[]): Vocabulary {
  const { bytes, offsets, longest } = packed(tokens)
  const slots = 2 ** (Math.ceil(Math.log2(tokens.length)) + 1)
  const vocabulary: Vocabulary = { bytes, offsets, longest, hashes: new Int32Array(slots), ranks: new Int32Array(slots), ofTwo: new Int32Array(0x10000).fill(notFound) }
  for (let rank = 0; rank < tokens.length; rank++) if (offsets[rank]! < offsets[rank + 1]!) insert(vocabulary, rank)
  return vocabulary
}

export const notFound = -1

/** The rank of the token that these bytes are, or `notFound`. */
export function rankOf({ bytes, offsets, hashes, ranks, ofTwo, longest }: Vocabulary, text: HashedBytes, start: number, end: number): number {
  const length = end - start
  if (length === 2) return ofTwo[text.bytes[start]! * 256 + text.bytes[start + 1]!]!
  if (length > longest) return notFound
  const hash = (text.prefixes[end]! - Math.imul(text.prefixes[start]!, powers[length]!)) | 0 || 1
  const mask = hashes.length - 1
  for (let slot = firstSlot(hash, mask); hashes[slot] !== 0; slot = (slot + 1) & mask) {
    if (hashes[slot] !== hash) continue
    const rank = ranks[slot]!
    const from = offsets[rank]!
    if (offsets[rank + 1]! - from !== length) continue
    let i = 0
    while (i < length && bytes[from + i] === text.bytes[start + i]) i++
    if (i === length) return rank
  }
  return notFound
}

/** The hash of some bytes and one more byte. */
export const nextHash = (hash: number, byte: number): number => (Math.imul(hash, base) + byte + 1) | 0

const base = 0x01000193
/** Of the base, as far as the longest token of any encoding reaches. */
const powers = new Int32Array(257).fill(1)
for (let i = 1; i < powers.length; i++) powers[i] = Math.imul(powers[i - 1]!, base)

const firstSlot = (hash: number, mask: number): number => (Math.imul(hash ^ (hash >>> 15), 0x9e3779b1) >>> 8) & mask

function packed(tokens: readonly (string | readonly number[] | undefined)[]): Pick<Vocabulary, 'bytes' | 'offsets' | 'longest'> {
  const encoder = new TextEncoder()
  let bytes = new Uint8Array(tokens.length * 8)
  const offsets = new Int32Array(tokens.length + 1)
  let [end, longest] = [0, 0]
  for (let rank = 0; rank < tokens.length; rank++) {
    const token = tokens[rank] ?? []
    if (end + token.length * 3 > bytes.length) bytes = grown(bytes)
    if (typeof token === 'string') end += encoder.encodeInto(token, bytes.subarray(end)).written
    else for (const byte of token) bytes[end++] = byte
    offsets[rank + 1] = end
    longest = Math.max(longest, end - offsets[rank]!)
  }
  if (longest >= powers.length) throw new Error('BUG: a token is longer than the hashes reach')
  return { bytes: bytes.slice(0, end), offsets, longest }
}

function grown(bytes: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  const twice = new Uint8Array(bytes.length * 2)
  twice.set(bytes)
  return twice
}

function insert({ bytes, offsets, hashes, ranks, ofTwo }: Vocabulary, rank: number): void {
  const [from, to] = [offsets[rank]!, offsets[rank + 1]!]
  if (to - from === 2) ofTwo[bytes[from]! * 256 + bytes[from + 1]!] = rank
  let hash = 0
  for (let i = from; i < to; i++) hash = nextHash(hash, bytes[i]!)
  const mask = hashes.length - 1
  let slot = firstSlot(hash || 1, mask)
  while (hashes[slot] !== 0) slot = (slot + 1) & mask
  hashes[slot] = hash || 1
  ranks[slot] = rank
}
