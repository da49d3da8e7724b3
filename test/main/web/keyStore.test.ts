import { readdirSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { fileKeyStore } from '../../../main/web/keyStore.ts'
import { temporaryFolder } from '../testApp.ts'

const folder = () => temporaryFolder()
const kept = { key: 'k-123456', origin: 'https://api.openai.com' }

describe('the key file', () => {
  test('keeps keys over starts, readable by its owner alone', async () => {
    const dir = folder()
    await fileKeyStore(dir).set('openai', kept)
    const again = fileKeyStore(dir)
    expect({ found: await again.find('openai'), none: await again.find('anthropic'), mode: statSync(join(dir, 'keys.json')).mode & 0o777, files: readdirSync(dir) }).toEqual({
      found: { ...kept, where: 'file' },
      none: undefined,
      mode: 0o600,
      files: ['keys.json'],
    })
  })

  test('forgets one key and keeps the others', async () => {
    const store = fileKeyStore(folder())
    await store.set('openai', kept)
    await store.set('anthropic', { ...kept, origin: 'https://api.anthropic.com' })
    await store.delete('openai')
    expect([await store.find('openai'), (await store.find('anthropic'))?.origin]).toEqual([undefined, 'https://api.anthropic.com'])
  })

  test.each(['', '{', '[]', '{"openai":{"key":5}}'])('that holds %j counts as empty', async (text) => {
    const dir = folder()
    writeFileSync(join(dir, 'keys.json'), text)
    expect(await fileKeyStore(dir).find('openai')).toBeUndefined()
  })
})
