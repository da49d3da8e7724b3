import { describe, expect, test } from 'vitest'
import { demo, demoAnswer } from '../../../../core/llm/providers/demo.ts'
import { scripted } from '../../../../core/llm/providers/scripted.ts'
import { briefly, callToEnd, question } from '../../../helpers/calls.ts'
import { handClock } from '../../../helpers/handClock.ts'
import { plainPrompt } from '../../../helpers/prompt.ts'

const options = () => ({ clock: handClock(), random: () => 0 })
const signal = new AbortController().signal

describe('the demo model', () => {
  const rows = [['system', 'Be brief.'], ['user', 'My cat is called Miez.'], ['assistant', 'Noted.'], ['user', 'What is she called?']] as const

  test('says what it is, what it was asked and what it sees', () => {
    expect(demoAnswer(plainPrompt(...rows))).toBe([
      'You asked: “What is she called?”',
      '',
      'I am the **demo model**: I run offline and know nothing of the world, but I show you exactly what a model would get.',
      '',
      'Besides your question I see 3 messages:',
      '',
      '- your instruction: “Be brief.”',
      '- you: “My cat is called Miez.”',
      '- an answer: “Noted.”',
      '',
      'Hide or correct one of them and ask again: my answer changes with it. For real answers, add a provider in Settings.',
    ].join('\n'))
  })

  test('answers differently when a message is hidden, and the same to the same', () => {
    const all = demoAnswer(plainPrompt(...rows))
    const hidden = demoAnswer(plainPrompt(...rows.filter(([, text]) => !text.includes('Miez'))))
    expect([hidden.includes('Miez'), hidden.includes('2 messages'), demoAnswer(plainPrompt(...rows)) === all]).toEqual([false, true, true])
  })

  test('shows the last of many', () => {
    const answer = demoAnswer(plainPrompt(...Array.from({ length: 20 }, (_, at) => ['user', `n${at}`] as const)))
    expect([answer.includes('19 messages, the last 8 of them'), answer.includes('“n10”'), answer.includes('“n11”')]).toEqual([true, false, true])
  })

  test('streams word by word at the pace of its clock, and counts nothing', async () => {
    const clock = handClock()
    const call = callToEnd(demo({ clock }), { clock, random: () => 0 }, { ...question, config: { maxTokens: 3 } })
    for (let word = 0; word < 2; word++) {
      await clock.armed(12)
      clock.advance(12)
    }
    const { events, outcome } = await call
    expect([events.map(briefly), outcome.usage, outcome.durationMs]).toEqual([['text You', 'text  asked:', 'text  “Hi”', 'done length'], null, 24])
  })

  test('stops between two words', async () => {
    const clock = handClock()
    const stop = new AbortController()
    const call = callToEnd(demo({ clock }), { clock, random: () => 0, signal: stop.signal })
    await clock.armed(12)
    stop.abort()
    const { events, outcome } = await call
    expect([events.map(briefly), outcome.stopped, clock.pending()]).toEqual([['text You', 'stopped'], true, []])
  })

  test('takes no setting but a limit, costs nothing, and shows what it looks at', () => {
    const config = { model: 'demo', temperature: 0, maxTokens: 5, seed: 1, extra: {} }
    expect([demo().unsupported?.(config), demo().isFree, demo().preview?.({ ...question, config })]).toEqual([
      ['temperature', 'seed', 'extra'], true, { messages: [{ role: 'user', content: 'Hi' }], maxTokens: 5 },
    ])
  })

  test('answers at once without a clock, word for word what it says', async () => {
    const answer = await demo().complete(question, signal)
    expect(answer).toEqual({ text: demoAnswer(question.prompt), toolCalls: [], usage: null, stopReason: 'end' })
  })
})

describe('the scripted client', () => {
  test('answers in order and shows what it was asked', async () => {
    const client = scripted(['One', [{ type: 'text', text: 'Two' }, { type: 'done', stopReason: 'length' }]], { model: 'gpt-4o' })
    const answers = [await client.complete(question, signal), await client.complete(question, signal)]
    expect([client.model, answers.map(({ text, stopReason }) => [text, stopReason]), client.requests]).toEqual(['gpt-4o', [['One', 'end'], ['Two', 'length']], [question, question]])
  })

  test('has a model of its own, and takes whatever it is given', () => {
    const client = scripted([])
    const request = { ...question, config: { model: 'm', topK: 3 } }
    expect([client.model, client.unsupported?.(request.config), client.preview?.(request)]).toEqual(['scripted', [], { model: 'm', topK: 3, messages: [{ role: 'user', content: 'Hi' }], tools: [] }])
  })

  test('ends with a fault when its script has ended', async () => {
    const { events, outcome } = await callToEnd(scripted([]), options())
    expect([events.map(briefly), outcome.fault?.data]).toEqual([['failed llm/script-ended'], { answers: 0 }])
  })
})
