import { expect, test } from 'vitest'
import { lastHeadMove } from '../../../core/store/headMoves.ts'
import { openDatabase } from '../../../core/store/open.ts'

test('the last move of HEAD is found by its index, however long the journal is', () => {
  const db = openDatabase(':memory:')
  const plan = db.read.all<{ detail: string }>(`explain query plan ${lastHeadMove}`, 1).map(({ detail }) => detail)
  db.close()
  expect(plan).toEqual(['SEARCH journal USING INDEX journal_heads (tract=?)'])
})
