import { expect, test } from 'vitest'
import type { LineChange, LineMark } from '../../../main/contract/xray.ts'
import { diffEntries } from '../../../renderer/xray/diffEntries.ts'

const lines = (marks: string): readonly LineChange[] => Array.from(marks, (sign, at) => ({ mark: signs[sign] as LineMark, messageId: `${at}` }) as LineChange)
const signs: { readonly [sign: string]: LineMark } = { '=': 'same', '+': 'added', '-': 'removed', '~': 'changed' }
const told = (marks: string, ...opened: readonly string[]) => diffEntries(lines(marks), new Set(opened)).map((entry) => (entry.kind === 'line' ? entry.line.messageId : `${entry.count} alike`))

test('lines that are alike are folded, but for the one beside each change', () => {
  expect(told('====~====+')).toEqual(['3 alike', '3', '4', '5', '2 alike', '8', '9'])
  expect(told('+====')).toEqual(['0', '1', '3 alike'])
})

test('a run too short to be worth it stays, and one that was opened', () => {
  expect(told('==~===-')).toEqual(['0', '1', '2', '3', '4', '5', '6'])
  expect(told('====~', '0')).toEqual(['0', '1', '2', '3', '4'])
})

test('two contexts that are alike are one fold', () => {
  expect(told('=====')).toEqual(['5 alike'])
})
