import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { AppOptions } from '../../main/app.ts'
import { isEnd, listenTo } from '../contract/scene.ts'
import { type Api, transports } from '../contract/transports.ts'
import { openSink, type Sink } from '../helpers/sink.ts'
import { testApp } from './testApp.ts'

const key = 'canary-3f9a-key-7c1b'

/** An app on a folder, with a page connected to it, for as long as `act` takes. */
async function withApp<T>(act: (api: Api, dir: string) => Promise<T>, options: Partial<AppOptions> = {}): Promise<T> {
  await using own = testApp(options)
  await using page = await transports[0]!.open(own.app)
  return await act(page.api, own.dir)
}

/** The providers there are, each with what it keeps secret: a key where its protocol has one, else a header. */
const kinds = [
  {
    title: 'a server of one’s own',
    async add(api: Api, baseUrl: string) {
      const { providers } = await api.settings.addProvider({ name: 'Own', baseUrl, model: 'test-model' })
      return providers.at(-1)?.id ?? ''
    },
    secret: (api: Api, provider: string) => api.settings.setKey({ provider, key }),
  },
  { title: 'anthropic', add: builtIn('anthropic'), secret: (api: Api, provider: string) => api.settings.setKey({ provider, key }) },
  { title: 'ollama', add: builtIn('ollama'), secret: (api: Api, provider: string) => api.settings.setHeader({ provider, name: 'authorization', value: `Bearer ${key}` }) },
] as const
type Kind = (typeof kinds)[number]

function builtIn(provider: string) {
  return async (api: Api, baseUrl: string) => {
    await api.settings.updateProvider({ provider, baseUrl, models: ['test-model'] })
    return provider
  }
}

/** Tries all that makes a request: asks for an answer, and has the connection checked. What stands in the way is no matter here. */
async function tryAll(api: Api, provider: string): Promise<void> {
  await api.settings.chooseModel({ provider, model: 'test-model' }).catch(() => {})
  await api.settings.check({ provider }).catch(() => {})
  const [tract] = await api.tracts.list()
  await using ear = await listenTo(api)
  const sent = await api.chat.send({ tract: tract?.id ?? '', branch: 'main', text: 'Hello' }).catch(() => null)
  if (sent) await ear.until((event) => isEnd(event, sent.call))
}

async function statusOf(api: Api, provider: string): Promise<string | undefined> {
  const found = (await api.settings.get()).providers.find(({ id }) => id === provider)
  const [header] = found?.headers ?? []
  return header?.kind === 'secret' ? header.status.kind : found?.key.kind
}

const hasKey = ({ heard }: Sink): boolean => heard.some((request) => request.includes(key))

/** A provider with its secret, which its own host has got. */
async function entered(api: Api, kind: Kind, own: Sink): Promise<string> {
  const provider = await kind.add(api, own.url)
  await kind.secret(api, provider)
  await tryAll(api, provider)
  expect(hasKey(own), 'its own host gets the key').toBe(true)
  return provider
}

type File = { readonly providers: readonly { readonly id: string; readonly baseUrl: string }[] }
/** Changes the settings file as another program would, while the app is closed. */
function rewrite(dir: string, change: (file: File) => object): void {
  const path = join(dir, 'settings.json')
  writeFileSync(path, JSON.stringify(change(JSON.parse(readFileSync(path, 'utf8')) as File)))
}
const pointed = (provider: string, baseUrl: string) => (file: File) => ({ ...file, providers: file.providers.map((own) => (own.id === provider ? { ...own, baseUrl } : own)) })

describe.each(kinds)('the key of $title', (kind) => {
  test('stays when its address is changed, until it is entered again for the new one', async () => {
    await using own = await openSink()
    await using other = await openSink()
    await withApp(async (api) => {
      const provider = await entered(api, kind, own)
      await api.settings.updateProvider({ provider, baseUrl: other.url })
      await tryAll(api, provider)
      expect([hasKey(other), await statusOf(api, provider)]).toEqual([false, 'otherHost'])
      await kind.secret(api, provider)
      await tryAll(api, provider)
      expect([hasKey(other), await statusOf(api, provider)]).toEqual([true, 'kept'])
    })
  })

  test('stays when the settings file names another host', async () => {
    await using own = await openSink()
    await using other = await openSink()
    const { provider, dir } = await withApp(async (api, folder) => ({ provider: await entered(api, kind, own), dir: folder }))
    rewrite(dir, pointed(provider, `${other.url}/v1`))
    const status = await withApp(async (api) => {
      await tryAll(api, provider)
      return statusOf(api, provider)
    }, { dataDir: dir })
    expect([hasKey(other), status]).toEqual([false, 'otherHost'])
  })

  test('stays when its host sends on to another one, for answers and for everything else', async () => {
    await using other = await openSink()
    await using own = await openSink(other.url)
    await withApp(async (api) => void (await entered(api, kind, own)))
    expect(other.heard).toEqual([])
  })

  test('is gone with the provider: one with the same id, in the settings file, has none', async () => {
    await using own = await openSink()
    const { provider, stored, dir } = await withApp(async (api, folder) => {
      const id = await entered(api, kind, own)
      const before = JSON.parse(readFileSync(join(folder, 'settings.json'), 'utf8')) as File
      if (kind.title === 'a server of one’s own') await api.settings.removeProvider({ provider: id })
      else if (kind.title === 'ollama') await api.settings.setHeader({ provider: id, name: 'Authorization', value: null })
      else await api.settings.deleteKey({ provider: id })
      return { provider: id, stored: before, dir: folder }
    })
    const heard = own.heard.length
    rewrite(dir, () => stored)
    const status = await withApp(async (api) => {
      await tryAll(api, provider)
      return statusOf(api, provider)
    }, { dataDir: dir })
    expect([own.heard.slice(heard).some((request) => request.includes(key)), status]).toEqual([false, 'none'])
  })

  test('stays when the provider is taken out of the settings file and another one gets its id', async () => {
    await using own = await openSink()
    await using other = await openSink()
    const { provider, stored, dir } = await withApp(async (api, folder) => {
      const id = await entered(api, kind, own)
      return { provider: id, stored: JSON.parse(readFileSync(join(folder, 'settings.json'), 'utf8')) as File, dir: folder }
    })
    rewrite(dir, (file) => ({ ...file, providers: [] }))
    await withApp((api) => api.settings.get(), { dataDir: dir })
    rewrite(dir, () => pointed(provider, other.url)(stored))
    const status = await withApp(async (api) => {
      await tryAll(api, provider)
      return statusOf(api, provider)
    }, { dataDir: dir })
    expect([hasKey(other), status]).toEqual([false, 'otherHost'])
  })

  /** Addresses that look like the host the key was entered for, or are it in another spelling. */
  const spellings: readonly (readonly [title: string, address: (own: number, other: number) => string])[] = [
    ['the own host as a user', (own, other) => `http://127.0.0.1:${own}@127.0.0.1:${other}`],
    ['a user and a password', (own, other) => `http://user:127.0.0.1:${own}@127.0.0.1:${other}`],
    ['a backslash before @', (own, other) => `http://127.0.0.1:${own}\\@127.0.0.1:${other}`],
    ['the own host in the fragment', (own, other) => `http://127.0.0.1:${other}/#@127.0.0.1:${own}`],
    ['the own host in the query', (own, other) => `http://127.0.0.1:${other}/?http://127.0.0.1:${own}`],
    ['the own host in the path', (own, other) => `http://127.0.0.1:${other}/http://127.0.0.1:${own}`],
    ['another port', (_, other) => `http://127.0.0.1:${other}`],
    ['another name of the machine', (_, other) => `http://localhost:${other}`],
    ['capitals', (_, other) => `HTTP://LOCALHOST:${other}`],
    ['a dot at the end', (_, other) => `http://localhost.:${other}`],
    ['the number of the host', (_, other) => `http://2130706433:${other}`],
    ['a short form of the host', (_, other) => `http://127.1:${other}`],
    ['an address within another', (_, other) => `http://[::ffff:127.0.0.1]:${other}`],
    ['wide letters', (_, other) => `http://１２７.0.0.1:${other}`],
    ['tabs and line ends', (_, other) => `ht\ttp://127.0.0.1:\n${other}`],
  ]
  test.each(spellings)('stays with an address that has %s, typed or in the settings file', async (_, address) => {
    await using own = await openSink()
    await using other = await openSink()
    const text = address(own.port, other.port)
    const { provider, dir } = await withApp(async (api, at) => {
      const id = await entered(api, kind, own)
      await api.settings.updateProvider({ provider: id, baseUrl: text }).catch(() => {})
      await tryAll(api, id)
      return { provider: id, dir: at }
    })
    rewrite(dir, pointed(provider, text))
    await withApp((api) => tryAll(api, provider), { dataDir: dir })
    expect(hasKey(other)).toBe(false)
  })
})

describe('a key of the environment', () => {
  test.each([['openai', 'OPENAI_API_KEY'], ['anthropic', 'ANTHROPIC_API_KEY']])('of %s goes to its own address and to no other', async (provider, variable) => {
    await using other = await openSink()
    await withApp(async (api, dir) => {
      const before = await statusOf(api, provider)
      await api.settings.updateProvider({ provider, baseUrl: other.url, models: ['test-model'] })
      await tryAll(api, provider)
      expect([before, hasKey(other), await statusOf(api, provider), readFileSync(join(dir, 'settings.json'), 'utf8').includes(key)]).toEqual(['environment', false, 'otherHost', false])
    }, { env: { [variable]: key } })
  })

  test('is not taken by a provider of one’s own that has the same address or id', async () => {
    await using other = await openSink()
    await withApp(async (api) => {
      const { providers } = await api.settings.addProvider({ name: 'OpenAI', baseUrl: other.url, model: 'gpt-4o' })
      const provider = providers.at(-1)?.id ?? ''
      await tryAll(api, provider)
      expect([hasKey(other), await statusOf(api, provider)]).toEqual([false, 'none'])
    }, { env: { OPENAI_API_KEY: key, ANTHROPIC_API_KEY: key } })
  })
})
