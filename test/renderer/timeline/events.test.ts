import { expect, test } from 'vitest'
import type { Operation } from '../../../core/model/operation.ts'
import { timelineEvents } from '../../../renderer/timeline/timelineEvents.ts'

const operation = (id: number, verb: string, detail: string | null, cause: Operation['cause'] = { kind: 'direct' }): Operation =>
  ({ id: `op_${id}`, seq: id, verb, detail, author: { kind: 'user', id: 'you' }, cause, at: id, refs: [], tokenDelta: 0, undoable: true }) as unknown as Operation

test('acts stand on their tracks, oldest first, the telling ones with a word', () => {
  const events = timelineEvents([
    operation(6, 'undo', 'compress', { kind: 'undo', of: 'op_5' as Operation['id'] }),
    operation(5, 'compress', null),
    operation(4, 'merge', 'cheap'),
    operation(3, 'branch', 'cheap'),
    operation(2, 'answer', null),
    operation(1, 'commit', 'user'),
  ])
  expect(events.map(({ track, title, label, isTurn }) => [track, title, label, isTurn])).toEqual([
    ['steps', 'Message', null, true],
    ['calls', 'Answer', null, false],
    ['branches', 'New branch cheap', 'cheap', false],
    ['branches', 'Bring in cheap', 'cheap', false],
    ['marks', 'Summary', 'summary', false],
    ['back', 'Undid summary', null, false],
  ])
})
