import { expect, test } from 'vitest'
import type { TranscriptMessage } from '../../../core/model/context.ts'
import { laterMessages } from '../../../renderer/chat/laterMessages.ts'
import { message } from './messages.ts'

const page = (names: string, earlier = 0) => ({ items: names.split('').map((name): TranscriptMessage => message(name)), earlier })
const later = (then: ReturnType<typeof page>, now: ReturnType<typeof page>): string => laterMessages(then, now).map(({ messageId }) => messageId).join('')

test.each([
  ['what stands behind it', page('ab'), page('abcd'), 'cd'],
  ['a summary made since, though it stands between them', page('abc'), page('aSbcd'), 'Sd'],
  ['nothing of what is merely not loaded of the old view', page('cd', 2), page('abcdef'), 'ef'],
  ['all of it where none of the old view is loaded', page('ab'), page('xy', 40), 'xy'],
  ['nothing at its end', page('ab'), page('ab'), ''],
])('later is %s', (_, then, now, expected) => {
  expect(later(then, now)).toBe(expected)
})
