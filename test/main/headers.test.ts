import { beforeEach, describe, expect, test } from 'vitest'
import { forgetHeaders, headersOf, looksSecret, viewHeaders, withHeader } from '../../main/headers.ts'
import { openKeys } from '../../main/keys.ts'
import type { Keys } from '../../main/keys.ts'
import { createSecrets } from '../../main/secrets.ts'
import type { Secrets } from '../../main/secrets.ts'
import type { StoredProvider } from '../../main/settings.ts'
import { fileKeyStore } from '../../main/web/keyStore.ts'
import { faultOfPromise } from '../helpers/faultOf.ts'
import { temporaryFolder } from './testApp.ts'

const own = 'https://gateway.example'
const plain: StoredProvider = { id: 'gateway', kind: 'openai', name: 'Gateway', baseUrl: `${own}/v1`, models: ['m'] }
const token = 'a-token-of-24-letters-x4f2'
let keys: Keys
let secrets: Secrets

describe('a header of a provider', () => {
  beforeEach(() => {
    secrets = createSecrets()
    keys = openKeys(fileKeyStore(temporaryFolder()), new Map(), secrets)
  })

  test('that looks secret is kept with the keys, sent to its own host alone, and taken out of every text', async () => {
    const provider = await withHeader(await withHeader(plain, own, { name: 'X-Team', value: 'garden' }, keys), own, { name: 'X-Api-Token', value: ` ${token} ` }, keys)
    expect([provider.headers, JSON.stringify(provider).includes(token), await headersOf(provider, own, keys), await headersOf(provider, 'https://evil.example', keys), secrets.redact(`refused ${token}`)]).toEqual([
      [
        { name: 'X-Team', value: 'garden' },
        { name: 'X-Api-Token', value: null },
      ],
      false,
      { 'X-Team': 'garden', 'X-Api-Token': token },
      { 'X-Team': 'garden' },
      'refused [removed]',
    ])
    expect(await viewHeaders(provider, 'https://evil.example', keys)).toEqual([
      { kind: 'open', name: 'X-Team', value: 'garden' },
      { kind: 'secret', name: 'X-Api-Token', status: { kind: 'otherHost', last4: 'x4f2', origin: own } },
    ])
  })

  test('is replaced by one of the same name in other letters, and gone with everything kept of it', async () => {
    const first = await withHeader(plain, own, { name: 'X-Api-Token', value: token }, keys)
    const second = await withHeader(first, own, { name: 'x-api-token', value: 'another-one-of-them' }, keys)
    const sent = await headersOf(second, own, keys)
    const removed = await withHeader(second, own, { name: 'X-API-TOKEN', value: null }, keys)
    await forgetHeaders(second, keys)
    expect([sent, removed.headers, await headersOf(second, own, keys)]).toEqual([{ 'x-api-token': 'another-one-of-them' }, [], {}])
  })

  test.each([
    ['a name with a blank', 'X Team', 'garden'],
    ['a name that ends the header', 'X-Team:', 'garden'],
    ['a header of the connection', 'Host', 'evil.example'],
    ['a value with a line break', 'X-Team', 'garden\r\nX-Other: 1'],
    ['a value with letters no header holds', 'X-Team', 'gärtchen'],
  ])('is refused with %s', async (_name, name, value) => {
    expect(await faultOfPromise(withHeader(plain, own, { name, value }, keys))).toBe('settings/bad-value')
  })
})

test('a name tells whether what it holds is secret', () => {
  const secret = ['Authorization', 'X-Api-Key', 'api-token', 'Cookie', 'X-Client-Secret', 'Proxy-Authorization', 'X-Session-Id']
  const open = ['X-Team', 'OpenAI-Organization', 'anthropic-beta', 'HTTP-Referer', 'X-Title']
  expect([secret.filter((name) => !looksSecret(name)), open.filter(looksSecret)]).toEqual([[], []])
})
