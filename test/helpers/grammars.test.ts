import { describe, expect, test } from 'vitest'
import { anthropicProblems } from './anthropicGrammar.ts'
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
const assistant = (...content: object[]) => ({ role: 'assistant', content })
const user = (...content: object[]) => ({ role: 'user', content })

describe('the Anthropic grammar', () => {
  test('takes calls with their results', () => {
    expect(anthropicProblems({ system: 'Be brief.', messages: [hello, assistant(text, use('a'), use('b')), user(result('b'), result('a'), text), assistant(text)] })).toEqual([])
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
  ])('refuses %s', (_, messages) => {
    expect(anthropicProblems({ messages })).not.toEqual([])
  })
})
