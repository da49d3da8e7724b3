import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Tract } from '../../core/index.ts'
import type { CompiledMessage } from '../../core/model/context.ts'
import { contextLines, countsOf } from '../../main/contextLines.ts'

test('what was taken out stands where it stood, what came stands where it stands, changed words are told', () => {
  using tract = Tract.open()
  tract.system('Be brief.')
  const question = tract.user('How long?')
  const answer = tract.assistant('Within 60 days.')
  const then = tract.compile().messages
  tract.annotate(question.hash, 'skip')
  tract.edit(answer.hash, 'Within 30 days.')
  tract.user('And boots?')
  const lines = contextLines(then, tract.compile().messages)
  expect(lines.map(({ mark, preview, tokensBefore, tokensAfter }) => [mark, preview, tokensBefore === null, tokensAfter === null])).toEqual([
    ['same', 'Be brief.', false, false],
    ['removed', 'How long?', false, true],
    ['changed', 'Within 30 days.', false, false],
    ['added', 'And boots?', true, false],
  ])
  expect(lines[2]?.hunks).toEqual([{ kind: 'same', text: 'Within ' }, { kind: 'removed', text: '60' }, { kind: 'added', text: '30' }, { kind: 'same', text: ' days.' }])
  expect(countsOf(lines)).toEqual({ added: 1, removed: 1, changed: 1, tokenDelta: (lines[3]?.tokensAfter ?? 0) - (lines[1]?.tokensBefore ?? 0) })
})

const message = (id: number, blob: number): CompiledMessage =>
  ({ messageId: `m${id}`, blob: `b${blob}`, role: 'user', contentType: 'dialogue', content: `text ${blob}`, tokens: blob }) as unknown as CompiledMessage
const context = fc.uniqueArray(fc.record({ id: fc.nat(9), blob: fc.nat(3) }), { selector: ({ id }) => id }).map((all) => all.map(({ id, blob }) => message(id, blob)))

test('both contexts can be read off the lines, in their own order', () => {
  fc.assert(
    fc.property(context, context, (from, to) => {
      const lines = contextLines(from, to)
      expect(lines.filter(({ mark }) => mark !== 'removed').map(({ messageId, tokensAfter }) => [messageId, tokensAfter])).toEqual(to.map(({ messageId, tokens }) => [messageId, tokens]))
      expect(lines.filter(({ mark }) => mark !== 'added').map(({ messageId, tokensBefore }) => [messageId, tokensBefore])).toEqual(from.map(({ messageId, tokens }) => [messageId, tokens]))
      expect(contextLines(from, from).every(({ mark }) => mark === 'same')).toBe(true)
    }),
  )
})
