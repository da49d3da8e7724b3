import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { callModel } from '../../../../core/llm/call.ts'
import type { CallOutcome } from '../../../../core/llm/call.ts'
import type { LLMClient } from '../../../../core/llm/client.ts'
import type { ReplyEvent } from '../../../../core/model/reply.ts'
import { briefly, callToEnd, question } from '../../../helpers/calls.ts'
import { handClock } from '../../../helpers/handClock.ts'
import type { HandClock } from '../../../helpers/handClock.ts'
import type { Answer, ModelServer } from '../../../helpers/modelServer.ts'
import { canary, providers } from './providers.ts'

const rules = { headersMs: 30_000, progressMs: 60_000 }
const halfCall = [{ id: 'call_1', name: 'compress', arguments: '{"target_tokens": 20' }]

describe.each(providers)('what befalls a call to $title', ({ make, start }) => {
  let server: ModelServer
  let client: LLMClient
  let clock: HandClock
  beforeEach(async () => {
    server = await start()
    client = make({ apiKey: canary, baseUrl: server.url, name: 'Local' })
    clock = handClock()
  })
  afterEach(() => server.close())
  const options = () => ({ clock, random: () => 0, rules })

  const rows: readonly (readonly [name: string, answer: Answer, events: readonly string[], message: string])[] = [
    ['ends without a terminator', { kind: 'answer', text: 'Hello there', afterwards: 'eof' }, ['text Hello', 'text  there', 'failed llm/incomplete'], 'The answer from Local ended before it was complete: it stopped without saying that it was whole.'],
    ['is cut', { kind: 'answer', text: 'Hello there', afterwards: 'cut' }, ['text Hello', 'text  there', 'failed llm/incomplete'], 'The answer from Local ended before it was complete: the connection was cut.'],
    ['sends malformed JSON', { kind: 'answer', text: 'Hello there', afterwards: 'malformed' }, ['text Hello', 'text  there', 'failed llm/protocol'], 'Local answered in a way that is not its protocol: a piece of it is not valid JSON.'],
    ['sends an error after it began', { kind: 'answer', text: 'Hello there', afterwards: 'errorEvent' }, ['text Hello', 'text  there', 'failed llm/overloaded'], 'Local is busy.'],
    ['sends a line without end', { kind: 'answer', text: 'Hello', afterwards: 'longLine' }, ['text Hello', 'failed llm/protocol'], 'Local answered in a way that is not its protocol: a line of its answer is too long.'],
    ['cuts a tool call', { kind: 'answer', text: 'Well', toolCalls: halfCall }, ['text Well', 'failed llm/incomplete'], 'The answer from Local ended before it was complete: the arguments of its call of compress are not whole, so it was not run.'],
    ['runs out of length in a tool call', { kind: 'answer', text: 'Well', toolCalls: halfCall, finish: 'length' }, ['text Well', 'failed llm/incomplete'], 'The answer from Local ended before it was complete: its length ran out within a tool call, so none was run.'],
    ['answers with a web page', { kind: 'html' }, ['failed llm/protocol'], 'Local answered in a way that is not its protocol: a web page came instead of an answer.'],
    ['refuses the key and echoes it', { kind: 'status', status: 401, message: `Incorrect API key provided: ${canary}` }, ['failed llm/auth'], 'Local refused the key for 127.0.0.1 (401).'],
    ['forbids it', { kind: 'status', status: 403, message: `${canary} may not` }, ['failed llm/auth'], 'Local refused the key for 127.0.0.1 (403).'],
    ['does not know the model', { kind: 'status', status: 404, message: `model: test-model ${canary}` }, ['failed llm/model-not-found'], 'Local has no model called "test-model".'],
    ['is not at that address', { kind: 'status', status: 404, body: '{"detail":"Not Found"}' }, ['failed llm/protocol'], 'Local answered in a way that is not its protocol: nothing is found at ADDRESS (404).'],
    ['refuses the request', { kind: 'status', status: 400, message: `too long, and by the way ${encodeURIComponent(canary)} sk-abc123def456` }, ['failed llm/refused-payload'], 'Local refused the request (400).'],
    ['refuses the size', { kind: 'status', status: 413, body: `<html>${canary}</html>` }, ['failed llm/refused-payload'], 'Local refused the request (413).'],
    ['asks to wait an hour', { kind: 'status', status: 429, headers: { 'retry-after': '3600' }, message: canary }, ['failed llm/rate-limited'], 'Local asks to wait: its rate limit is reached.'],
    ['says that the quota is spent', { kind: 'status', status: 429, message: 'You exceeded your current quota' }, ['failed llm/rate-limited'], 'Local asks to wait: its rate limit is reached.'],
    ['says itself that trying again is of no use', { kind: 'status', status: 500, headers: { 'x-should-retry': 'false' } }, ['failed llm/overloaded'], 'Local is busy (500).'],
    ['redirects', { kind: 'redirect', to: 'http://127.0.0.1:9/v1' }, ['failed llm/protocol'], 'Local answered in a way that is not its protocol: it sends on to another address, which is not followed so that no key goes astray.'],
  ]
  test.each(rows)('a server that %s', async (_, answer, events, message) => {
    server.script(answer)
    const finished = await callToEnd(client, options())
    const { fault } = finished.outcome
    expect({ events: finished.events.map(briefly), message: fault?.message.replace(server.url, 'ADDRESS'), attempts: finished.outcome.attempts, requests: server.requests.length, leaks: leaks(finished.events, finished.outcome) }).toEqual({
      events, message, attempts: 1, requests: 1, leaks: [],
    })
  })

  test('the words of a refusal are shown without secrets', async () => {
    server.script({ kind: 'status', status: 400, message: `messages.3: ${canary} is no role` })
    const { outcome } = await callToEnd(client, options())
    expect(outcome.fault?.hint).toBe('messages.3: [removed] is no role')
  })

  test('a prompt that is too long is told with the provider\'s numbers, and no second attempt is made', async () => {
    server.script({ kind: 'status', status: 400, type: 'invalid_request_error', message: `prompt is too long: 250000 tokens > 200000 maximum (${canary})` })
    const { outcome } = await callToEnd(client, options())
    expect([outcome.fault?.code, outcome.fault?.data, outcome.fault?.message, outcome.attempts]).toEqual([
      'llm/too-long',
      { client: 'Local', model: 'test-model', limit: 200_000, sent: 250_000, found: 'prompt is too long: 250000 tokens > 200000 maximum ([removed])' },
      'This is too long for test-model: 250000 of 200000 tokens.',
      1,
    ])
  })

  test('the time a server asks to wait stands in the fault', async () => {
    server.script({ kind: 'status', status: 429, headers: { 'retry-after': '3600' } })
    const { outcome } = await callToEnd(client, options())
    expect(outcome.fault?.data).toEqual({ client: 'Local', retryAt: clock.now() + 3_600_000 })
  })

  test.each([
    ['429 with Retry-After', { kind: 'status', status: 429, headers: { 'retry-after': '20' } }, 20_000, 'llm/rate-limited'],
    ['429 with a date', { kind: 'status', status: 429, headers: { 'retry-after': 'Fri, 02 Jan 2026 00:00:07 GMT', date: 'Fri, 02 Jan 2026 00:00:00 GMT' } }, 7000, 'llm/rate-limited'],
    ['429', { kind: 'status', status: 429 }, 500, 'llm/rate-limited'],
    ['500', { kind: 'status', status: 500, body: `<html>${canary}</html>` }, 500, 'llm/overloaded'],
    ['503', { kind: 'status', status: 503 }, 500, 'llm/overloaded'],
    ['529', { kind: 'status', status: 529 }, 500, 'llm/overloaded'],
    ['408', { kind: 'status', status: 408 }, 500, 'llm/overloaded'],
    ['an error before the first word', { kind: 'answer', afterwards: 'errorEvent' }, 500, 'llm/overloaded'],
    ['a closed connection', { kind: 'hangUp' }, 500, 'llm/unreachable'],
  ] as const)('after %s it asks again', async (_, answer, waitMs, code) => {
    server.script(answer, 'Hello there')
    const call = callToEnd(client, options())
    await clock.armed(waitMs)
    clock.advance(waitMs)
    const { events, outcome } = await call
    expect({ events: events.map(briefly), attempts: outcome.attempts, requests: server.requests.length, leaks: leaks(events, outcome) }).toEqual({
      events: [`waiting for attempt 2 after ${code}`, 'text Hello', 'text  there', 'done end'], attempts: 2, requests: 2, leaks: [],
    })
  })

  test('500 three times is the end', async () => {
    server.script({ kind: 'status', status: 500 }, { kind: 'status', status: 500 }, { kind: 'status', status: 500 })
    const call = callToEnd(client, options())
    for (let wait = 0; wait < 2; wait++) {
      await clock.armed(500)
      clock.advance(500)
    }
    const { events, outcome } = await call
    expect([events.map(briefly).at(-1), outcome.attempts, server.requests.length]).toEqual(['failed llm/overloaded', 3, 3])
  })

  test('no server at all is unreachable', async () => {
    await server.close()
    const { outcome } = await callToEnd(client, { ...options(), rules: { ...rules, maxRetries: 0 } })
    expect(outcome.fault?.data).toEqual({ client: 'Local', url: server.url, reason: 'The connection was refused' })
  })

  test('a host that is not there is unreachable', async () => {
    const nowhere = make({ apiKey: canary, baseUrl: 'http://nowhere.invalid/v1', name: 'Nowhere' })
    const { outcome } = await callToEnd(nowhere, { ...options(), rules: { ...rules, maxRetries: 0 } })
    expect([outcome.fault?.code, outcome.fault?.hint?.includes('nowhere.invalid')]).toEqual(['llm/unreachable', true])
  })

  test('a server that takes the request and says nothing is asked three times', async () => {
    server.script({ kind: 'silent' }, { kind: 'silent' }, { kind: 'silent' })
    const call = callToEnd(client, options())
    for (let attempt = 1; attempt <= 3; attempt++) {
      await server.received(attempt)
      clock.advance(30_000)
      if (attempt < 3) await clock.armed(500)
      clock.advance(500)
    }
    const { events, outcome } = await call
    expect([events.map(briefly).at(-1), outcome.attempts, outcome.fault?.hint]).toEqual([
      'failed llm/unreachable', 3, 'No answer began within 30 s. Check that the server runs and the address is right; your message is kept.',
    ])
  })

  test.each(['stall', 'pings'] as const)('a server that comes to a %s is left after a minute; what arrived is kept', async (then) => {
    server.script({ kind: 'answer', text: 'Hello there', afterwards: then })
    const call = callModel(client, question, options())
    const first = [await call.next(), await call.next()]
    const last = call.next()
    await clock.armed(60_000)
    clock.advance(30_000)
    if (then === 'pings') await server.pinged(5)
    clock.advance(30_000)
    const events = [...first, await last].map((step) => briefly(step.value as ReplyEvent))
    const { value: outcome } = await call.next()
    await server.ended()
    expect([events, (outcome as CallOutcome).text]).toEqual([['text Hello', 'text  there', 'failed llm/stalled'], 'Hello there'])
  })

  test('a stop in the middle closes the connection and keeps what arrived', async () => {
    const stop = new AbortController()
    server.hold()
    server.script('Hello there my friend')
    const call = callModel(client, question, { ...options(), signal: stop.signal })
    server.release(2)
    const first = [await call.next(), await call.next()]
    const last = call.next()
    stop.abort()
    const events = [...first, await last].map((step) => briefly(step.value as ReplyEvent))
    const { value: outcome } = await call.next()
    await server.ended()
    expect([events, (outcome as CallOutcome).text, (outcome as CallOutcome).stopped]).toEqual([['text Hello', 'text  there', 'stopped'], 'Hello there', true])
  })

  test('without call rules the client throws the same faults', async () => {
    server.script({ kind: 'answer', text: 'Hello', afterwards: 'eof' }, { kind: 'status', status: 401, message: canary }, 'Hello there')
    const ask = () => client.complete(question, new AbortController().signal).catch((error: unknown) => error)
    expect([await ask(), await ask(), await ask()]).toEqual([
      expect.objectContaining({ code: 'llm/incomplete' }),
      expect.objectContaining({ code: 'llm/auth' }),
      expect.objectContaining({ text: 'Hello there', stopReason: 'end', toolCalls: [] }),
    ])
  })
})

/** Where the key shows in anything that a call gave, in any form. */
function leaks(events: readonly ReplyEvent[], outcome: CallOutcome): readonly string[] {
  const { fault } = outcome
  const texts = [JSON.stringify(events), JSON.stringify(outcome), fault?.message, fault?.hint, fault?.stack, JSON.stringify(fault?.data), JSON.stringify(fault?.cause)].map((text) => text ?? '').join('\n')
  const forms = [canary, JSON.stringify(canary).slice(1, -1), encodeURIComponent(canary), Buffer.from(canary).toString('base64'), 'canary', '0123456789']
  return forms.filter((form) => texts.includes(form))
}
