import type { KeyStatus } from './contract/settings.ts'
import type { Secrets } from './secrets.ts'

/** A key belongs to the host it was entered for, and is never sent to another one. */
export type KeptKey = { readonly key: string; readonly origin: string }
export type KeyPlace = Extract<KeyStatus, { kind: 'kept' }>['where']

/** Where a host keeps keys between starts: the system's keyring, a private file, or not at all. */
export type KeyStore = {
  find(provider: string): Promise<(KeptKey & { readonly where: KeyPlace }) | undefined>
  set(provider: string, kept: KeptKey): Promise<void>
  delete(provider: string): Promise<void>
}
/** A key that came with the environment; it can't be changed from the app. */
export type EnvironmentKey = KeptKey & { readonly variable: string }

export type Keys = {
  set(provider: string, kept: KeptKey): Promise<void>
  delete(provider: string): Promise<void>
  /** What may be told of a provider's key, given the address it would be sent to now. */
  status(provider: string, origin: string): Promise<KeyStatus>
  /** The key for this address; undefined when there is none, or only one for another host. */
  find(provider: string, origin: string): Promise<string | undefined>
}

/** Keys by provider. Every key that passes through is made known to `secrets`, so it can't be written anywhere. */
export function openKeys(store: KeyStore, environment: ReadonlyMap<string, EnvironmentKey>, secrets: Secrets): Keys {
  for (const { key } of environment.values()) secrets.add(key)
  const kept = async (provider: string) => {
    const found = await store.find(provider)
    if (found) secrets.add(found.key)
    return found
  }
  return {
    async set(provider, entry) {
      secrets.add(entry.key)
      await store.set(provider, entry)
    },
    delete: (provider) => store.delete(provider),
    async status(provider, origin) {
      return statusOf(await kept(provider), environment.get(provider), origin)
    },
    async find(provider, origin) {
      const own = await kept(provider)
      if (own?.origin === origin) return own.key
      const given = environment.get(provider)
      return given?.origin === origin ? given.key : undefined
    },
  }
}

function statusOf(own: (KeptKey & { readonly where: KeyPlace }) | undefined, given: EnvironmentKey | undefined, origin: string): KeyStatus {
  if (own?.origin === origin) return { kind: 'kept', last4: lastOf(own.key), origin, where: own.where }
  if (given?.origin === origin) return { kind: 'environment', variable: given.variable, last4: lastOf(given.key), origin }
  const other = own ?? given
  return other ? { kind: 'otherHost', last4: lastOf(other.key), origin: other.origin } : { kind: 'none' }
}

/** Enough to tell two keys apart, and only of one long enough that this gives nothing away. */
const lastOf = (key: string): string => (key.length >= 12 ? key.slice(-4) : '')
