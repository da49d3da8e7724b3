import { describe, expect, test } from 'vitest'
import { asCallId, asTractId } from '../../../core/model/ids.ts'
import type { ChatState } from '../../../main/contract/chat.ts'
import type { Queued } from '../../../renderer/state/queue.ts'
import { queueTurn } from '../../../renderer/state/queueTurn.ts'
import { idOf, live } from '../chat/messages.ts'

const quiet: ChatState = { live: [], failed: [], partials: [], awaiting: [] }
const unanswered: ChatState = { ...quiet, awaiting: [{ branch: 'main', message: idOf('a') }] }
const answering: ChatState = { ...quiet, live: [live('main')] }
const after = asCallId('c1')
const queued = (change: Partial<Queued> = {}): Queued => ({
  id: 'q', tract: asTractId('t'), branch: 'main', said: { text: 'x', attachments: [], once: {} }, after: null, state: 'waiting', problem: null, ...change,
})

describe('a message that waits', () => {
  test.each<[name: string, item: Partial<Queued>, chat: ChatState, canReach: boolean, turn: string]>([
    ['goes where nothing is in its way', {}, quiet, true, 'send'],
    ['waits for the network', {}, quiet, false, 'network'],
    ['waits for the answer that comes', { after }, answering, true, 'answer'],
    ['goes when that answer stands', { after }, quiet, true, 'send'],
    ['asks when that answer failed, stopped, or was discarded', { after }, unanswered, true, 'ask'],
    ['asks so without a network too', { after }, unanswered, false, 'ask'],
    ['goes behind an old question without an answer, if it was written after it', {}, unanswered, true, 'send'],
    ['asks when it could not be sent', { state: 'held', problem: 'No key.' }, quiet, true, 'ask'],
    ['asks when nobody knows whether it was sent', { state: 'sending' }, quiet, true, 'ask'],
    ['minds only its own branch', { after }, { ...quiet, live: [live('exp')], awaiting: [{ branch: 'exp', message: idOf('a') }] }, true, 'send'],
  ])('%s', (_, item, chat, canReach, turn) => expect(queueTurn(queued(item), { chat, canReach })).toBe(turn))
})
