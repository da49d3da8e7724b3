import { beforeEach, describe, expect, test } from 'vitest'
import { environmentKeys } from '../../main/builtIn.ts'
import { openKeys } from '../../main/keys.ts'
import type { Keys } from '../../main/keys.ts'
import { createSecrets } from '../../main/secrets.ts'
import type { Secrets } from '../../main/secrets.ts'
import { fileKeyStore } from '../../main/web/keyStore.ts'
import { temporaryFolder } from './testApp.ts'

const own = 'https://api.openai.com'
const other = 'https://evil.example'
const key = 'a-key-of-24-characters-x4f2'
let keys: Keys
let secrets: Secrets

const open = (env: { readonly [name: string]: string }): Keys => openKeys(fileKeyStore(temporaryFolder()), environmentKeys(env), secrets)

describe('a key', () => {
  beforeEach(() => {
    secrets = createSecrets()
    keys = open({})
  })

  test('is given for the host it was entered for, and for no other', async () => {
    await keys.set('openai', { key, origin: own })
    expect({
      own: await keys.find('openai', own),
      status: await keys.status('openai', own),
      elsewhere: await keys.find('openai', other),
      otherPort: await keys.find('openai', `${own}:8443`),
      statusElsewhere: await keys.status('openai', other),
      anotherProvider: await keys.status('anthropic', own),
    }).toEqual({
      own: key,
      status: { kind: 'kept', last4: 'x4f2', origin: own, where: 'file' },
      elsewhere: undefined,
      otherPort: undefined,
      statusElsewhere: { kind: 'otherHost', last4: 'x4f2', origin: own },
      anotherProvider: { kind: 'none' },
    })
  })

  test('is gone when it is deleted', async () => {
    await keys.set('openai', { key, origin: own })
    await keys.delete('openai')
    expect([await keys.find('openai', own), await keys.status('openai', own)]).toEqual([undefined, { kind: 'none' }])
  })

  test('of the environment serves its provider\'s own address only', async () => {
    keys = open({ OPENAI_API_KEY: ` ${key}\n`, ANTHROPIC_API_KEY: '' })
    expect({
      own: await keys.find('openai', own),
      status: await keys.status('openai', own),
      elsewhere: await keys.find('openai', other),
      statusElsewhere: await keys.status('openai', other),
      empty: await keys.status('anthropic', 'https://api.anthropic.com'),
    }).toEqual({
      own: key,
      status: { kind: 'environment', variable: 'OPENAI_API_KEY', last4: 'x4f2', origin: own },
      elsewhere: undefined,
      statusElsewhere: { kind: 'otherHost', last4: 'x4f2', origin: own },
      empty: { kind: 'none' },
    })
  })

  test('that was entered wins over one of the environment', async () => {
    keys = open({ OPENAI_API_KEY: 'the-key-of-the-environment' })
    await keys.set('openai', { key, origin: own })
    const entered = await keys.find('openai', own)
    await keys.delete('openai')
    expect([entered, await keys.find('openai', own)]).toEqual([key, 'the-key-of-the-environment'])
  })

  test('tells nothing of itself when it is short', async () => {
    await keys.set('openai', { key: 'short', origin: own })
    expect(await keys.status('openai', own)).toEqual({ kind: 'kept', last4: '', origin: own, where: 'file' })
  })

  test('is known as a secret from the moment it passes', async () => {
    await keys.set('openai', { key, origin: own })
    expect(secrets.redact(`the server said ${key} is wrong`)).toBe('the server said [removed] is wrong')
  })
})
