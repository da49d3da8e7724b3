import { Fault } from '../../core/model/fault.ts'
import { checkAddress } from '../address.ts'
import type { App } from '../app.ts'
import { findBuiltIn } from '../builtIn.ts'
import { checkConnection } from '../checkConnection.ts'
import type { FoundServer, LocalServerName, Settings } from '../contract/settings.ts'
import type { AnsweringServer } from '../found.ts'
import { findServers } from '../found.ts'
import { forgetHeaders, withHeader } from '../headers.ts'
import { getProvider, listProviders, originOf, takesKey } from '../providers.ts'
import type { StoredProvider, StoredSettings } from '../settings.ts'
import { procedures } from './base.ts'
import { change } from './changeSettings.ts'

export const providers = {
  addProvider: procedures.settings.addProvider.handler(({ context: { app }, input }) => {
    const baseUrl = checkAddress(input.baseUrl)
    if (baseUrl === '') throw new Fault('settings/bad-value', { field: 'address', found: 'empty' })
    return save(app, { id: app.ids.next(), kind: 'openai', name: input.name, baseUrl, models: [input.model] })
  }),
  updateProvider: procedures.settings.updateProvider.handler(({ context: { app }, input }) => {
    const now = getProvider(app.settings.get(), input.provider)
    const baseUrl = input.baseUrl === undefined ? now.baseUrl : checkAddress(input.baseUrl)
    if (baseUrl === '' && !findBuiltIn(now.id)) throw new Fault('settings/bad-value', { field: 'address', found: 'empty' })
    if (input.contextTokens !== undefined && now.kind !== 'ollama') throw new Fault('settings/bad-value', { field: 'context size', found: `given to ${now.name}, which decides it itself` })
    const contextTokens = input.contextTokens === undefined ? now.contextTokens : input.contextTokens
    return save(app, { ...now, baseUrl, name: input.name ?? now.name, models: input.models ?? now.models, ...(contextTokens !== undefined && { contextTokens }) })
  }),
  removeProvider: procedures.settings.removeProvider.handler(async ({ context: { app }, input }) => {
    const gone = getProvider(app.settings.get(), input.provider)
    if (findBuiltIn(gone.id)) throw new Fault('provider/built-in', { name: gone.name })
    await app.keys.delete(gone.id)
    await forgetHeaders(gone, app.keys)
    return change(app, (now) => without(now, gone.id))
  }),
  setKey: procedures.settings.setKey.handler(async ({ context: { app }, input }) => {
    const provider = getProvider(app.settings.get(), input.provider)
    const origin = originOf(provider)
    if (origin === null || !takesKey(provider.kind)) throw new Fault('settings/bad-value', { field: 'key', found: `given to ${provider.name}, which needs none` })
    await app.keys.set(provider.id, { key: checkKey(input.key), origin })
    return change(app, (now) => now)
  }),
  deleteKey: procedures.settings.deleteKey.handler(async ({ context: { app }, input }) => {
    await app.keys.delete(getProvider(app.settings.get(), input.provider).id)
    return change(app, (now) => now)
  }),
  setHeader: procedures.settings.setHeader.handler(async ({ context: { app }, input }) => {
    const provider = getProvider(app.settings.get(), input.provider)
    const origin = originOf(provider)
    if (origin === null) throw new Fault('settings/bad-value', { field: 'header', found: `given to ${provider.name}, which sends nothing anywhere` })
    return save(app, await withHeader(provider, origin, input, app.keys))
  }),
  check: procedures.settings.check.handler(({ context: { app }, input, signal }) => checkConnection(app, input.provider, signal)),
  found: procedures.settings.found.handler(async ({ context: { app } }) => (await findServers(app.localServers)).map((server) => asFound(app.settings.get(), server))),
  useFound: procedures.settings.useFound.handler(async ({ context: { app }, input }) => use(app, await findAgain(app, input.server))),
}

const save = (app: App, provider: StoredProvider): Promise<Settings> =>
  change(app, (now) => {
    const isKnown = now.providers.some(({ id }) => id === provider.id)
    return { ...now, providers: isKnown ? now.providers.map((own) => (own.id === provider.id ? provider : own)) : [...now.providers, provider] }
  })

/** Nothing goes to a provider that is gone. */
function without(now: StoredSettings, gone: string): StoredSettings {
  const clients = Object.fromEntries(Object.entries(now.clients).filter(([, provider]) => provider !== gone))
  return { ...now, clients, providers: now.providers.filter(({ id }) => id !== gone), chat: now.chat?.provider === gone ? null : now.chat }
}

/** A key travels in a header, which holds visible ASCII only. The fault says nothing of the key itself. */
function checkKey(typed: string): string {
  const key = typed.trim()
  if (!/^[\x21-\x7e]+$/.test(key)) throw new Fault('settings/bad-value', { field: 'key', found: 'text with blanks or letters no key has' })
  return key
}

function asFound(settings: StoredSettings, { server, name, baseUrl, models }: AnsweringServer): FoundServer {
  const origin = new URL(baseUrl).origin
  const provider = listProviders(settings).find((one) => sameMachine(originOf(one)) === origin && (server !== 'ollama' || one.models.length > 0))
  return { server, name, baseUrl, models, provider: provider?.id ?? null }
}

const sameMachine = (origin: string | null): string | null => origin?.replace('//localhost:', '//127.0.0.1:') ?? null

/** Asked anew: the page names a place, never what answers there. Faults: `llm/unreachable`. */
async function findAgain(app: App, server: LocalServerName): Promise<AnsweringServer> {
  const places = app.localServers.filter((place) => place.server === server)
  const [found] = await findServers(places)
  if (!found) throw new Fault('llm/unreachable', { client: places[0]?.name ?? server, url: places[0]?.baseUrl ?? '', reason: 'It answered a moment ago' })
  return found
}

/** Ollama has a place of its own in the settings, unless that names another machine; any other becomes a server of one's own. */
function use(app: App, { server, name, baseUrl, models }: AnsweringServer): Promise<Settings> {
  if (models.length === 0) throw new Fault('settings/bad-value', { field: 'models', found: `empty: ${name} has none yet` })
  const settings = app.settings.get()
  const builtIn = getProvider(settings, 'ollama')
  const isFree = server === 'ollama' && (builtIn.baseUrl === '' || sameMachine(originOf(builtIn)) === baseUrl)
  if (isFree) return save(app, { ...builtIn, models: [...models], baseUrl: baseUrl === usualOllama ? '' : baseUrl })
  const known = settings.providers.find((own) => own.baseUrl === baseUrl)
  return save(app, { id: app.ids.next(), kind: server === 'ollama' ? 'ollama' : 'openai', name, baseUrl, ...known, models: [...models] })
}

const usualOllama = 'http://127.0.0.1:11434'
