import { describe, expect, it } from 'vitest'
import { actEffect } from '../../../renderer/chat/actEffects.ts'
import { endingOf, isModelAnswer, roughTokens, spanWords, tokensPerSecond } from '../../../renderer/chat/answerFacts.ts'
import { composerKey } from '../../../renderer/chat/composerKey.ts'
import { failureRemedy } from '../../../renderer/chat/failureRemedy.ts'
import { argumentWords, toolText } from '../../../renderer/chat/toolWords.ts'
import { called, hidden, message } from './messages.ts'

describe('what the chat says of an answer', () => {
  it('counts its speed while words came', () => {
    expect([called(), called({ usage: null }), called({ firstTokenMs: null, durationMs: 0 }), called({ firstTokenMs: null, durationMs: 5000 })].map(tokensPerSecond)).toEqual([25, null, null, 10])
  })

  it('names its end only where that isn’t simply the end', () => {
    expect((['end', 'length', null] as const).map(endingOf)).toEqual([null, 'stopped at its token limit', null])
  })

  it('tells a time in tenths of a second, then in seconds, then in minutes', () => {
    expect([0, 640, 9940, 9960, 59_400, 60_000, 125_400].map(spanWords)).toEqual(['0.0 s', '0.6 s', '9.9 s', '10 s', '59 s', '1 min', '2 min 5 s'])
  })

  it('has something to tell of what a model said, and of nothing else', () => {
    const said = { role: 'assistant', content: { type: 'dialogue', role: 'assistant', text: 'Yes' } } as const
    const reasoning = { role: 'assistant', content: { type: 'reasoning', text: 'Hm' } } as const
    const steps = [message('a', { ...said, call: called() }), message('b', { ...said, generationConfig: { model: 'm' } }), message('c', said), message('d'), message('e', { ...reasoning, generationConfig: {} })]
    expect(steps.map(isModelAnswer)).toEqual([true, true, false, false, false])
  })

  it('guesses tokens by letters, and by characters where a script has no blanks', () => {
    expect(['', 'four', 'twelve chars', '東京東京東'].map(roughTokens)).toEqual([0, 1, 3, 4])
  })

  it('tells the effect of an act before it is done', () => {
    const budget = { maxTokens: 1000, used: 1050 }
    expect([
      actEffect('skip', message('a', { tokens: 100 }), budget),
      actEffect('normal', hidden('a', 50), budget),
      actEffect('pinned', hidden('a', 50), null),
      actEffect('pinned', message('a'), budget),
    ]).toEqual([', −100 to 95 %', ', +50 to 110 %', ', +50', ''])
  })

  it('puts the likeliest way out of a failure first', () => {
    expect([failureRemedy('llm/auth')[0], failureRemedy('llm/model-not-found')[0], failureRemedy('llm/rate-limited')[0], failureRemedy('internal/bug')[0]]).toEqual(['settings', 'model', 'retry', 'retry'])
  })

  it('tells in few words what a tool was given and gave', () => {
    const call = { type: 'tool_call', callId: '1', tool: 'find', input: { topic: 'returns', region: 'EU', limit: 3 } } as const
    const result = { type: 'tool_result', callId: '1', tool: 'find', output: 'first\nsecond', status: 'success' } as const
    expect([argumentWords(call), argumentWords(result), toolText(call), toolText(result)]).toEqual([
      'topic “returns”, region “EU”, limit 3', 'first second', '{\n  "topic": "returns",\n  "region": "EU",\n  "limit": 3\n}', 'first\nsecond',
    ])
  })
})

describe('keys of the composer', () => {
  const press = (key: string, held: string = '') => ({ key, code: '', shiftKey: held === 'shift', altKey: held === 'alt', ctrlKey: held === 'ctrl', metaKey: held === 'meta' })
  it.each([
    ['Enter sends', press('Enter'), true, false, 'chat.send'],
    ['Enter writes a line when so set', press('Enter'), false, false, null],
    ['Shift+Enter writes a line', press('Enter', 'shift'), true, false, null],
    ['Mod+Enter always sends', press('Enter', 'ctrl'), false, false, 'chat.send'],
    ['⌘+Enter always sends', press('Enter', 'meta'), false, false, 'chat.send'],
    ['Alt+Enter only adds', press('Enter', 'alt'), false, false, 'chat.append'],
    ['Enter ends a word that is being composed', press('Enter'), true, true, null],
    ['letters are letters', press('b', 'ctrl'), true, false, null],
  ] as const)('%s', (_, pressed, enterSends, isComposing, meaning) => {
    expect(composerKey(pressed, enterSends, isComposing)).toBe(meaning)
  })
})
