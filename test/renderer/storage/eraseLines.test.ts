import { expect, test } from 'vitest'
import type { ErasePlace } from '../../../core/model/cleanUp.ts'
import type { CommitHash, MessageId, TractId } from '../../../core/model/ids.ts'
import { erasedCount, eraseLine } from '../../../renderer/storage/eraseLines.ts'
import { words } from '../../../renderer/words/words.ts'

const where = { tract: 't' as TractId, tractName: 'Returns', commit: 'a1b2c3' as CommitHash }
const same: ErasePlace = { ...where, kind: 'sameText', messageId: 'd4e5f6' as MessageId }
const version = (how: Extract<ErasePlace, { kind: 'version' }>['how']): ErasePlace => ({ ...where, kind: 'version', how, bytes: 12 })
const told = (place: ErasePlace): string => {
  const { what, where: at, bytes, step } = eraseLine(place, words())
  return [what, at, bytes ?? '', step?.message ?? ''].filter((part) => part !== '').join(' | ')
}

test.each<[ErasePlace, string]>([
  [version('append'), 'its first text | Returns, a1b2 | 12'],
  [version('edit'), 'its correction | Returns, a1b2 | 12'],
  [version('compress'), 'the summary itself | Returns, a1b2 | 12'],
  [version('merge'), 'a text decided on when branches were brought together | Returns, a1b2 | 12'],
  [same, 'another step that says exactly this | Returns, d4e5 | d4e5f6'],
  [{ ...where, kind: 'note', bytes: 3 }, 'what was noted about it | Returns, a1b2 | 3'],
  [{ ...where, kind: 'draft', bytes: 3 }, 'an unfinished answer or a draft | Returns | 3'],
  [{ ...where, kind: 'setAside', bytes: 3 }, 'what a repair set aside | Returns | 3'],
  [{ kind: 'searchIndex', texts: 2 }, 'the search index | 2 texts'],
  [{ kind: 'copy', name: 'Work.before-4.tract', bytes: 900 }, 'a copy that the app keeps beside the file: it is deleted | Work.before-4.tract | 900'],
])('%o', (place, line) => expect(told(place)).toBe(line))

test('the message itself goes, and each other that says the same, once', () => {
  expect([erasedCount([version('append')]), erasedCount([version('append'), same, same, { ...same, messageId: 'e7' as MessageId }])]).toEqual([1, 3])
})
