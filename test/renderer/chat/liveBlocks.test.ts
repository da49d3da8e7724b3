import { array, assert, constantFrom, property } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { liveBlocks } from '../../../renderer/chat/liveBlocks.ts'

describe('blocks of a growing text', () => {
  it.each([
    ['nothing yet', '', []],
    ['one paragraph', 'one\ntwo', ['one\ntwo']],
    ['two paragraphs', 'one\n\ntwo', ['one\n\n', 'two']],
    ['a fence with blank lines', 'see\n\n```js\na\n\nb\n```\n\nend', ['see\n\n', '```js\na\n\nb\n```\n\n', 'end']],
    ['a fence that isn’t closed', '```\na\n\nb', ['```\na\n\nb']],
    ['a longer fence around a shorter one', '````\n```\n\nx\n````\n\ny', ['````\n```\n\nx\n````\n\n', 'y']],
    ['a list item that goes on', '- a\n\n  more\n\nend', ['- a\n\n  more\n\n', 'end']],
  ])('%s', (_, text, blocks) => {
    expect(liveBlocks(text)).toEqual(blocks)
  })

  it('holds the text whole, and what stands before the last block no longer changes', () => {
    const lines = array(constantFrom('word', '', '```', '  indented', '- item', '~~~'), { maxLength: 25 })
    assert(
      property(lines, lines, (first, then) => {
        const text = first.join('\n')
        const blocks = liveBlocks(text)
        expect(blocks.join('')).toBe(text)
        expect(liveBlocks(`${text}\n${then.join('\n')}`).slice(0, Math.max(0, blocks.length - 1))).toEqual(blocks.slice(0, -1))
      }),
      { seed: 11, numRuns: 500 },
    )
  })
})
