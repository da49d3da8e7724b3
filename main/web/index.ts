import { homedir } from 'node:os'
import { join } from 'node:path'
import manifest from '../../package.json' with { type: 'json' }
import { realPorts } from '../../core/realPorts.ts'
import { openApp } from '../app.ts'
import type { App } from '../app.ts'
import { dataFolder } from '../dataFolder.ts'
import { createLog, logFile } from '../log.ts'
import { readPageFiles } from '../pageFiles.ts'
import { createSecrets } from '../secrets.ts'
import { readArgs, usage } from './args.ts'
import type { WebArgs } from './args.ts'
import { builtPage, openWebHost } from './host.ts'
import type { PageSource, WebHost } from './host.ts'
import { fileKeyStore } from './keyStore.ts'
import { takeLock } from './lock.ts'
import { stopWithParent } from '../stopWithParent.ts'

const { clock, ids } = realPorts

/** The app in a browser window: for machines without a desktop, and wherever Electron can't run. */
async function main(args: WebArgs): Promise<void> {
  const dataDir = dataFolder({ env: process.env, platform: process.platform, home: homedir() })
  const app = open(args, dataDir)
  const host = await openWebHost({ app, port: args.port, page: (server) => pageOf(args, server), onIdle: () => stop('nobody was there for half an hour') })
  const lock = takeLock(dataDir, host.port)
  const stop = stopper(app, host, lock.release)
  process.once('SIGINT', () => stop('interrupted')).once('SIGTERM', () => stop('asked to stop')).once('SIGHUP', () => stop('the terminal closed'))
  process.on('uncaughtException', (error) => stop('a bug', error)).on('unhandledRejection', (error) => stop('a bug', error))
  if (args.withParent) stopWithParent(() => stop('the starter is gone'))
  if (lock.other) app.log('info', 'another host uses this data folder', { pid: lock.other.pid, port: lock.other.port })
  console.log(`Tract Studio ready: ${host.url}`)
}

function open(args: WebArgs, dataDir: string): App {
  const secrets = createSecrets()
  const log = createLog({ clock, secrets, write: logFile(join(dataDir, 'logs', 'tract-studio.log')) })
  const workspaceFile = args.workspace === undefined ? {} : { workspaceFile: args.workspace }
  const ports = { clock, ids, log, files: { chooseWorkspace: null }, keyStore: fileKeyStore(dataDir), env: process.env, secrets }
  return openApp({ ...ports, ...workspaceFile, dataDir, host: 'web', version: manifest.version })
}

async function pageOf({ dev }: WebArgs, server: Parameters<Parameters<typeof openWebHost>[0]['page']>[0]): Promise<PageSource> {
  if (!dev) return builtPage(readPageFiles(join(import.meta.dirname, isBuilt ? '../renderer' : '../../out/renderer')))
  // By a path the bundler can't follow: the build tool belongs to development and is in no bundle.
  const { devPage } = (await import(join(import.meta.dirname, 'dev.ts'))) as typeof import('./dev.ts')
  return devPage(server)
}

const isBuilt = import.meta.filename.endsWith('.js')

/** Stops once, cleanly: answers are kept as far as they came, the file is closed, the lock is gone. */
function stopper(app: App, host: WebHost, release: () => void): (why: string, error?: unknown) => void {
  let isStopping = false
  return (why, error) => {
    if (isStopping) return
    isStopping = true
    app.log(error === undefined ? 'info' : 'error', 'stopping', { why, ...(error instanceof Error ? { name: error.name, at: error.stack?.split('\n').slice(1, 8) ?? [] } : {}) })
    process.once('SIGINT', () => process.exit(1))
    host
      .close()
      .then(() => app.close())
      .finally(release)
      .then(() => process.exit(error === undefined ? 0 : 1), () => process.exit(1))
  }
}

try {
  await main(readArgs(process.argv.slice(2)))
} catch (error) {
  console.error(sentenceFor(error))
  if (error instanceof TypeError) console.error(usage)
  process.exit(1)
}

function sentenceFor(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  const { code, port } = error as { readonly code?: unknown; readonly port?: unknown }
  if (code === 'EADDRINUSE') return `Port ${String(port)} is in use by another program. Choose another one with --port, or leave it out: a free one is found then.`
  return error.message
}
