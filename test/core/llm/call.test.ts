import { describe, expect, test } from 'vitest'
import { callModel } from '../../../core/llm/call.ts'
import type { ChatEvent } from '../../../core/llm/client.ts'
import { Refusal } from '../../../core/llm/retry.ts'
import { scripted } from '../../../core/llm/providers/scripted.ts'
import { Fault } from '../../../core/model/fault.ts'
import { briefly, callToEnd, clientOf, never, question } from '../../helpers/calls.ts'
import { handClock } from '../../helpers/handClock.ts'

const text = (words: string): ChatEvent => ({ type: 'text', text: words })
const done: ChatEvent = { type: 'done', stopReason: 'end' }
const busy = () => new Fault('llm/overloaded', { client: 'Test', status: 503 })
const limited = (retryAfterMs: number | null, isFinal = false) =>
  new Fault('llm/rate-limited', { client: 'Test', retryAt: null }, { cause: new Refusal({ status: 429, retryAfterMs, isFinal }) })
const options = () => ({ clock: handClock(), random: () => 0 })

test('a whole answer comes piece by piece and its outcome tells all', async () => {
  const usage = { inputTokens: 3, outputTokens: 2 }
  const client = scripted([[{ type: 'reasoning', text: 'Hm', signature: 'sig' }, text('Hel'), text('lo'), { type: 'usage', usage }, done]])
  const { events, outcome } = await callToEnd(client, options())
  expect({ events: events.map(briefly), outcome }).toEqual({
    events: ['reasoning Hm', 'text Hel', 'text lo', 'done end'],
    outcome: { text: 'Hello', truncated: false, reasoning: { text: 'Hm', signature: 'sig' }, toolCalls: [], usage, stopReason: 'end', fault: null, stopped: false, attempts: 1, durationMs: 0, firstTokenMs: 0 },
  })
})

test('a stream that ends without a proof is no answer, and what arrived is kept', async () => {
  const { events, outcome } = await callToEnd(scripted([[text('Hel')]]), options())
  expect([events.map(briefly), outcome.text, outcome.stopReason, outcome.fault?.code, outcome.stopped]).toEqual([['text Hel', 'failed llm/incomplete'], 'Hel', null, 'llm/incomplete', false])
})

test('a character whose halves come in two pieces arrives whole', async () => {
  const { events, outcome } = await callToEnd(scripted([[text('a\ud83d'), text('\ude00b'), text('\ud83d'), done]]), options())
  expect([events.map(briefly), outcome.text]).toEqual([['text a', 'text 😀b', 'done end'], 'a😀b'])
})

describe('further attempts', () => {
  const failing = (faults: readonly Fault[]) => clientOf(async function* (attempt) {
    const fault = faults[attempt - 1]
    if (fault) throw fault
    yield text('Hi')
    yield done
  })

  test.each([
    ['the first passing fault', [busy()], [500]],
    ['two passing faults', [busy(), limited(null)], [500, 500]],
    ['what the provider asks for, exactly', [limited(20_000)], [20_000]],
    ['at most a minute', [limited(59_999)], [59_999]],
  ])('wait after %s', async (_, faults, waits) => {
    const clock = handClock()
    const attempts: number[] = []
    const start = clock.now()
    const call = callToEnd(failing(faults), { clock, random: () => 0, onAttempt: (attempt) => attempts.push(attempt) })
    for (const wait of waits) {
      await clock.armed(wait)
      clock.advance(wait)
    }
    const { events, outcome } = await call
    expect({ events: events.map(briefly), attempts, outcome: [outcome.text, outcome.attempts, outcome.durationMs, outcome.fault], retryAt: events.flatMap((event) => (event.type === 'waiting' ? [event.retryAt - start] : [])) }).toEqual({
      events: [...faults.map((fault, at) => `waiting for attempt ${at + 2} after ${fault.code}`), 'text Hi', 'done end'],
      attempts: faults.map((__, at) => at + 1).concat(faults.length + 1),
      outcome: ['Hi', faults.length + 1, waits.reduce((sum, wait) => sum + wait), null],
      retryAt: waits.map((__, at) => waits.slice(0, at + 1).reduce((sum, wait) => sum + wait)),
    })
  })

  test.each([
    ['more than a minute is asked for', [limited(61_000)], 'llm/rate-limited'],
    ['the quota is spent', [limited(null, true)], 'llm/rate-limited'],
    ['the key is refused', [new Fault('llm/auth', { client: 'Test', host: 'h', status: 401 })], 'llm/auth'],
    ['the payload is refused', [new Fault('llm/refused-payload', { client: 'Test', status: 400, found: 'x', messages: [] })], 'llm/refused-payload'],
    ['the answer is not of the protocol', [new Fault('llm/protocol', { client: 'Test', found: 'x' })], 'llm/protocol'],
  ])('there are none when %s', async (_, faults, code) => {
    const { events, outcome } = await callToEnd(failing(faults), options())
    expect([events.map(briefly), outcome.attempts]).toEqual([[`failed ${code}`], 1])
  })

  test('there are at most two', async () => {
    const clock = handClock()
    const call = callToEnd(failing([busy(), busy(), busy(), busy()]), { clock, random: () => 0.5 })
    await clock.armed(1250)
    clock.advance(1250)
    await clock.armed(4250)
    clock.advance(4250)
    const { events, outcome } = await call
    expect([events.map(briefly).at(-1), outcome.attempts]).toEqual(['failed llm/overloaded', 3])
  })

  test('there is none once a piece of the answer has come', async () => {
    const client = clientOf(async function* () {
      yield text('Hel')
      throw busy()
    })
    const { events, outcome } = await callToEnd(client, options())
    expect([events.map(briefly), outcome.text, outcome.attempts]).toEqual([['text Hel', 'failed llm/overloaded'], 'Hel', 1])
  })

  test('the time a provider asks for stands in the fault', async () => {
    const clock = handClock()
    const { outcome } = await callToEnd(failing([limited(3_600_000)]), { clock, random: () => 0 })
    expect(outcome.fault?.data).toEqual({ client: 'Test', retryAt: clock.now() + 3_600_000 })
  })

  test('a stop while it waits ends it', async () => {
    const clock = handClock()
    const stop = new AbortController()
    const call = callToEnd(failing([busy()]), { clock, random: () => 0, signal: stop.signal })
    await clock.armed(500)
    stop.abort()
    const { events, outcome } = await call
    expect([events.map(briefly), outcome.stopped, clock.pending()]).toEqual([['waiting for attempt 2 after llm/overloaded', 'stopped'], true, []])
  })
})

describe('silence', () => {
  test('a minute without content ends the call; what arrived is kept', async () => {
    const clock = handClock()
    const call = callModel(clientOf(async function* () {
      yield text('Hel')
      yield never() as never
    }), question, { clock, random: () => 0 })
    await call.next()
    const failed = call.next()
    await clock.armed(60_000)
    clock.advance(59_999)
    const before = clock.pending().length
    clock.advance(1)
    const end = await failed
    const { value: outcome } = await call.next()
    expect([before, end.value, outcome, clock.pending()]).toEqual([
      2,
      expect.objectContaining({ type: 'failed', fault: expect.objectContaining({ code: 'llm/stalled', data: { client: 'Test', waitMs: 60_000 } }) as unknown }),
      expect.objectContaining({ text: 'Hel', stopReason: null, stopped: false, attempts: 1, durationMs: 60_000 }),
      [],
    ])
  })

  test('counts of tokens are no content', async () => {
    const clock = handClock()
    const client = clientOf(async function* () {
      for (;;) {
        clock.advance(25_000)
        yield { type: 'usage', usage: { inputTokens: 1, outputTokens: 1 } }
      }
    })
    const { events } = await callToEnd(client, { clock, random: () => 0 })
    expect([events.map(briefly), clock.pending()]).toEqual([['failed llm/stalled'], []])
  })

  test('parts of a tool call are content', async () => {
    const clock = handClock()
    const client = clientOf(async function* () {
      for (let part = 0; part < 10; part++) {
        clock.advance(59_000)
        yield text('')
      }
      yield done
    })
    const { events } = await callToEnd(client, { clock, random: () => 0 })
    expect(events.map(briefly)).toEqual(['done end'])
  })

  test('a reader may take its time', async () => {
    const clock = handClock()
    const call = callModel(scripted([[text('a'), text('b'), done]]), question, { clock, random: () => 0 })
    await call.next()
    clock.advance(10 * 60_000)
    expect((await call.next()).value).toEqual({ type: 'text', text: 'b' })
  })

  test('no beginning within 30 s is an unreachable server, tried three times', async () => {
    const clock = handClock()
    const silent = { ...clientOf(() => never() as never), stream: () => ({ opened: never(), [Symbol.asyncIterator]: () => ({ next: never }) }) }
    const call = callToEnd(silent, { clock, random: () => 0 })
    for (const wait of [30_000, 500, 30_000, 500, 30_000]) {
      await clock.armed(wait)
      clock.advance(wait)
    }
    const { events, outcome } = await call
    expect([events.map(briefly), outcome.attempts, outcome.fault?.hint]).toEqual([
      ['waiting for attempt 2 after llm/unreachable', 'waiting for attempt 3 after llm/unreachable', 'failed llm/unreachable'],
      3,
      'No answer began within 30 s. Check that the server runs and the address is right; your message is kept.',
    ])
  })

  test('a client may be given more patience', async () => {
    const clock = handClock()
    const call = callToEnd(clientOf(() => never() as never, { patience: () => ({ progressMs: 300_000 }), stream: () => ({ [Symbol.asyncIterator]: () => ({ next: never }) }) }), { clock, random: () => 0 })
    await clock.armed(300_000)
    clock.advance(300_000)
    expect((await call).events.map(briefly)).toEqual(['failed llm/stalled'])
  })

  test('a quarter of an hour is the most, however lively it is', async () => {
    const clock = handClock()
    const client = clientOf(async function* () {
      for (;;) {
        clock.advance(50_000)
        yield text('a')
      }
    })
    const { events, outcome } = await callToEnd(client, { clock, random: () => 0 })
    expect([events.map(briefly).at(-1), outcome.text, outcome.fault?.message]).toEqual([
      'failed llm/incomplete', 'a'.repeat(17), 'The answer from Test ended before it was complete: it took longer than 15 minutes.',
    ])
  })
})

describe('stopping', () => {
  test('ends a call that hangs, and what arrived is kept', async () => {
    const stop = new AbortController()
    const client = clientOf(async function* () {
      yield text('Hel')
      stop.abort()
      yield never() as never
    })
    const { events, outcome } = await callToEnd(client, { ...options(), signal: stop.signal })
    expect([events.map(briefly), outcome.text, outcome.stopped, outcome.fault]).toEqual([['text Hel', 'stopped'], 'Hel', true, null])
  })

  test('before it has begun asks nobody', async () => {
    const client = scripted(['Hi'])
    const { events, outcome } = await callToEnd(client, { ...options(), signal: AbortSignal.abort() })
    expect([events.map(briefly), outcome.attempts, client.requests.length]).toEqual([['stopped'], 0, 0])
  })

  test('leaving the loop ends the call', async () => {
    const clock = handClock()
    const seen: AbortSignal[] = []
    const client = clientOf(async function* (_, signal) {
      seen.push(signal)
      yield text('a')
      yield text('b')
    })
    for await (const event of callModel(client, question, { clock, random: () => 0 })) if (event.type === 'text') break
    expect([seen.map((signal) => signal.aborted), clock.pending()]).toEqual([[true], []])
  })
})
