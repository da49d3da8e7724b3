import { z } from 'zod'
import { readJsonFile, writeJsonFile } from './jsonFile.ts'
import type { KeptKey, KeyStore } from './keys.ts'
import type { Log } from './ports.ts'

/** What seals a text so that only this user on this machine can open it. */
export type Keyring = {
  /** False where there is none that deserves the name. */
  isThere(): Promise<boolean>
  seal(text: string): Promise<Buffer>
  /** `isOld`: it should be sealed again. Throws when it can't be opened. */
  open(sealed: Buffer): Promise<{ readonly text: string; readonly isOld: boolean }>
}

const shape = z.record(z.string(), z.object({ origin: z.string(), sealed: z.string() }))
type Entries = z.infer<typeof shape>

/**
 * Keeps keys sealed by a keyring, in a private file. Where there is no keyring they are kept until the app quits, and the settings say so: a seal
 * that anybody can open is none. A key that can't be opened counts as absent, so it is asked for again.
 */
export function sealedKeyStore(path: string, keyring: Keyring, log: Log): KeyStore {
  const session = new Map<string, KeptKey>()
  const keep = async (provider: string, { key, origin }: KeptKey): Promise<void> => {
    const sealed = (await keyring.seal(key)).toString('base64')
    writeJsonFile(path, { ...read(path), [provider]: { origin, sealed } })
  }
  const forget = (provider: string): void => {
    const { [provider]: gone, ...rest } = read(path)
    if (gone) writeJsonFile(path, rest)
  }
  return {
    async find(provider) {
      const kept = session.get(provider)
      if (kept) return { ...kept, where: 'session' }
      const entry = read(path)[provider]
      if (!entry || !(await keyring.isThere())) return undefined
      try {
        const { text, isOld } = await keyring.open(Buffer.from(entry.sealed, 'base64'))
        if (isOld) await keep(provider, { key: text, origin: entry.origin })
        return { key: text, origin: entry.origin, where: 'keyring' }
      } catch {
        log('warn', 'a key could not be opened', { provider })
        return undefined
      }
    },
    async set(provider, kept) {
      const isLasting = await keyring.isThere()
      session.delete(provider)
      if (isLasting) return keep(provider, kept)
      forget(provider)
      session.set(provider, kept)
    },
    async delete(provider) {
      session.delete(provider)
      forget(provider)
    },
  }
}

function read(path: string): Entries {
  try {
    return shape.safeParse(readJsonFile(path) ?? {}).data ?? {}
  } catch {
    return {}
  }
}
