import { beforeAll, expect, test, vi } from 'vitest'
import { asMessageId, asTractId } from '../../../core/model/ids.ts'

const kept = new Map<string, string>()
let edits: typeof import('../../../renderer/state/edits.ts')

beforeAll(async () => {
  vi.stubGlobal('localStorage', { getItem: (name: string) => kept.get(name) ?? null, setItem: (name: string, value: string) => kept.set(name, value), removeItem: (name: string) => kept.delete(name) })
  edits = await import('../../../renderer/state/edits.ts')
})

test('corrections begun for an erased message are forgotten in the browser, on every branch of every tract, and no others', () => {
  const [secret, other] = [asMessageId('a'.repeat(64)), asMessageId('b'.repeat(64))]
  const key = (tract: string, branch: string, message: typeof secret) => edits.editKey(asTractId(tract), branch, message)
  for (const place of [key('t1', 'main', secret), key('t2', 'side', secret)]) edits.keepEdit(place, 'The code is zyxomma')
  edits.keepEdit(key('t1', 'main', other), 'Harmless')
  edits.forgetEditsOf([secret])
  expect([kept.get('edits')?.includes('zyxomma'), edits.editAt(key('t1', 'main', other))]).toEqual([false, 'Harmless'])
})
