import { expect, test } from 'vitest'
import { Tract } from '../../core/index.ts'
import type { Priority } from '../../core/model/content.ts'
import { faultOf } from '../helpers/faultOf.ts'

test('a priority that there is not is refused, and the tract stays readable', () => {
  using tract = Tract.open()
  const { messageId } = tract.user('a')
  expect(faultOf(() => tract.annotate(messageId, 'pin' as Priority))).toBe('input/invalid')
  expect(tract.log().items.map(({ kind }) => kind)).toEqual(['append'])
})

test.each([new Date('no date'), NaN, Infinity])('a time that is none (%s) is a fault, never an empty context', (at) => {
  using tract = Tract.open()
  tract.user('a')
  expect(faultOf(() => tract.compile({ at }))).toBe('ref/not-found')
})
