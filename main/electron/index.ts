import { mkdirSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { app as electron, BrowserWindow, dialog, session } from 'electron'
import { realPorts } from '../../core/realPorts.ts'
import { openApp } from '../app.ts'
import type { App } from '../app.ts'
import { dataFolder } from '../dataFolder.ts'
import { createLog, logFile } from '../log.ts'
import { readPageFiles } from '../pageFiles.ts'
import type { Log } from '../ports.ts'
import { createSecrets } from '../secrets.ts'
import { stopWithParent } from '../stopWithParent.ts'
import { workspaceFrom } from '../workspaceArg.ts'
import { keyringStore } from './keyStore.ts'
import { setMenu } from './menu.ts'
import { acceptPorts } from './port.ts'
import { registerScheme, servePage } from './protocol.ts'
import { commandLineSwitches } from './policy.ts'
import { guardContents, guardSession } from './security.ts'
import { openWindow } from './window.ts'

const { clock, ids } = realPorts
/** The address of the build tool while developing; a packaged app takes none. */
const devUrl = electron.isPackaged ? null : (process.env['ELECTRON_RENDERER_URL'] ?? null)
const dataDir = dataFolder({ env: process.env, platform: process.platform, home: homedir() })
const secrets = createSecrets()
const log: Log = createLog({ clock, secrets, write: logFile(join(dataDir, 'logs', 'tract-studio.log')) })

if (prepare()) electron.whenReady().then(start).catch(fail)
else electron.quit()

/** What has to be settled before the app is ready. False when it runs already: that one is told which file to open. */
function prepare(): boolean {
  electron.enableSandbox()
  mkdirSync(join(dataDir, 'electron'), { recursive: true, mode: 0o700 })
  electron.setPath('userData', join(dataDir, 'electron'))
  for (const [name, value] of commandLineSwitches(devUrl)) electron.commandLine.appendSwitch(name, value)
  registerScheme()
  process.on('uncaughtException', fail).on('unhandledRejection', fail)
  return electron.requestSingleInstanceLock()
}

async function start(): Promise<void> {
  const own = session.defaultSession
  guardSession(own, devUrl)
  if (devUrl === null) servePage(own, readPageFiles(join(import.meta.dirname, '../renderer')))
  electron.on('web-contents-created', (_event, contents) => guardContents(contents))
  setMenu(process.platform, electron.isPackaged)
  const app = open()
  acceptPorts(app, (contents) => BrowserWindow.fromWebContents(contents) !== null, devUrl)
  const preload = join(import.meta.dirname, '../preload/index.cjs')
  const show = () => openWindow({ preload, isPackaged: electron.isPackaged, devUrl, log })
  show()
  electron.on('activate', () => void (BrowserWindow.getAllWindows().length === 0 && show()))
  electron.on('open-file', (event, path) => {
    event.preventDefault()
    void openFor(app, ['', path], '/', show).catch(tell)
  })
  electron.on('second-instance', (_event, args, folder) => void openFor(app, args, folder, show).catch(tell))
  electron.on('window-all-closed', () => void (process.platform !== 'darwin' && electron.quit()))
  closeOnQuit(app)
  if (process.argv.includes('--with-parent')) stopWithParent(() => electron.quit())
}

function open(): App {
  const workspaceFile = workspaceFrom(process.argv.slice(1), process.cwd())
  const ports = { clock, ids, log, files: { chooseWorkspace }, keyStore: keyringStore(dataDir, log), env: process.env, secrets }
  return openApp({ ...ports, ...(workspaceFile === null ? {} : { workspaceFile }), dataDir, host: 'electron', version: electron.getVersion() })
}

/** The path comes from the system's dialog, never from the page. */
async function chooseWorkspace(): Promise<string | null> {
  const { canceled, filePaths } = await dialog.showOpenDialog({ properties: ['openFile'], filters: [{ name: 'Tract workspaces', extensions: ['tract'] }] })
  return canceled ? null : (filePaths[0] ?? null)
}

async function openFor(app: App, args: readonly string[], folder: string, show: () => BrowserWindow): Promise<void> {
  const window = BrowserWindow.getAllWindows()[0] ?? show()
  if (window.isMinimized()) window.restore()
  window.focus()
  const file = workspaceFrom(args.slice(1), folder)
  if (file !== null) await app.switchFile(file)
}

/** Answers are kept as far as they came, and the file is closed, before the process ends. */
function closeOnQuit(app: App): void {
  let isClosed = false
  electron.on('will-quit', (event) => {
    if (isClosed) return
    event.preventDefault()
    void app.close().finally(() => {
      isClosed = true
      electron.quit()
    })
  })
}

function tell(error: unknown): void {
  dialog.showErrorBox('Tract Studio', error instanceof Error ? secrets.redact(error.message) : 'Something went wrong.')
}

/** A bug outside every handler: written down and told. What was saved is safe; going on silently is not. */
function fail(error: unknown): void {
  log('error', 'stopping', { why: 'a bug', name: error instanceof Error ? error.name : typeof error, at: error instanceof Error ? (error.stack?.split('\n').slice(1, 8) ?? []) : [] })
  tell(error)
  electron.exit(1)
}
