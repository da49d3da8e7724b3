import { describe, expect, test } from 'vitest'
import { anthropicProblems } from './anthropicGrammar.ts'
import { ollamaProblems } from './ollamaGrammar.ts'
import { openaiProblems } from './openaiGrammar.ts'

const call = (id: string) => ({ id, type: 'function', function: { name: 'weather', arguments: '{}' } })
const calling = (...ids: string[]) => ({ role: 'assistant', content: null, tool_calls: ids.map(call) })
const answering = (id: string) => ({ role: 'tool', content: 'sun', tool_call_id: id })
const hello = { role: 'user', content: 'Hi' }

describe('the OpenAI grammar', () => {
  test('takes calls with their results', () => {
    expect(openaiProblems([{ role: 'system', content: 'Be brief.' }, hello, calling('a', 'b'), answering('b'), answering('a'), { role: 'assistant', content: 'Sun.' }])).toEqual([])
  })
  test.each([
    ['nothing', []],
    ['a result without call', [hello, answering('a')]],
    ['a call without result', [hello, calling('a'), hello]],
    ['a call without result at the end', [hello, calling('a')]],
    ['a result that isn’t directly after', [calling('a'), answering('a'), hello, answering('a')]],
    ['one id twice', [calling('a'), answering('a'), calling('a'), answering('a')]],
    ['a long id', [calling('x'.repeat(41)), answering('x'.repeat(41))]],
    ['empty words', [{ role: 'user', content: ' ' }]],
    ['a name with blanks', [{ ...hello, name: 'Ada L' }]],
    ['a field of ours', [{ ...hello, messageId: '1' }]],
    ['an unknown role', [{ role: 'developer!', content: 'x' }]],
  ])('refuses %s', (_, messages) => {
    expect(openaiProblems(messages)).not.toEqual([])
  })
})

const use = (id: string) => ({ type: 'tool_use', id, name: 'weather', input: {} })
const result = (id: string) => ({ type: 'tool_result', tool_use_id: id, content: 'sun' })
const text = { type: 'text', text: 'Hi' }
const thought = { type: 'thinking', thinking: 'Hm', signature: 'c2ln' }
const assistant = (...content: object[]) => ({ role: 'assistant', content })
const user = (...content: object[]) => ({ role: 'user', content })

describe('the Anthropic grammar', () => {
  test('takes calls with their results, and signed thoughts before them', () => {
    expect(anthropicProblems({ system: 'Be brief.', messages: [hello, assistant(thought, text, use('a'), use('b')), user(result('b'), result('a'), text), assistant(text)] })).toEqual([])
  })
  test.each([
    ['nothing', []],
    ['an assistant first', [assistant(text)]],
    ['two users in a row', [hello, hello]],
    ['a call without result', [hello, assistant(use('a')), hello]],
    ['a call at the end', [hello, assistant(use('a'))]],
    ['a result without call', [user(result('a'))]],
    ['a result after words', [hello, assistant(use('a')), user(text, result('a'))]],
    ['two results for one call', [hello, assistant(use('a')), user(result('a'), result('a'))]],
    ['one id twice', [hello, assistant(use('a')), user(result('a')), assistant(use('a')), user(result('a'))]],
    ['an id with a blank', [hello, assistant(use('a b')), user(result('a b'))]],
    ['a call by the user', [user(use('a'))]],
    ['blank words', [{ role: 'user', content: '\n' }]],
    ['blanks at the end', [hello, { role: 'assistant', content: 'Hi ' }]],
    ['a system message in the list', [{ role: 'system', content: 'x' }]],
    ['thoughts without a signature', [hello, assistant({ type: 'thinking', thinking: 'Hm' }, use('a')), user(result('a'))]],
    ['thoughts of a user', [user(thought, text)]],
    ['thoughts after words', [hello, assistant(text, thought, use('a')), user(result('a'))]],
    ['thoughts twice', [hello, assistant(thought, thought, use('a')), user(result('a'))]],
    ['thoughts that lead to nothing', [hello, assistant(thought)]],
  ])('refuses %s', (_, messages) => {
    expect(anthropicProblems({ messages })).not.toEqual([])
  })
})

const ask = (...messages: object[]) => ({ model: 'm', messages, stream: true, truncate: false, shift: false, options: { num_ctx: 8192 } })
const ollamaCall = (id: string) => ({ id, function: { name: 'weather', arguments: {} } })
const ollamaResult = (id: string) => ({ role: 'tool', content: 'sun', tool_name: 'weather', tool_call_id: id })

describe('the Ollama grammar', () => {
  test('takes calls with their results', () => {
    expect(ollamaProblems(ask({ role: 'system', content: 'Be brief.' }, hello, { role: 'assistant', content: '', tool_calls: [ollamaCall('a'), ollamaCall('b')] }, ollamaResult('a'), ollamaResult('b')))).toEqual([])
  })
  test.each([
    ['no messages', ask()],
    ['no window', { ...ask(hello), options: {} }],
    ['a window that is no number', { ...ask(hello), options: { num_ctx: '8192' } }],
    ['an option it does not know', { ...ask(hello), options: { num_ctx: 8192, max_tokens: 5 } }],
    ['a field it does not know', { ...ask(hello), temperature: 1 }],
    ['a name', ask({ ...hello, name: 'ada' })],
    ['arguments as text', ask(hello, { role: 'assistant', content: '', tool_calls: [{ id: 'a', function: { name: 'weather', arguments: '{}' } }] }, ollamaResult('a'))],
    ['a result without its tool', ask(hello, { role: 'assistant', content: '', tool_calls: [ollamaCall('a')] }, { ...ollamaResult('a'), tool_name: '' })],
    ['a result without call', ask(hello, ollamaResult('a'))],
    ['no text', ask({ role: 'user', content: null })],
    ['thoughts', ask(hello, { role: 'assistant', content: 'Hi', thinking: 'Hm' }, hello)],
  ])('refuses %s', (_, body) => {
    expect(ollamaProblems(body)).not.toEqual([])
  })
})
