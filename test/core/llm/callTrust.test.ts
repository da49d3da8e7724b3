import { describe, expect, test } from 'vitest'
import { callModel } from '../../../core/llm/call.ts'
import type { ChatEvent } from '../../../core/llm/client.ts'
import { scripted } from '../../../core/llm/providers/scripted.ts'
import { Fault } from '../../../core/model/fault.ts'
import type { ToolCall } from '../../../core/model/reply.ts'
import { briefly, callToEnd, clientOf, never, question } from '../../helpers/calls.ts'
import { handClock } from '../../helpers/handClock.ts'

const text = (words: string): ChatEvent => ({ type: 'text', text: words })
const done: ChatEvent = { type: 'done', stopReason: 'end' }
const options = () => ({ clock: handClock(), random: () => 0 })

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
