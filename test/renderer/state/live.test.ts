import { beforeEach, describe, expect, test } from 'vitest'
import type { LiveReply } from '../../../main/contract/chat.ts'
import { asCallId, asTractId } from '../../../core/model/ids.ts'
import { applyReplyEvent, dropLive, joinOverlapping, liveOn, restartLive, seedLive, useLive } from '../../../renderer/state/live.ts'

const call = asCallId('c1')
const tract = asTractId('t1')
const reply = (more: Partial<LiveReply> = {}): LiveReply => ({
  call, tract, branch: 'main', respondsTo: null, client: 'Demo', model: 'demo', text: '', reasoning: '', startedAt: 100, firstTokenAt: null, waiting: null, ...more,
})
const say = (text: string): void => applyReplyEvent(call, { type: 'text', text }, 200)
const shown = (): string | undefined => liveOn(useLive.getState().replies, tract, 'main')?.text

beforeEach(() => restartLive(50))

test('pieces that come before the answer is known are not lost', () => {
  say('Hel')
  seedLive([reply({ text: 'Hello wo' })])
  say('lo')
  expect([shown(), useLive.getState().replies.get(call)?.firstTokenAt]).toEqual(['Hello', 200])
})

test('an answer that began before the page listened goes on where the host is, no word twice', () => {
  restartLive(150)
  say('lo ')
  seedLive([reply({ text: 'Hello wor', firstTokenAt: 110 })]) // the host is ahead of the pieces it has sent
  const seen = [shown()]
  say('wor')
  seen.push(shown())
  say('ld')
  seen.push(shown())
  expect(seen).toEqual(['Hello wor', 'Hello wor', 'Hello world'])
})

test('an answer that ended stays until it is dropped, and does not come back', () => {
  seedLive([reply()])
  say('Hi')
  applyReplyEvent(call, { type: 'done', stopReason: 'end' }, 300)
  const afterEnd = shown()
  dropLive(call)
  seedLive([reply({ text: 'Hi' })])
  expect([afterEnd, shown()]).toEqual(['Hi', undefined])
})

test('waiting shows until the next word', () => {
  seedLive([reply()])
  const fault = { code: 'llm/overloaded', kind: 'environment', message: 'busy', hint: null, lost: 'nothing', retryable: true, data: { client: 'Demo', status: 529 } } as const
  applyReplyEvent(call, { type: 'waiting', attempt: 1, retryAt: 900, fault }, 210)
  const waiting = useLive.getState().replies.get(call)?.waiting
  applyReplyEvent(call, { type: 'text', text: '' }, 220)
  const still = useLive.getState().replies.get(call)?.waiting
  say('Hi')
  expect([waiting, still, useLive.getState().replies.get(call)?.waiting]).toEqual([{ attempt: 1, retryAt: 900, fault }, waiting, null])
})

describe.each([
  ['Hello', '', 'Hello'],
  ['', 'Hello', 'Hello'],
  ['Hello wor', 'world', 'Hello world'],
  ['Hello', ' world', 'Hello world'],
  ['one two three', 'two', 'one two three'],
])('told %j, pieces %j', (told, pieces, joined) => {
  test(`make ${JSON.stringify(joined)}`, () => expect(joinOverlapping(told, pieces)).toEqual(joined))
})
