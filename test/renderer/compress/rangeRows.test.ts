import { expect, test } from 'vitest'
import { asMessageId } from '../../../core/model/ids.ts'
import { linesOf, rangeAround, rangeOfDraft, toggled, withEnd } from '../../../renderer/compress/rangeRows.ts'
import type { CompressRow } from '../../../main/contract/compress.ts'

const id = (at: number) => asMessageId(String(at).repeat(64))
const marks = ['outside', 'taken', 'pinned', 'taken', 'hidden', 'outside'] as const
const rows = marks.map((mark, at): CompressRow => ({
  messageId: id(at), role: 'user', contentType: 'dialogue', priority: mark === 'pinned' ? 'pinned' : mark === 'hidden' ? 'skip' : 'normal', tokens: 10, preview: '', isSummary: false,
  ...(mark === 'taken' ? { mark, run: at === 1 ? 0 : 1, text: '' } : { mark }),
}))
const range = { from: id(1), to: id(4), preserve: [] }

test('each of several runs begins with its head; a single one needs none', () => {
  const told = (tokens: readonly number[]) => linesOf(rows, range, tokens).map((line) => (line.kind === 'run' ? `Σ${line.run}` : Number(line.row.messageId[0])))
  expect([told([10, 10]), told([20])]).toEqual([['Σ0', 1, 2, 'Σ1', 3, 4], [1, 2, 3, 4]])
})

test('an end moves and stops at the other; what was left out outside it is forgotten', () => {
  const left = toggled(range, id(3))
  expect([withEnd(rows, range, 'from', 0).from, withEnd(rows, range, 'to', 0).to, withEnd(rows, range, 'from', 9).from, withEnd(rows, left, 'to', 2), toggled(left, id(3))]).toEqual([id(0), id(1), id(4), { from: id(1), to: id(2), preserve: [] }, range])
})

test('a draft’s range has its messages, without those between that it leaves out', () => {
  const draft = (...own: number[]) => ({ runs: [{ originals: own.map((at) => ({ messageId: id(at) })) }] }) as never
  expect([rangeOfDraft(rows, draft(1, 3)), rangeOfDraft(rows, draft(1, 5)), rangeOfDraft(rows, draft(1, 9))]).toEqual([{ from: id(1), to: id(3), preserve: [] }, { from: id(1), to: id(5), preserve: [id(3)] }, null])
})

test('chosen steps span a range that leaves out what shows between them', () => {
  const messages = [0, 1, 2, 3].map((at) => ({ messageId: id(at), shown: at !== 2 }))
  expect([rangeAround(messages, [id(0), id(3)]), rangeAround(messages, [])]).toEqual([{ from: id(0), to: id(3), preserve: [id(1)] }, null])
})
