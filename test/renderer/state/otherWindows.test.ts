import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { asTractId } from '../../../core/model/ids.ts'

const kept = new Map<string, string>()
const page = new EventTarget()
let drafts: typeof import('../../../renderer/state/drafts.ts')

beforeAll(async () => {
  vi.stubGlobal('localStorage', { getItem: (name: string) => kept.get(name) ?? null, setItem: (name: string, value: string) => void kept.set(name, value), removeItem: (name: string) => kept.delete(name) })
  vi.stubGlobal('window', page)
  drafts = await import('../../../renderer/state/drafts.ts')
  const { followOtherWindows } = await import('../../../renderer/state/otherWindows.ts')
  followOtherWindows()
})
afterAll(() => vi.unstubAllGlobals())

const tract = asTractId('t1')

test('what is typed in another window is still there after something is typed here', () => {
  drafts.setDraft(tract, 'main', { text: 'from here' })
  const { state, version } = JSON.parse(kept.get('drafts') ?? '') as { state: { byPlace: object }; version: number }
  kept.set('drafts', JSON.stringify({ state: { byPlace: { ...state.byPlace, 't1/exp': { text: 'from there', as: 'user' } } }, version }))
  page.dispatchEvent(Object.assign(new Event('storage'), { key: 'drafts' }))
  drafts.setDraft(tract, 'main', { text: 'from here, and more' })
  expect(JSON.parse(kept.get('drafts') ?? '')).toMatchObject({ state: { byPlace: { 't1/exp': { text: 'from there' }, 't1/main': { text: 'from here, and more' } } } })
})
