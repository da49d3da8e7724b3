import { expect, test } from 'vitest'
import { takenBack as coresOwn } from '../../../core/journal/progress.ts'
import type { OperationId } from '../../../core/model/ids.ts'
import type { OperationCause } from '../../../core/model/operation.ts'
import { notInEffect, takenBack } from '../../../renderer/log/takenBack.ts'
import { randomOf } from '../../helpers/random.ts'

type Line = { readonly id: OperationId; readonly cause: OperationCause }
const line = (id: number, kind: OperationCause['kind'] = 'direct', of = 0): Line => ({ id: `op_${id}` as OperationId, cause: kind === 'direct' ? { kind } : { kind, of: `op_${of}` as OperationId } })
const numbers = (ids: ReadonlySet<OperationId>): readonly number[] => [...ids].map((id) => Number(id.slice(3))).toSorted((a, b) => a - b)

test('an undone act is out, and back in after a redo', () => {
  expect(numbers(takenBack([line(2, 'undo', 1), line(1)]))).toEqual([1])
  expect(numbers(takenBack([line(3, 'redo', 1), line(2, 'undo', 1), line(1)]))).toEqual([2])
})

test('a reverted undo brings its act again', () => {
  expect(numbers(takenBack([line(3, 'revert', 2), line(2, 'undo', 1), line(1)]))).toEqual([2])
})

test('going back leaves behind what was done in between, until that is undone', () => {
  const went = [line(4, 'restore', 1), line(3), line(2), line(1)]
  expect(numbers(notInEffect(went))).toEqual([2, 3])
  expect(numbers(notInEffect([line(5, 'undo', 4), ...went]))).toEqual([4])
})

test('it says of any history what the core says', () => {
  for (let seed = 1; seed <= 200; seed += 1) {
    const random = randomOf(seed)
    const history = Array.from({ length: 20 }, (_, at): Line => (at === 0 || random.below(2) === 0 ? line(at + 1) : line(at + 1, random.pick(['undo', 'redo', 'revert'] as const), 1 + random.below(at)))).toReversed()
    const turns = history.flatMap(({ id, cause }) => (cause.kind === 'direct' ? [] : [{ operation: Number(id.slice(3)), act: { verb: cause.kind, of: Number(cause.of.slice(3)) } }]))
    expect([seed, numbers(takenBack(history))]).toEqual([seed, [...coresOwn(turns)].toSorted((a, b) => a - b)])
  }
})
