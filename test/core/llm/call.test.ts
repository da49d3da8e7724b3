import { describe, expect, test } from 'vitest'
import { callModel } from '../../../core/llm/call.ts'
import type { ChatEvent } from '../../../core/llm/client.ts'
import { Refusal } from '../../../core/llm/retry.ts'
import { scripted } from '../../../core/llm/providers/scripted.ts'
import { Fault } from '../../../core/model/fault.ts'
import type { ToolCall } from '../../../core/model/reply.ts'
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
    outcome: { text: 'Hello', reasoning: { text: 'Hm', signature: 'sig' }, toolCalls: [], usage, stopReason: 'end', fault: null, stopped: false, attempts: 1, durationMs: 0, firstTokenMs: 0 },
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

describe('tool calls come only from a whole answer that ended for them', () => {
  const call = (patch: Partial<ToolCall> = {}): ToolCall => ({ id: 'a', name: 'compress', arguments: '{"target":20}', ...patch })
  const tools = [{ name: 'compress', description: 'x', parameters: {} }]
  const nested = (depth: number): string => (depth === 0 ? '1' : `{"a":${nested(depth - 1)}}`)
  const rows: readonly (readonly [name: string, calls: readonly ToolCall[], stop: 'end' | 'length' | 'toolCalls', events: readonly string[]])[] = [
    ['a good one', [call()], 'toolCalls', ['toolCall compress "{\\"target\\":20}"', 'done toolCalls']],
    ['arguments that are an object already', [call({ arguments: { target: 20 } })], 'toolCalls', ['toolCall compress {"target":20}', 'done toolCalls']],
    ['cut arguments', [call({ arguments: '{"target": 2' })], 'toolCalls', ['failed llm/incomplete']],
    ['no arguments at all', [call({ arguments: '' })], 'toolCalls', ['failed llm/incomplete']],
    ['arguments that are a list', [call({ arguments: '[]' })], 'toolCalls', ['failed llm/protocol']],
    ['an answer whose length ran out', [call()], 'length', ['failed llm/incomplete']],
    ['an answer that ended as text', [call()], 'end', ['failed llm/protocol']],
    ['an answer that announced some', [], 'toolCalls', ['failed llm/protocol']],
    ['one good and one cut', [call(), call({ id: 'b', arguments: '{' })], 'toolCalls', ['failed llm/incomplete']],
    ['the same id twice', [call(), call()], 'toolCalls', ['failed llm/protocol']],
    ['no id', [call({ id: '' })], 'toolCalls', ['failed llm/protocol']],
    ['a tool that was not offered', [call({ name: 'purge' })], 'toolCalls', ['failed llm/protocol']],
    ['nine at once', Array.from({ length: 9 }, (_, at) => call({ id: String(at) })), 'toolCalls', ['failed llm/protocol']],
    ['more than 64 kB', [call({ arguments: JSON.stringify({ a: 'x'.repeat(65_536) }) })], 'toolCalls', ['failed llm/protocol']],
    ['33 levels', [call({ arguments: nested(33) })], 'toolCalls', ['failed llm/protocol']],
  ]
  test.each(rows)('%s', async (_, calls, stopReason, events) => {
    const client = scripted([[...calls.map((one): ChatEvent => ({ type: 'toolCall', call: one })), { type: 'done', stopReason }]])
    const finished = await callToEnd(client, options(), { ...question, tools })
    expect([finished.events.map(briefly), finished.outcome.toolCalls.length]).toEqual([events, events[0]?.startsWith('toolCall') ? calls.length : 0])
  })
})

describe('a client that failed five times in a row', () => {
  const sick = () => clientOf(async function* (attempt) {
    if (attempt <= 5) throw new Fault('llm/protocol', { client: 'Test', found: 'x' })
    yield text('Hi')
    yield done
  })
  const last = async (client: ReturnType<typeof sick>, clock: ReturnType<typeof handClock>) => briefly((await callToEnd(client, { clock, random: () => 0 })).events.at(-1) ?? { type: 'stopped' })

  test('is left alone for half a minute, then tried again', async () => {
    const clock = handClock()
    const client = sick()
    const ends: string[] = []
    for (let call = 0; call < 6; call++) ends.push(await last(client, clock))
    clock.advance(30_000)
    ends.push(await last(client, clock), await last(client, clock))
    expect(ends).toEqual([...Array.from({ length: 5 }, () => 'failed llm/protocol'), 'failed llm/paused', 'done end', 'done end'])
  })

  test('an answer in between starts the count anew; a refused key is an answer', async () => {
    const clock = handClock()
    const auth = new Fault('llm/auth', { client: 'Test', host: 'h', status: 401 })
    const client = clientOf(async function* (attempt) {
      if (attempt === 4) throw auth
      yield text('Hel')
    })
    const ends: string[] = []
    for (let call = 0; call < 8; call++) ends.push(await last(client, clock))
    expect(ends).toEqual(Array.from({ length: 8 }, (_, at) => (at === 3 ? 'failed llm/auth' : 'failed llm/incomplete')))
  })

  test('lets one call try at a time', async () => {
    const clock = handClock()
    const client = sick()
    for (let call = 0; call < 5; call++) await last(client, clock)
    clock.advance(30_000)
    const probe = callModel(client, question, { clock, random: () => 0 })
    await probe.next()
    expect(await last(client, clock)).toBe('failed llm/paused')
  })
})

describe('a client of someone else may do anything', () => {
  test.each([
    ['throw at once', clientOf(() => never() as never, { stream: () => { throw new Error('no: sk-abcdef123456') } })],
    ['throw no error', clientOf(() => never() as never, { stream: () => { throw 'no: sk-abcdef123456' } })],
  ])('%s', async (_, client) => {
    const { events, outcome } = await callToEnd(client, options())
    expect([events.map(briefly), outcome.fault?.data]).toEqual([['failed llm/protocol'], { client: 'Test', found: 'no: [removed]' }])
  })

  test('answer without end', async () => {
    const client = clientOf(async function* () {
      for (;;) yield text('x'.repeat(1000))
    })
    const { outcome } = await callToEnd(client, { ...options(), rules: { maxAnswerLength: 5000 } })
    expect([outcome.fault?.code, outcome.text.length]).toEqual(['llm/protocol', 6000])
  })
})
