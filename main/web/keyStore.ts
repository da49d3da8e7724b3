import { join } from 'node:path'
import { z } from 'zod'
import { readJsonFile, writeJsonFile } from '../jsonFile.ts'
import type { KeptKey, KeyStore } from '../keys.ts'

const shape = z.record(z.string(), z.object({ key: z.string().min(1), origin: z.string().min(1) }))

/**
 * Keeps keys in `keys.json`, which only its owner can read: a machine without a desktop has no keyring. The settings say that it is a file.
 * A file that can't be read counts as empty, so the key is asked for again; it is replaced at the next one entered.
 */
export function fileKeyStore(dataDir: string): KeyStore {
  const path = join(dataDir, 'keys.json')
  const read = (): { readonly [provider: string]: KeptKey } => {
    try {
      return shape.safeParse(readJsonFile(path) ?? {}).data ?? {}
    } catch {
      return {}
    }
  }
  return {
    async find(provider) {
      const kept = read()[provider]
      return kept && { ...kept, where: 'file' }
    },
    async set(provider, kept) {
      writeJsonFile(path, { ...read(), [provider]: kept })
    },
    async delete(provider) {
      const { [provider]: gone, ...rest } = read()
      if (gone) writeJsonFile(path, rest)
    },
  }
}
