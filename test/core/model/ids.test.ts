import { expect, test } from 'vitest'
import { hashBlob, hashCommit, hashOf } from '../../../core/model/hash.ts'
import { asBlobHash, asCommitHash, asMessageId, isHash } from '../../../core/model/ids.ts'
import { checkText, previewOf } from '../../../core/model/text.ts'
import { microsOf } from '../../../core/model/time.ts'
import { faultOf } from '../../helpers/faultOf.ts'

const hash = 'ab'.repeat(32)

test.each([asCommitHash, asMessageId, asBlobHash])('%o takes a hash and nothing else', (guard) => {
  expect(guard(hash)).toBe(hash)
  for (const wrong of ['', 'main', hash.toUpperCase(), hash.slice(1), `${hash}a`, `${hash}\n`]) expect(() => guard(wrong)).toThrow('BUG')
  expect([isHash(hash), isHash(`${hash}\n`)]).toEqual([true, false])
})

test('objects of different kinds never share a hash, and no separator can be forged', () => {
  const fields = { parents: [], kind: 'append', origin: null, target: null, blob: null, note: null, payload: null, generationConfig: null, author: { kind: 'user', id: 'u' }, createdAt: 1 } as const
  const all = [hashBlob('{}'), hashOf('tract:commit:1', '{}'), hashOf('tract:commit', ':1\0{}'), hashCommit(fields), hashCommit({ ...fields, createdAt: 2 }), hashCommit({ ...fields, parents: [asCommitHash(hash)] })]
  expect(new Set(all).size).toBe(all.length)
})

test('a preview is one line of whole characters', () => {
  expect([previewOf('a\n\n  b\tc'), previewOf('😀'.repeat(200), 3), previewOf('abc', 3), previewOf('')]).toEqual(['a b c', '😀😀😀', 'abc', ''])
})

test('text that is not well-formed is refused', () => {
  expect([checkText('a😀', 'x'), faultOf(() => checkText('\ud800', 'x'))]).toEqual(['a😀', 'value/not-json'])
})

test('a clock that gives no number counts as one that stands', () => {
  expect([1.5, NaN, Infinity, -Infinity, 1_700_000_000_000.1].map(microsOf)).toEqual([1500, 0, 0, 0, 1_700_000_000_000_100])
})
