import { beforeAll, expect, test, vi } from 'vitest'
import { asTractId } from '../../../core/model/ids.ts'

const kept = new Map<string, string>()
let once: typeof import('../../../renderer/state/once.ts')
let attachments: typeof import('../../../renderer/state/attachments.ts')

beforeAll(async () => {
  vi.stubGlobal('localStorage', { getItem: (name: string) => kept.get(name) ?? null, setItem: (name: string, value: string) => kept.set(name, value), removeItem: (name: string) => kept.delete(name) })
  once = await import('../../../renderer/state/once.ts')
  attachments = await import('../../../renderer/state/attachments.ts')
})

const tract = asTractId('t1')

test('settings for the next message are kept per branch, joined, and gone when it is sent', () => {
  once.setOnce(tract, 'main', { temperature: 0.7 })
  once.setOnce(tract, 'main', { provider: 'p', model: 'm' })
  once.setOnce(tract, 'side', { seed: 1 })
  const before = [once.onceAt(tract, 'main'), once.onceAt(tract, 'side')]
  once.onceSent(tract, 'main')
  expect([before, once.onceAt(tract, 'main'), once.onceAt(tract, 'side')]).toEqual([[{ temperature: 0.7, provider: 'p', model: 'm' }, { seed: 1 }], {}, { seed: 1 }])
})

test('undefined takes one away, and a branch without any isn’t kept', () => {
  once.setOnce(tract, 'side', { seed: undefined })
  expect(JSON.parse(kept.get('once') ?? '{}').state).toEqual({ byPlace: {} })
})

test('files stay with their branch until they are taken away or sent, two of one name apart', () => {
  const file = { name: 'a.md', content: 'x' }
  attachments.attach(tract, 'main', [file, file])
  attachments.attach(tract, 'side', [file])
  const [first] = attachments.attachmentsAt(tract, 'main')
  attachments.detach(tract, 'main', [first?.id ?? 0])
  expect([attachments.attachmentsAt(tract, 'main').length, attachments.attachmentsAt(tract, 'side').length, kept.has('attachments')]).toEqual([1, 1, false])
})
