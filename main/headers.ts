import { Fault } from '../core/model/fault.ts'
import type { ProviderHeader } from './contract/settings.ts'
import type { Keys } from './keys.ts'
import type { StoredProvider } from './settings.ts'

/** The headers as they are sent now: a secret one only to the host it was entered for. */
export async function headersOf(provider: StoredProvider, origin: string, keys: Keys): Promise<{ readonly [name: string]: string }> {
  const found = await Promise.all((provider.headers ?? []).map(async ({ name, value }) => [name, value ?? (await keys.find(headerKey(provider.id, name), origin))] as const))
  return Object.fromEntries(found.filter((entry): entry is readonly [string, string] => entry[1] !== undefined))
}

/** The headers as the page sees them. */
export const viewHeaders = (provider: StoredProvider, origin: string, keys: Keys): Promise<readonly ProviderHeader[]> =>
  Promise.all(
    (provider.headers ?? []).map(async ({ name, value }): Promise<ProviderHeader> => {
      if (value !== null) return { kind: 'open', name, value }
      return { kind: 'secret', name, status: await keys.status(headerKey(provider.id, name), origin) }
    }),
  )

/** Sets one, in place of one with the same name in other letters; null takes it away. Faults: `settings/bad-value`. */
export async function withHeader(provider: StoredProvider, origin: string, { name, value }: { readonly name: string; readonly value: string | null }, keys: Keys): Promise<StoredProvider> {
  const clean = checkName(name.trim())
  const others = (provider.headers ?? []).filter((header) => header.name.toLowerCase() !== clean.toLowerCase())
  await keys.delete(headerKey(provider.id, clean))
  if (value === null) return { ...provider, headers: others }
  const text = checkValue(clean, value.trim())
  if (!looksSecret(clean)) return { ...provider, headers: [...others, { name: clean, value: text }] }
  await keys.set(headerKey(provider.id, clean), { key: text, origin })
  return { ...provider, headers: [...others, { name: clean, value: null }] }
}

/** Takes away what is kept with the keys. */
export async function forgetHeaders({ id, headers = [] }: StoredProvider, keys: Keys): Promise<void> {
  for (const { name } of headers.filter(({ value }) => value === null)) await keys.delete(headerKey(id, name))
}

/** By its name alone: what it holds isn't known before it was typed. */
export const looksSecret = (name: string): boolean => /auth|cookie|credential|key|pass|secret|session|signature|token/i.test(name)

const headerKey = (provider: string, name: string): string => `${provider} header ${name.toLowerCase()}`

/** What the connection itself sets. */
const reserved: ReadonlySet<string> = new Set(['connection', 'content-length', 'content-type', 'expect', 'host', 'keep-alive', 'te', 'trailer', 'transfer-encoding', 'upgrade'])

function checkName(name: string): string {
  if (!/^[!#$%&'*+.^_`|~0-9A-Za-z-]{1,100}$/.test(name)) throw new Fault('settings/bad-value', { field: 'header name', found: 'anything but letters, digits and -' })
  if (reserved.has(name.toLowerCase())) throw new Fault('settings/bad-value', { field: 'header name', found: `${name}, which the connection sets itself` })
  return name
}

/** The fault says nothing of the value: it may be a secret. */
function checkValue(name: string, value: string): string {
  if (!/^[\x20-\x7e]+$/.test(value)) throw new Fault('settings/bad-value', { field: `header ${name}`, found: 'empty, or text with letters that no header can hold' })
  return value
}
