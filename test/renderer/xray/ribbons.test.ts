import { expect, test } from 'vitest'
import { ribbonsBetween } from '../../../renderer/xray/ribbons.ts'
import type { Box } from '../../../renderer/xray/ribbons.ts'
import type { XrayRow } from '../../../renderer/xray/xrayRows.ts'

const box = (top: number, bottom: number, left = 0, right = 100): Box => ({ top, bottom, left, right })
const row = (key: string, change: Partial<XrayRow> = {}): XrayRow => ({ key, messageId: key, sources: [key], state: 'in', contentType: 'dialogue', isCorrected: false, ...change }) as XrayRow
const chat = (...items: readonly (readonly [string, Box])[]) => ({ frame: box(0, 500), items: items.map(([ids, at]) => ({ messages: ids.split(' '), box: at })) })
const xray = (...items: readonly (readonly [XrayRow, Box])[]) => ({ frame: box(0, 500, 140, 400), items: items.map(([one, at]) => ({ row: one, box: at })) })

test('a message leads to its line, from its first words to the middle of the line', () => {
  const [ribbon, ...more] = ribbonsBetween(chat(['a', box(50, 90)], ['b', box(100, 140)]), xray([row('a'), box(200, 227, 150)]))
  expect([more, ribbon]).toEqual([[], { key: 'a a', row: 'a', kind: 'plain', messages: ['a'], path: 'M100 60C125 60 125 213.5 150 213.5', edge: 'M100 50V90' }])
})

test('messages that a summary stands for lead to its line; those folded together once', () => {
  const summary = row('s', { contentType: 'summary', sources: ['x', 'y', 'z'] as unknown as XrayRow['sources'] })
  const found = ribbonsBetween(chat(['x y', box(0, 30)], ['z', box(40, 60)], ['s', box(70, 90)]), xray([summary, box(10, 37)]))
  expect(found.map(({ kind, messages }) => [kind, messages])).toEqual([['summary', ['s']], ['summary', ['s', 'x', 'y']], ['summary', ['s', 'z']]])
})

test('an older text leads from the message that replaced it; what is left out is told apart', () => {
  const rows = [row('a/1', { messageId: 'a', sources: ['a'], state: 'replaced' } as unknown as XrayRow), row('h', { state: 'hidden' }), row('a', { isCorrected: true })] as const
  const found = ribbonsBetween(chat(['a', box(0, 20)], ['h', box(30, 50)]), xray(...rows.map((one, at) => [one, box(at * 27, at * 27 + 27)] as const)))
  expect(found.map(({ row: key, kind }) => [key, kind])).toEqual([['a/1', 'out'], ['h', 'out'], ['a', 'corrected']])
})

test('it ends inside the panes where either side is partly out of sight', () => {
  const [ribbon] = ribbonsBetween(chat(['a', box(-40, 30)]), xray([row('a'), box(495, 522, 150)]))
  expect(ribbon?.path).toBe('M100 5C125 5 125 495 150 495')
})
