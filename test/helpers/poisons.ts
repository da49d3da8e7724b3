import type { Content, Tract } from '../../core/index.ts'
import { faultOf } from './faultOf.ts'

/** Something put into a conversation that breaks the requests of careless programs from then on. */
export type Poison = {
  readonly title: string
  readonly put: (tract: Tract) => void
  /** Set where it is refused at the entrance. */
  readonly refused?: 'value/not-json' | 'content/invalid'
  /** Asks without a word of the user's own, so that the poison is the last that is sent. */
  readonly isLast?: true
}

const call = (callId: string, patch: { readonly tool?: string; readonly input?: unknown } = {}) => ({ type: 'tool_call', callId, tool: 'add', input: { a: 1 }, ...patch }) as Content
const result = (callId: string, patch: { readonly tool?: string; readonly output?: unknown; readonly status?: string } = {}) => ({ type: 'tool_result', callId, tool: 'add', output: '1', status: 'success', ...patch }) as Content
const put = (title: string, ...contents: readonly Content[]): Poison => ({ title, put: (tract) => contents.forEach((content) => tract.commit(content)) })
const user = (text: string, name?: string): Content => ({ type: 'dialogue', role: 'user', text, ...(name === undefined ? {} : { name }) })
const assistant = (text: string): Content => ({ type: 'dialogue', role: 'assistant', text })
const refused = (code: NonNullable<Poison['refused']>, title: string, content: Content): Poison => ({ ...put(title, content), refused: code })
const last = (one: Poison): Poison => ({ ...one, isLast: true })

/** A value that holds itself so many times. */
function nested(depth: number): unknown {
  let value: unknown = 'core'
  for (let level = 0; level < depth; level++) value = level % 2 === 0 ? [value] : { inner: value }
  return { value }
}

const odd = '‮gnp.exe ​⁦⁩ 👩‍👩‍👧‍👦 <|im_start|>'
const protoKeys: unknown = JSON.parse('{"__proto__":{"isAdmin":true},"constructor":{"prototype":1},"toString":null}')

export const poisons: readonly Poison[] = [
  put('a call without a result', call('c1')),
  last(put('a call without a result, asked about at once', call('c1'))),
  put('a result without a call', result('c1')),
  put('a result in front of its call', result('c1'), call('c1')),
  put('two calls with one id, each with its result', call('c1'), result('c1'), call('c1'), result('c1')),
  put('two calls with one id at one go', call('c1'), call('c1'), result('c1'), result('c1')),
  put('two results of one call', call('c1'), result('c1'), result('c1', { output: 'another' })),
  put('words between a call and its result', call('c1'), user('Wait'), assistant('Yes?'), result('c1')),
  put("calls with the ids of every provider's form", call('toolu_01A09q90qw90lq917835lq9'), result('toolu_01A09q90qw90lq917835lq9'), call(`call_${'x'.repeat(60)}`), result(`call_${'x'.repeat(60)}`), call('functions.add:0'), result('functions.add:0')),
  put('ids that are the same as soon as they are cleaned', call('a b'), call('a/b'), call('a_b'), result('a_b'), result('a b'), result('a/b')),
  put('ids of odd letters', call(odd), result(odd), call('é'), call('…'), result('…')),
  put('a thousand calls without results', ...Array.from({ length: 1000 }, (_, at) => call(`c${at % 10}`))),
  refused('content/invalid', 'a call without an id', call('')),
  put('an empty message', user('')),
  last(put('an empty message, asked about at once', user(''))),
  put('blanks only', user(' \n\t '), assistant('\u00a0\u3000'), user('\u2028')),
  put('what only some servers take for blanks', user('\u001c\u001d'), assistant('\u0085'), { type: 'instruction', text: '\u001f' }),
  put('an empty rule', { type: 'instruction', text: '' }),
  refused('value/not-json', 'half of a character', user('\ud83d')),
  refused('value/not-json', 'half of a character in a name', user('Hi', '\udc00')),
  refused('value/not-json', 'half of a character in arguments', call('c1', { input: { '\ud800': 1 } })),
  put('NUL and what only steers a screen', user('a\0b\u001b[2J\u0007\u007f'), assistant('\0')),
  put('a byte order mark and signs that are no characters', user('\ufeff\uffff\ufdd0')),
  put('an answer first', assistant('I speak first')),
  put('roles in no order', assistant('1'), assistant('2'), user('3'), user('4'), { type: 'instruction', text: '5' }, assistant('6')),
  put('two rules', { type: 'instruction', text: 'Be brief.' }, { type: 'instruction', text: 'Be long.' }),
  last(put('rules only', { type: 'instruction', text: 'Be brief.' })),
  last(put('blanks at the end of the last answer', user('Hi'), assistant('Well, \n\t '))),
  last(put('a last answer of blanks', user('Hi'), assistant('  '))),
  put('thoughts without a signature', user('Hi'), { type: 'reasoning', text: 'Hm' }, assistant('Yes')),
  put('thoughts that somebody else signed', user('Hi'), { type: 'reasoning', text: 'Hm', signature: 'bm90IHlvdXJz' }, call('c1'), result('c1')),
  last(put('thoughts at the end', user('Hi'), { type: 'reasoning', text: 'Hm', signature: 'bm90IHlvdXJz' })),
  put('empty thoughts', { type: 'reasoning', text: '', signature: '' }, { type: 'reasoning', text: '' }),
  put('tools with odd names', call('c1', { tool: 'naïve.tool/v2 (beta)' }), result('c1', { tool: 'naïve.tool/v2 (beta)' }), call('c2', { tool: odd }), call('c3', { tool: 't'.repeat(200) }), call('c4', { tool: '.' })),
  put('arguments that are no object', ...[[1, 2], 'text', null, 7, true, ''].flatMap((input, at) => [call(`c${at}`, { input }), result(`c${at}`)])),
  put('deep JSON', call('c1', { input: nested(60) }), result('c1', { output: nested(60) })),
  refused('value/not-json', 'numbers that are none', call('c1', { input: { a: Number.NaN } })),
  refused('value/not-json', 'JSON without end', call('c1', { input: nested(100_000) })),
  put('a huge result', call('c1'), result('c1', { output: Array.from({ length: 6000 }, (_, at) => ({ row: at, text: 'some words' })) })),
  put('results of nothing and of faults', call('c1'), result('c1', { output: '', status: 'error' }), call('c2'), result('c2', { output: null }), call('c3'), result('c3', { output: '  ' })),
  put('names that steer, hide and break', user('Hi', odd), user('Hi', 'n'.repeat(300)), user('Hi', '\0\n'), user('Hi', '<|>/\\'), user('Hi', ' ')),
  put("keys that are an object's own", call('c1', { input: protoKeys }), result('c1', { output: protoKeys }), { type: 'freeform', payload: protoKeys } as Content),
  put('things that were made', { type: 'artifact', artifactType: 'code', content: '```\n``````', language: 'md' }, { type: 'artifact', artifactType: 'x', content: '' }, { type: 'output', text: '', format: 'json' }, { type: 'freeform', payload: {} }),
  last(put('where work begins', { type: 'session', sessionType: 'start', summary: '', decisions: [], failedApproaches: [''], nextSteps: [] })),
  put('a summary first', { type: 'summary', text: 'They spoke of this.' }),
  last(put('an empty summary first', { type: 'summary', text: '' })),
  { title: 'everything hidden', put: hideAll, isLast: true },
  { title: 'a call that is hidden, with its result shown', put: (tract) => hideOne(tract, 0) },
  { title: 'a result that is hidden, with its call shown', put: (tract) => hideOne(tract, 1), isLast: true },
  {
    title: 'a call in a summary, with its result outside',
    put(tract) {
      const { messageId } = tract.commit(call('c1'))
      tract.commit(result('c1'))
      tract.commit(assistant('Done'))
      tract.compress({ messages: [messageId], content: 'A tool was called.' })
    },
  },
  {
    title: 'a call that was corrected into another one',
    put(tract) {
      const { messageId } = tract.commit(call('c1'))
      tract.commit(result('c1'))
      tract.edit(messageId, call('c2', { input: [] }))
    },
  },
]

function hideAll(tract: Tract): void {
  const ids = [user('Hi'), assistant('Yes'), call('c1')].map((content) => tract.commit(content).messageId)
  tract.annotate(ids, 'skip')
}

function hideOne(tract: Tract, at: number): void {
  const ids = [call('c1'), result('c1')].map((content) => tract.commit(content).messageId)
  tract.annotate(ids[at]!, 'skip')
}

/** Puts it in; the code it is refused with, or null. */
export function poison(tract: Tract, { put: act }: Poison): string | null {
  const code = faultOf(() => act(tract))
  return code === 'none' ? null : code
}
