import { beforeAll, expect, test, vi } from 'vitest'
import { asTractId } from '../../../core/model/ids.ts'

const kept = new Map<string, string>()
function setWithin5MB(name: string, value: string): void {
  if (value.length > 5_000_000) throw new DOMException('The quota has been exceeded.', 'QuotaExceededError')
  kept.set(name, value)
}
let drafts: typeof import('../../../renderer/state/drafts.ts')

beforeAll(async () => {
  vi.stubGlobal('localStorage', { getItem: (name: string) => kept.get(name) ?? null, setItem: setWithin5MB, removeItem: (name: string) => kept.delete(name) })
  drafts = await import('../../../renderer/state/drafts.ts')
})

const tract = asTractId('t1')
const textOn = (branch: string): string => drafts.draftAt(drafts.placeOf(tract, branch)).text

test('what is typed is kept at once, one text a branch', () => {
  drafts.setDraft(tract, 'main', { text: 'How long' })
  drafts.setDraft(tract, 'cheap', { text: 'Shorter' })
  expect([textOn('main'), textOn('cheap'), JSON.parse(kept.get('drafts') ?? '{}').state]).toEqual([
    'How long',
    'Shorter',
    { byPlace: { 't1/main': { text: 'How long', as: 'user' }, 't1/cheap': { text: 'Shorter', as: 'user' } } },
  ])
})

test('a text that was sent is forgotten, but not what was typed meanwhile', () => {
  drafts.setDraft(tract, 'main', { text: 'first' })
  drafts.draftSent(tract, 'main', 'first')
  const afterSending = textOn('main')
  drafts.setDraft(tract, 'main', { text: 'first and more' })
  drafts.draftSent(tract, 'main', 'first')
  expect([afterSending, textOn('main')]).toEqual(['', 'first and more'])
})

test('a text too large for the browser’s storage is kept for this page, and no older one comes back', () => {
  drafts.setDraft(tract, 'main', { text: 'x'.repeat(6_000_000) })
  expect([textOn('main').length, kept.get('drafts')]).toEqual([6_000_000, undefined])
  drafts.setDraft(tract, 'main', { text: '' })
})

test('a system prompt that is being written stays one, even while empty', () => {
  drafts.setDraft(tract, 'rules', { as: 'instruction' })
  drafts.setDraft(tract, 'rules', { text: 'Be brief.' })
  drafts.setDraft(tract, 'rules', { text: '' })
  expect(drafts.draftAt(drafts.placeOf(tract, 'rules'))).toEqual({ text: '', as: 'instruction' })
})
