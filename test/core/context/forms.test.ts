import { describe, expect, test } from 'vitest'
import { messagesOf, promptFrom, promptOf } from '../../../core/context/prompt.ts'
import { turnsOf } from '../../../core/context/turns.ts'
import type { Prompt, Repair } from '../../../core/model/context.ts'
import type { Content } from '../../../core/model/content.ts'
import { messageIdOf } from '../../helpers/memoryHistory.ts'
import { ticketType } from '../../helpers/ticketType.ts'

const user = (text: string): Content => ({ type: 'dialogue', role: 'user', text })
const assistant = (text: string): Content => ({ type: 'dialogue', role: 'assistant', text })
const call = (callId: string, tool = 'weather'): Content => ({ type: 'tool_call', callId, tool, input: { city: 'Bern' } })
const result = (callId: string, output = 'sun', status: 'success' | 'error' = 'success'): Content => ({ type: 'tool_result', callId, tool: 'weather', output, status })
const rules: Content = { type: 'instruction', text: 'Be brief.' }
const noResult = '(The result of this call is not part of this conversation.)'

const openaiCall = (id: string, name = 'weather') => ({ id, type: 'function', function: { name, arguments: '{"city":"Bern"}' } })
const use = (id: string) => ({ type: 'tool_use', id, name: 'weather', input: { city: 'Bern' } })
const answer = (id: string, content = 'sun') => ({ type: 'tool_result', tool_use_id: id, content })
const kindsOf = (repairs: readonly Repair[]) => repairs.map(({ kind }) => kind)

function formsOf(prompt: Prompt) {
  return { openai: prompt.toOpenAI(), anthropic: prompt.toAnthropic(), repairs: { openai: kindsOf(prompt.repairs('openai')), anthropic: kindsOf(prompt.repairs('anthropic')) } }
}

type Forms = ReturnType<typeof formsOf>
const cases: readonly { readonly name: string; readonly contents: readonly Content[]; readonly forms: unknown }[] = [
  {
    name: 'a plain conversation needs no repair',
    contents: [rules, user('Hi'), assistant('Hello'), user('Bye')],
    forms: {
      openai: [{ role: 'system', content: 'Be brief.' }, { role: 'user', content: 'Hi' }, { role: 'assistant', content: 'Hello' }, { role: 'user', content: 'Bye' }],
      anthropic: { system: 'Be brief.', messages: [{ role: 'user', content: 'Hi' }, { role: 'assistant', content: 'Hello' }, { role: 'user', content: 'Bye' }] },
      repairs: { openai: [], anthropic: [] },
    },
  },
  {
    name: 'calls stand with the words before them, results directly after, and thoughts are left out',
    contents: [user('Weather?'), { type: 'reasoning', text: 'Look it up.' }, assistant('One moment.'), call('a'), call('b'), result('b', 'rain'), result('a'), assistant('Sun.')],
    forms: {
      openai: [
        { role: 'user', content: 'Weather?' },
        { role: 'assistant', content: 'One moment.', tool_calls: [openaiCall('a'), openaiCall('b')] },
        { role: 'tool', content: 'sun', tool_call_id: 'a' },
        { role: 'tool', content: 'rain', tool_call_id: 'b' },
        { role: 'assistant', content: 'Sun.' },
      ],
      anthropic: {
        messages: [
          { role: 'user', content: 'Weather?' },
          { role: 'assistant', content: [{ type: 'text', text: 'One moment.' }, use('a'), use('b')] },
          { role: 'user', content: [answer('a'), answer('b', 'rain')] },
          { role: 'assistant', content: 'Sun.' },
        ],
      },
      repairs: { openai: [], anthropic: [] },
    },
  },
  {
    name: 'a call whose result is hidden gets one that says so',
    contents: [user('Weather?'), call('a'), user('Never mind.')],
    forms: {
      openai: [
        { role: 'user', content: 'Weather?' },
        { role: 'assistant', content: null, tool_calls: [openaiCall('a')] },
        { role: 'tool', content: noResult, tool_call_id: 'a' },
        { role: 'user', content: 'Never mind.' },
      ],
      anthropic: {
        messages: [{ role: 'user', content: 'Weather?' }, { role: 'assistant', content: [use('a')] }, { role: 'user', content: [answer('a', noResult), { type: 'text', text: 'Never mind.' }] }],
      },
      repairs: { openai: ['syntheticResult'], anthropic: ['syntheticResult'] },
    },
  },
  {
    name: 'a result whose call is hidden becomes text',
    contents: [user('Weather?'), result('a', 'no network', 'error')],
    forms: {
      openai: [{ role: 'user', content: 'Weather?' }, { role: 'user', content: 'Result of weather (an error):\nno network' }],
      anthropic: { messages: [{ role: 'user', content: [{ type: 'text', text: 'Weather?' }, { type: 'text', text: 'Result of weather (an error):\nno network' }] }] },
      repairs: { openai: ['toText'], anthropic: ['toText', 'joined'] },
    },
  },
  {
    name: 'a result that stands further down is moved to its call',
    contents: [user('Weather?'), call('a'), user('Hurry!'), result('a')],
    forms: {
      openai: [
        { role: 'user', content: 'Weather?' },
        { role: 'assistant', content: null, tool_calls: [openaiCall('a')] },
        { role: 'tool', content: 'sun', tool_call_id: 'a' },
        { role: 'user', content: 'Hurry!' },
      ],
      anthropic: { messages: [{ role: 'user', content: 'Weather?' }, { role: 'assistant', content: [use('a')] }, { role: 'user', content: [answer('a'), { type: 'text', text: 'Hurry!' }] }] },
      repairs: { openai: ['joined'], anthropic: ['joined'] },
    },
  },
  {
    name: 'ids that come again are told apart, each with its own result; ids and names are brought into form',
    contents: [user('?'), call('a'), result('a', '1'), call('a'), result('a', '2'), call('not valid', 'files.read'), result('not valid', '3')],
    forms: {
      openai: [
        { role: 'user', content: '?' },
        { role: 'assistant', content: null, tool_calls: [openaiCall('a')] },
        { role: 'tool', content: '1', tool_call_id: 'a' },
        { role: 'assistant', content: null, tool_calls: [openaiCall('a-2')] },
        { role: 'tool', content: '2', tool_call_id: 'a-2' },
        { role: 'assistant', content: null, tool_calls: [openaiCall('not_valid', 'files_read')] },
        { role: 'tool', content: '3', tool_call_id: 'not_valid' },
      ],
      anthropic: {
        messages: [
          { role: 'user', content: '?' },
          { role: 'assistant', content: [use('a')] },
          { role: 'user', content: [answer('a', '1')] },
          { role: 'assistant', content: [use('a-2')] },
          { role: 'user', content: [answer('a-2', '2')] },
          { role: 'assistant', content: [{ ...use('not_valid'), name: 'files_read' }] },
          { role: 'user', content: [answer('not_valid', '3')] },
        ],
      },
      repairs: { openai: ['adjusted', 'adjusted', 'adjusted'], anthropic: ['adjusted', 'adjusted', 'adjusted'] },
    },
  },
  {
    name: 'a result answers the nearest call before it, not an older one whose own result is hidden',
    contents: [user('?'), call('a'), user('Again!'), call('a'), result('a', '2')],
    forms: {
      openai: [
        { role: 'user', content: '?' },
        { role: 'assistant', content: null, tool_calls: [openaiCall('a')] },
        { role: 'tool', content: noResult, tool_call_id: 'a' },
        { role: 'user', content: 'Again!' },
        { role: 'assistant', content: null, tool_calls: [openaiCall('a-2')] },
        { role: 'tool', content: '2', tool_call_id: 'a-2' },
      ],
      anthropic: {
        messages: [
          { role: 'user', content: '?' },
          { role: 'assistant', content: [use('a')] },
          { role: 'user', content: [answer('a', noResult), { type: 'text', text: 'Again!' }] },
          { role: 'assistant', content: [use('a-2')] },
          { role: 'user', content: [answer('a-2', '2')] },
        ],
      },
      repairs: { openai: ['syntheticResult', 'adjusted'], anthropic: ['syntheticResult', 'adjusted'] },
    },
  },
  {
    name: 'an assistant who begins is introduced, neighbours with one voice are joined, the last blanks go, late rules go to the top',
    contents: [assistant('Welcome.'), assistant('Ask me.'), rules, user(' \n'), user('Hi'), assistant('Hello \n')],
    forms: {
      openai: [
        { role: 'assistant', content: 'Welcome.' },
        { role: 'assistant', content: 'Ask me.' },
        { role: 'system', content: 'Be brief.' },
        { role: 'user', content: 'Hi' },
        { role: 'assistant', content: 'Hello \n' },
      ],
      anthropic: {
        system: 'Be brief.',
        messages: [
          { role: 'user', content: '(Start of the conversation.)' },
          { role: 'assistant', content: [{ type: 'text', text: 'Welcome.' }, { type: 'text', text: 'Ask me.' }] },
          { role: 'user', content: 'Hi' },
          { role: 'assistant', content: 'Hello' },
        ],
      },
      repairs: { openai: ['dropped'], anthropic: ['dropped', 'joined', 'joined', 'openingUser', 'adjusted'] },
    },
  },
  {
    name: 'where nothing is left, an opening is sent',
    contents: [{ type: 'reasoning', text: 'Hm.' }, user('')],
    forms: {
      openai: [{ role: 'user', content: '(Start of the conversation.)' }],
      anthropic: { messages: [{ role: 'user', content: '(Start of the conversation.)' }] },
      repairs: { openai: ['dropped', 'openingUser'], anthropic: ['dropped', 'openingUser'] },
    },
  },
  { name: 'nothing gives nothing', contents: [], forms: { openai: [], anthropic: { messages: [] }, repairs: { openai: [], anthropic: [] } } },
]

describe('the forms for providers', () => {
  test.each(cases)('$name', ({ contents, forms }) => {
    expect(formsOf(promptOf(contents))).toEqual(forms as Forms)
  })

  describe('with the thoughts of a tool loop', () => {
    const thought = (text: string): Content => ({ type: 'reasoning', text, signature: `sign ${text}` })
    const block = (text: string) => ({ type: 'thinking', thinking: text, signature: `sign ${text}` })
    const sent = (...contents: Content[]) => promptOf(contents).toAnthropic({ thoughts: true }).messages.slice(1)

    test('they stand before the words and calls they led to', () => {
      expect(sent(user('?'), thought('1'), assistant('Look.'), call('a'), result('a'), thought('2'), call('b'), result('b'))).toEqual([
        { role: 'assistant', content: [block('1'), { type: 'text', text: 'Look.' }, use('a')] },
        { role: 'user', content: [answer('a')] },
        { role: 'assistant', content: [block('2'), use('b')] },
        { role: 'user', content: [answer('b')] },
      ])
    })

    test('a call after thoughts is of another answer, even where the result before them is hidden', () => {
      expect(sent(user('?'), thought('1'), call('a'), thought('2'), call('b'), result('b'))).toEqual([
        { role: 'assistant', content: [block('1'), use('a')] },
        { role: 'user', content: [answer('a', noResult)] },
        { role: 'assistant', content: [block('2'), use('b')] },
        { role: 'user', content: [answer('b')] },
      ])
    })

    test('a late rule parts no thought from its calls', () => {
      expect(sent(user('?'), thought('1'), rules, call('a'), result('a'))[0]).toEqual({ role: 'assistant', content: [block('1'), use('a')] })
    })

    test.each<[name: string, contents: readonly Content[]]>([
      ['of a loop that the user has left', [user('?'), thought('1'), call('a'), result('a'), user('And?')]],
      ['that led to words alone', [user('?'), thought('1'), assistant('Yes.')]],
      ['whose calls are hidden', [user('?'), thought('1')]],
      ['that come after words of the model', [user('?'), assistant('Well.'), thought('1'), call('a'), result('a')]],
      ['without a signature', [user('?'), { type: 'reasoning', text: '1' }, call('a'), result('a')]],
    ])('none %s', (_, contents) => {
      expect(JSON.stringify(sent(...contents))).not.toContain('thinking')
    })

    test('none that was edited: its signature is of other words', () => {
      const messages = messagesOf([user('?'), thought('1'), call('a'), result('a')])
      const forms = [false, true].map((edited) => promptFrom(messages.map((message) => ({ ...message, edited }))).toAnthropic({ thoughts: true }))
      expect(forms.map((form) => JSON.stringify(form).includes('thinking'))).toEqual([true, false])
    })

    test('nothing is different for OpenAI', () => {
      const contents = [user('?'), thought('1'), call('a'), result('a')]
      expect(promptOf(contents).toOpenAI()).toEqual(promptOf(contents.filter(({ type }) => type !== 'reasoning')).toOpenAI())
    })
  })

  test('names are given to OpenAI in the characters it takes', () => {
    expect(promptOf([{ ...user('Hi'), name: 'Ada Lovelace' } as Content]).toOpenAI()).toEqual([{ role: 'user', content: 'Hi', name: 'Ada_Lovelace' }])
  })

  test('a name that is cut is cut between characters, and Anthropic is sent none', () => {
    const prompt = promptOf([{ ...user('Hi'), name: `${'n'.repeat(63)}😀` } as Content])
    expect([prompt.toOpenAI(), prompt.toAnthropic(), prompt.repairs('anthropic')]).toEqual([
      [{ role: 'user', content: 'Hi', name: 'n'.repeat(63) }],
      { messages: [{ role: 'user', content: 'Hi' }] },
      [{ messageId: null, kind: 'adjusted', text: 'The name of the speaker was left out: there is no place for it.' }],
    ])
  })

  test('types that are no dialogue go by their role, as text', () => {
    const things: Content[] = [
      { type: 'session', sessionType: 'start', summary: 'Shoes.', decisions: ['oak'], failedApproaches: [], nextSteps: [] },
      { type: 'summary', text: 'They met.' },
      { type: 'artifact', artifactType: 'code', content: 'let a', language: 'ts' },
      { type: 'ticket', number: 7, title: 'Fire' },
    ]
    const prompt = promptOf(things, [ticketType])
    expect([prompt.toOpenAI(), prompt.repairs('openai')]).toEqual([
      [
        { role: 'system', content: 'Shoes.\n\n### Decisions\n- oak' }, { role: 'user', content: 'They met.' }, { role: 'assistant', content: '```ts\nlet a\n```' },
        { role: 'user', content: 'Ticket 7: Fire' },
      ],
      [],
    ])
  })

  test('many calls with one id are told apart without waiting', () => {
    const prompt = promptOf([user('?'), ...Array.from({ length: 20_000 }, () => [call('a'), result('a')]).flat()])
    const ids = prompt.toOpenAI().flatMap((message) => (message.role === 'tool' ? [message.tool_call_id] : []))
    expect([new Set(ids).size, ids.slice(0, 3)]).toEqual([20_000, ['a', 'a-2', 'a-3']])
  })

  test('a repair names its message and says what was done', () => {
    const contents = [call('a'), user('')]
    const messages = contents.map((body, index) => ({ ...promptOf([body]).messages[0]!, body, messageId: messageIdOf(index + 1) }))
    expect(turnsOf(messages).repairs).toEqual([
      { messageId: messageIdOf(1), kind: 'syntheticResult', text: 'The call of weather has no result here, so one was put in that says so.' },
      { messageId: messageIdOf(2), kind: 'dropped', text: 'An empty message was left out.' },
    ])
  })
})

test('the neutral form gives every message as it stands', () => {
  expect(promptOf([rules, { ...user('Hi'), name: 'Ada' } as Content, call('a'), result('a'), assistant('')]).toDicts()).toEqual([
    { role: 'system', content: 'Be brief.' },
    { role: 'user', content: 'Hi', name: 'Ada' },
    { role: 'assistant', content: 'weather({"city":"Bern"})' },
    { role: 'tool', content: 'sun' },
    { role: 'assistant', content: '' },
  ])
})

test('a prompt can be cloned and serialised: only its data travels', () => {
  const prompt = promptOf([user('Hi')])
  const messages = [{ role: 'user', content: 'Hi', name: null, contentType: 'dialogue', body: user('Hi') }]
  expect([structuredClone(prompt), JSON.parse(JSON.stringify(prompt))]).toEqual([{ messages }, { messages }])
})
