import { mkdtempSync, realpathSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { realPorts } from '../../core/realPorts.ts'
import { openApp } from '../../main/app.ts'
import type { App, AppOptions } from '../../main/app.ts'
import { createLog } from '../../main/log.ts'
import { createSecrets } from '../../main/secrets.ts'
import { fileKeyStore } from '../../main/web/keyStore.ts'

export type TestApp = AsyncDisposable & { readonly app: App; readonly dir: string; readonly logged: readonly string[] }

/** The whole app on real files in a folder of its own; only its surroundings are the test's. */
export function testApp(options: Partial<AppOptions> = {}): TestApp {
  const dir = options.dataDir ?? temporaryFolder()
  const logged: string[] = []
  const secrets = createSecrets()
  const log = createLog({ clock: realPorts.clock, secrets, write: (line) => logged.push(line) })
  const app = openApp({ ...realPorts, dataDir: dir, host: 'web', version: '0.0.0', keyStore: fileKeyStore(dir), env: {}, files: { chooseWorkspace: null }, log, secrets, ...options })
  return { app, dir, logged, [Symbol.asyncDispose]: () => app.close() }
}

const folders: string[] = []
process.once('exit', () => folders.forEach((folder) => rmSync(folder, { recursive: true, force: true })))

/** Removed when the tests of this file have run. */
export function temporaryFolder(): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'tract-')))
  folders.push(folder)
  return folder
}
