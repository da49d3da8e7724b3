import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { canonicalJson } from '../../../core/model/canonicalJson.ts'
import { faultOf } from '../../helpers/faultOf.ts'

const wellFormed = fc.string({ unit: 'binary' }).filter((text) => text.isWellFormed())
const number = fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => (value === 0 ? 0 : value))
const { json } = fc.letrec<{ readonly json: unknown }>((tie) => ({
  json: fc.oneof({ depthSize: 'small' }, fc.constant(null), fc.boolean(), number, wellFormed, fc.array(tie('json'), { maxLength: 4 }), objectOf(tie('json'))),
}))

function objectOf(value: fc.Arbitrary<unknown>): fc.Arbitrary<object> {
  return fc.array(fc.tuple(fc.oneof(wellFormed, fc.constant('__proto__')), value), { maxLength: 4 }).map((entries) => Object.fromEntries(entries))
}

/** The same value with the keys of every object in the opposite order of insertion. */
function turned(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(turned)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).toReversed().map(([key, inner]) => [key, turned(inner)]))
}

const nested = (depth: number): unknown => Array.from({ length: depth }).reduce((inner) => [inner], 0)

describe('canonical JSON', () => {
  test('reads back as the value it was written from, whatever the order of its keys', () => {
    fc.assert(fc.property(json, (value) => {
      const text = canonicalJson(value)
      expect(JSON.parse(text)).toEqual(value)
      expect([canonicalJson(turned(value)), canonicalJson(JSON.parse(text))]).toEqual([text, text])
    }), { numRuns: 500 })
  })

  test('is stable bytes: what it gives survives UTF-8', () => {
    fc.assert(fc.property(json, (value) => {
      const text = canonicalJson(value)
      expect(Buffer.from(text, 'utf8').toString('utf8')).toBe(text)
    }))
  })

  test.each<[string, unknown, string]>([
    ['sorts keys by code unit, not by language', { b: 1, a: 2, Z: 3, é: 4, 10: 5, 9: 6 }, '{"10":5,"9":6,"Z":3,"a":2,"b":1,"é":4}'],
    ['sorts an astral key by its first half', { '\uffff': 1, '😀': 2 }, '{"😀":2,"\uffff":1}'],
    ['takes __proto__ as a name like any other', JSON.parse('{"__proto__":{"x":1},"a":2}'), '{"__proto__":{"x":1},"a":2}'],
    ['writes numbers as JSON does', [1e21, 1e-7, 0.1, 123456789012345680000], '[1e+21,1e-7,0.1,123456789012345680000]'],
    ['escapes only what JSON must', 'a"\\\n\u0000\u2028é', '"a\\"\\\\\\n\\u0000\u2028é"'],
    ['takes an object without a prototype', Object.assign(Object.create(null) as object, { a: 1 }), '{"a":1}'],
    ['takes 64 levels', nested(64), `${'['.repeat(64)}0${']'.repeat(64)}`],
  ])('%s', (_, value, text) => expect(canonicalJson(value)).toBe(text))

  test.each<[string, unknown]>([
    ['−0', -0],
    ['NaN', NaN],
    ['Infinity', [Infinity]],
    ['undefined', undefined],
    ['a key that is set to undefined', { a: undefined }],
    ['a gap in a list', [1, , 2]], // eslint-disable-line no-sparse-arrays
    ['a list of nothing but gaps', Array(2)],
    ['a list with a name in it', Object.assign([1], { name: 'x' })],
    ['a list of a class', new (class Lines extends Array {})()],
    ['an object of a class', new (class Point { x = 1 })()],
    ['an object that inherits from another', Object.create({ a: 1 })],
    ['a bigint', 1n],
    ['a function', () => 1],
    ['a symbol', Symbol('s')],
    ['a symbol as a key', { [Symbol('s')]: 1 }],
    ['a date', new Date(0)],
    ['a map', new Map()],
    ['a typed array', new Uint8Array(1)],
    ['half of a surrogate pair', 'a\ud800'],
    ['the other half', '\udc00'],
    ['halves in the wrong order', '\udc00\ud800'],
    ['half of a pair in a key', { 'a\ud800': 1 }],
    ['65 levels', nested(65)],
  ])('refuses %s', (_, value) => expect(faultOf(() => canonicalJson(value))).toBe('value/not-json'))

  test('says where the trouble is', () => {
    expect(() => canonicalJson({ a: [{ b: NaN }] })).toThrow("The value at $.a[0].b can't be stored: NaN.")
  })

  test('refuses a value that contains itself instead of going on for ever', () => {
    const round: Record<string, unknown> = {}
    round['self'] = round
    expect(faultOf(() => canonicalJson(round))).toBe('value/not-json')
  })
})
