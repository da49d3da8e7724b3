import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { sealedKeyStore } from '../../main/sealedKeyStore.ts'
import type { Keyring } from '../../main/sealedKeyStore.ts'
import { temporaryFolder } from './testApp.ts'

const kept = { key: 'a-key-in-the-clear', origin: 'https://api.openai.com' }
const log = () => {}
const mirrored = (text: string) => Array.from(text).toReversed().join('')
/** Seals by writing backwards: enough to see that it was asked. */
const keyring = (manners: Partial<Keyring> = {}): Keyring => ({
  isThere: async () => true,
  seal: async (text) => Buffer.from(mirrored(text)),
  open: async (sealed) => ({ text: mirrored(sealed.toString()), isOld: false }),
  ...manners,
})
const newPath = () => join(temporaryFolder(), 'keys.bin')

describe('sealed keys', () => {
  test('are opened at the next start, and stand nowhere in the clear', async () => {
    const path = newPath()
    await sealedKeyStore(path, keyring(), log).set('openai', kept)
    const found = await sealedKeyStore(path, keyring(), log).find('openai')
    expect({ found, mode: statSync(path).mode & 0o777, isClear: readFileSync(path, 'utf8').includes(kept.key) }).toEqual({ found: { ...kept, where: 'keyring' }, mode: 0o600, isClear: false })
  })

  test('are kept until the app quits where there is no keyring, and never written', async () => {
    const path = newPath()
    await sealedKeyStore(path, keyring(), log).set('openai', kept)
    const store = sealedKeyStore(path, keyring({ isThere: async () => false }), log)
    await store.set('openai', { ...kept, key: 'for-this-session' })
    const next = sealedKeyStore(path, keyring(), log)
    expect([await store.find('openai'), await next.find('openai')]).toEqual([{ ...kept, key: 'for-this-session', where: 'session' }, undefined])
  })

  test('that can\'t be opened count as absent', async () => {
    const path = newPath()
    await sealedKeyStore(path, keyring(), log).set('openai', kept)
    const said: string[] = []
    const store = sealedKeyStore(path, keyring({ open: async () => Promise.reject(new Error('locked')) }), (_level, text) => said.push(text))
    expect([await store.find('openai'), said]).toEqual([undefined, ['a key could not be opened']])
  })

  test('are sealed anew when the keyring asks for it', async () => {
    const path = newPath()
    let sealed = 0
    const counting = keyring({ seal: async (text) => (sealed++, Buffer.from(mirrored(text))), open: async (bytes) => ({ text: mirrored(bytes.toString()), isOld: true }) })
    const store = sealedKeyStore(path, counting, log)
    await store.set('openai', kept)
    expect([await store.find('openai'), sealed]).toEqual([{ ...kept, where: 'keyring' }, 2])
  })

  test('are gone when deleted', async () => {
    const store = sealedKeyStore(newPath(), keyring(), log)
    await store.set('openai', kept)
    await store.delete('openai')
    expect(await store.find('openai')).toBeUndefined()
  })
})
