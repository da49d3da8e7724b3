import { join } from 'node:path'
import { safeStorage } from 'electron'
import type { KeyStore } from '../keys.ts'
import type { Log } from '../ports.ts'
import { sealedKeyStore } from '../sealedKeyStore.ts'
import type { Keyring } from '../sealedKeyStore.ts'

/** Keys sealed by the system's keyring, in `keys.bin`. */
export const keyringStore = (dataDir: string, log: Log): KeyStore => sealedKeyStore(join(dataDir, 'keys.bin'), systemKeyring, log)

const systemKeyring: Keyring = {
  async isThere() {
    if (!(await safeStorage.isAsyncEncryptionAvailable())) return false
    // Without a keyring, Linux would seal with a password that everybody knows.
    return process.platform !== 'linux' || !['basic_text', 'unknown'].includes(safeStorage.getSelectedStorageBackend())
  },
  seal: (text) => safeStorage.encryptStringAsync(text),
  async open(sealed) {
    const { result, shouldReEncrypt } = await safeStorage.decryptStringAsync(sealed)
    return { text: result, isOld: shouldReEncrypt }
  },
}
