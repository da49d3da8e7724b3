import { asFault, Fault, toReport } from '../../core/model/fault.ts'
import type { FaultReport } from '../../core/model/fault.ts'
import { checkAddress } from '../address.ts'
import type { App } from '../app.ts'
import { findBuiltIn } from '../builtIn.ts'
import type { ProviderCheck, Settings } from '../contract/settings.ts'
import { getProvider, originOf, viewSettings } from '../providers.ts'
import type { StoredProvider, StoredSettings } from '../settings.ts'
import { procedures } from './base.ts'

export const settings = {
  get: procedures.settings.get.handler(({ context: { app } }) => viewSettings(app.settings.get(), app.keys)),
  update: procedures.settings.update.handler(({ context: { app }, input }) => change(app, (now) => ({ ...now, theme: input.theme ?? now.theme, enterSends: input.enterSends ?? now.enterSends }))),
  chooseModel: procedures.settings.chooseModel.handler(({ context: { app }, input }) => {
    getProvider(app.settings.get(), input.provider)
    const { provider, model } = input
    return change(app, (now) => ({ ...now, chat: { provider, model, temperature: input.temperature === undefined ? (now.chat?.temperature ?? null) : input.temperature } }))
  }),
  addProvider: procedures.settings.addProvider.handler(({ context: { app }, input }) => {
    const baseUrl = checkAddress(input.baseUrl)
    if (baseUrl === '') throw new Fault('settings/bad-value', { field: 'address', found: 'empty' })
    return save(app, { id: app.ids.next(), kind: 'openai', name: input.name, baseUrl, models: [input.model] })
  }),
  updateProvider: procedures.settings.updateProvider.handler(({ context: { app }, input }) => {
    const now = getProvider(app.settings.get(), input.provider)
    const baseUrl = input.baseUrl === undefined ? now.baseUrl : checkAddress(input.baseUrl)
    if (baseUrl === '' && !findBuiltIn(now.id)) throw new Fault('settings/bad-value', { field: 'address', found: 'empty' })
    return save(app, { ...now, baseUrl, name: input.name ?? now.name, models: input.models ?? now.models })
  }),
  removeProvider: procedures.settings.removeProvider.handler(async ({ context: { app }, input }) => {
    const gone = getProvider(app.settings.get(), input.provider)
    if (findBuiltIn(gone.id)) throw new Fault('provider/built-in', { name: gone.name })
    await app.keys.delete(gone.id)
    return change(app, (now) => ({ ...now, providers: now.providers.filter(({ id }) => id !== gone.id), chat: now.chat?.provider === gone.id ? null : now.chat }))
  }),
  setKey: procedures.settings.setKey.handler(async ({ context: { app }, input }) => {
    const provider = getProvider(app.settings.get(), input.provider)
    const origin = originOf(provider)
    if (origin === null) throw new Fault('settings/bad-value', { field: 'key', found: `given to ${provider.name}, which needs none` })
    await app.keys.set(provider.id, { key: checkKey(input.key), origin })
    return change(app, (now) => now)
  }),
  deleteKey: procedures.settings.deleteKey.handler(async ({ context: { app }, input }) => {
    await app.keys.delete(getProvider(app.settings.get(), input.provider).id)
    return change(app, (now) => now)
  }),
  check: procedures.settings.check.handler(({ context: { app }, input, signal }) => check(app, input.provider, signal)),
}

function change(app: App, how: (now: StoredSettings) => StoredSettings): Promise<Settings> {
  app.changeSettings(how)
  return viewSettings(app.settings.get(), app.keys)
}

const save = (app: App, provider: StoredProvider): Promise<Settings> =>
  change(app, (now) => {
    const isKnown = now.providers.some(({ id }) => id === provider.id)
    return { ...now, providers: isKnown ? now.providers.map((own) => (own.id === provider.id ? provider : own)) : [...now.providers, provider] }
  })

/** A key travels in a header, which holds visible ASCII only. The fault says nothing of the key itself. */
function checkKey(typed: string): string {
  const key = typed.trim()
  if (!/^[\x21-\x7e]+$/.test(key)) throw new Fault('settings/bad-value', { field: 'key', found: 'text with blanks or letters no key has' })
  return key
}

async function check(app: App, id: string, signal: AbortSignal | undefined): Promise<ProviderCheck> {
  const provider = getProvider(app.settings.get(), id)
  try {
    const client = await app.connections.connect(provider)
    const models = (await client.listModels?.(signal)) ?? provider.models
    return { kind: 'ok', models }
  } catch (error) {
    return { kind: 'failed', fault: app.secrets.redactAll(toReport(asFault(error))) as unknown as FaultReport }
  }
}
