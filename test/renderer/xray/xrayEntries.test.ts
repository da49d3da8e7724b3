import { expect, test } from 'vitest'
import { entriesOf, rowsIn } from '../../../renderer/xray/xrayEntries.ts'
import type { XrayRow } from '../../../renderer/xray/xrayRows.ts'

const row = (key: string): XrayRow => ({ key, messageId: key as XrayRow['messageId'], role: 'user', contentType: 'dialogue', tokens: 1, share: 1, state: 'in', isCorrected: false, words: '', more: '', sources: [] })
const keys = (shown: readonly string[], leftOut: readonly string[], hasDraft: boolean, hasPartial: boolean) =>
  entriesOf({ shown: shown.map(row), leftOut: leftOut.map(row) }, hasDraft, hasPartial).map((entry) => (typeof entry === 'string' ? entry : entry.key))

test('an answer that stopped halfway stands first among what is left out, until a person keeps it', () => {
  expect([keys(['a'], ['x'], true, true), keys(['a'], [], false, true), keys(['a'], [], false, false), keys(['a'], ['x'], false, false)]).toEqual([
    ['a', 'draft', 'divider', 'partial', 'x'], ['a', 'divider', 'partial'], ['a'], ['a', 'divider', 'x'],
  ])
})

test('only lines are walked through', () => expect(rowsIn(entriesOf({ shown: [row('a')], leftOut: [row('x')] }, true, true)).map(({ key }) => key)).toEqual(['a', 'x']))
