import { expect, test } from 'vitest'
import { canonicalJson } from '../../../core/model/canonicalJson.ts'
import { hashBlob } from '../../../core/model/hash.ts'
import { faultOf } from '../../helpers/faultOf.ts'
import { forSeeds, type Random } from '../../helpers/random.ts'

const texts = ['', 'a', 'b', '\0', '\u2028', '"', '\\', '😀', 'é', 'e\u0301', '__proto__', 'constructor', 'toJSON', '1', '10', '\uffff', 'a\nb']
const plain = [null, true, false, 0, 1, -1, 0.1, 1e21, 1e-7, 5e-324, Number.MAX_VALUE, ...texts]
/** What JSON would lose or change. */
const wrong: readonly (() => unknown)[] = [
  () => -0, () => NaN, () => -Infinity, () => undefined, () => '\ud800', () => 'x\udc00y', () => '\udc00\ud800', () => ({ 'k\ud83d': 1 }), () => ({ a: undefined }), () => [1, , 2], // eslint-disable-line no-sparse-arrays
  () => new Date(0), () => new Map(), () => new Uint8Array(2), () => 1n, () => Symbol('s'), () => () => 1, () => /a/, () => Object(1) as unknown, () => ({ [Symbol('s')]: 1 }), () => Object.assign([], { x: 1 }),
]

/** A value from a small world, so that two of them are often the same. `plant` stands at one place of it. */
function value(random: Random, depth: number, plant?: { value: unknown; isDone: boolean }): unknown {
  if (plant && !plant.isDone && (depth === 0 || random.chance(0.3))) {
    plant.isDone = true
    return plant.value
  }
  if (depth === 0 || random.chance(0.4)) return random.pick(plain)
  const size = random.below(3) + (plant && !plant.isDone ? 1 : 0)
  if (random.chance(0.4)) return Array.from({ length: size }, () => value(random, depth - 1, plant))
  const first = random.below(texts.length)
  return Object.fromEntries(Array.from({ length: size }, (_, i) => [texts[(first + i) % texts.length], value(random, depth - 1, plant)]))
}

function isEqual(a: unknown, b: unknown): boolean {
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return Object.is(a, b)
  if (Array.isArray(a) !== Array.isArray(b)) return false
  const [one, other] = [Object.entries(a), new Map(Object.entries(b))]
  return one.length === other.size && one.every(([key, inner]) => other.has(key) && isEqual(inner, other.get(key)))
}

function turned(from: unknown): unknown {
  if (typeof from !== 'object' || from === null) return from
  return Array.isArray(from) ? from.map(turned) : Object.fromEntries(Object.entries(from).toReversed().map(([key, inner]) => [key, turned(inner)]))
}

test('the same value has the same fingerprint, another value another one', () => {
  let same = 0
  forSeeds(20_000, (random) => {
    const [a, b] = [value(random, 3), random.chance(0.2) ? null : value(random, 2)]
    const other = b ?? turned(a)
    const equal = isEqual(a, other)
    if (equal) same++
    expect({ text: canonicalJson(a) === canonicalJson(other), hash: hashBlob(canonicalJson(a)) === hashBlob(canonicalJson(other)) }).toEqual({ text: equal, hash: equal })
  })
  expect(same).toBeGreaterThan(4_000)
})

test('what JSON would lose or change is refused wherever it stands, and nothing is refused without it', () => {
  forSeeds(10_000, (random) => {
    const plant = { value: random.pick(wrong)(), isDone: false }
    const planted = value(random, 1 + random.below(6), plant)
    expect([faultOf(() => canonicalJson(planted)), faultOf(() => canonicalJson(value(random, 6)))]).toEqual([plant.isDone ? 'value/not-json' : 'none', 'none'])
  })
})

test('64 levels of lists and objects are taken, one more is not', () => {
  forSeeds(500, (random) => {
    const depth = 60 + random.below(10)
    const deep = Array.from({ length: depth }).reduce<unknown>((inner) => (random.chance(0.5) ? [inner] : { [random.pick(texts)]: inner }), random.pick(plain))
    expect(faultOf(() => canonicalJson(deep))).toBe(depth <= 64 ? 'none' : 'value/not-json')
  })
})
