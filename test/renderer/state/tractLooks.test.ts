import { expect, test } from 'vitest'
import type { TractId } from '../../../core/model/ids.ts'
import { mostTracts, withLook } from '../../../renderer/state/tractLooks.ts'
import type { TractLook } from '../../../renderer/state/tractLooks.ts'

const look = (page: TractLook['page']): TractLook => ({ page, tab: null, panes: { sidebarOpen: true, railOpen: true, xrayOpen: true, stepOpen: true }, focused: null, xray: 'messages' })
const id = (name: string): TractId => name as TractId

test('a tract that is looked at again is the one left last', () => {
  const once = withLook(withLook({ byTract: {} }, id('a'), look('talk')), id('b'), look('graph'))
  const again = withLook(once, id('a'), look('review'))
  expect(Object.entries(again.byTract).map(([name, { page }]) => [name, page])).toEqual([['b', 'graph'], ['a', 'review']])
})

test('the one left longest ago is forgotten first', () => {
  let looks: Parameters<typeof withLook>[0] = { byTract: {} }
  for (let at = 0; at <= mostTracts; at += 1) looks = withLook(looks, id(`t${at}`), look('talk'))
  expect([Object.keys(looks.byTract).length, 't0' in looks.byTract, 't1' in looks.byTract]).toEqual([mostTracts, false, true])
})
