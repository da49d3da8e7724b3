import { mkdirSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'
import type { Ports } from '../core/model/ports.ts'
import { tokenCounter } from '../core/context/tokens.ts'
import { defaultTractConfig } from '../core/model/config.ts'
import type { Workspace } from '../core/workspace.ts'
import { environmentKeys } from './builtIn.ts'
import type { AppInfo } from './contract/app.ts'
import type { OpenedFile } from './contract/files.ts'
import { defaultWorkspace, platformName } from './dataFolder.ts'
import { createHub } from './events.ts'
import type { Hub } from './events.ts'
import { localServers } from './found.ts'
import type { LocalServer } from './found.ts'
import { openKeys } from './keys.ts'
import type { Keys, KeyStore } from './keys.ts'
import type { Clock, Files, Ids, Log } from './ports.ts'
import { openFile } from './openFile.ts'
import type { FileAccess } from './openFile.ts'
import { pricesOf } from './prices.ts'
import { openConnections } from './providers.ts'
import type { Connections } from './providers.ts'
import { createReplies } from './replies.ts'
import type { Replies } from './replies.ts'
import { createSummaries } from './summaries.ts'
import type { Summaries } from './summaries.ts'
import type { Secrets } from './secrets.ts'
import { openSettings } from './settings.ts'
import { createSettingsHistory } from './settingsHistory.ts'
import type { SettingsFile, StoredSettings } from './settings.ts'
import { createWorkspaceFiles, nameOf } from './workspaceFiles.ts'
import type { WorkspaceFiles } from './workspaceFiles.ts'

export type AppOptions = {
  /** The folder of the app's own files. */
  readonly dataDir: string
  /** The workspace file to open; else the one in `dataDir`. Made when it isn't there. */
  readonly workspaceFile?: string
  readonly host: AppInfo['host']
  readonly version: string
  readonly keyStore: KeyStore
  readonly env: { readonly [name: string]: string | undefined }
  readonly files: Files
  readonly clock: Clock
  readonly log: Log
  readonly ids: Ids
  readonly secrets: Secrets
  /** Where to look for model servers on this machine. Default: their usual ports. */
  readonly localServers?: readonly LocalServer[]
}
/** All that handlers work with. It belongs to the process, not to a window: pages come and go. */
export type App = {
  info(): AppInfo
  /** The folder of the app's own files. */
  readonly dataDir: string
  /** The open file. Ask anew each time: another one may be open the next. */
  workspace(): Workspace
  /** The path of the open file. */
  file(): string
  readonly files: Files & WorkspaceFiles
  readonly settings: SettingsFile
  readonly keys: Keys
  readonly localServers: readonly LocalServer[]
  readonly connections: Connections
  readonly replies: Replies
  readonly summaries: Summaries
  readonly hub: Hub
  readonly log: Log
  readonly clock: Clock
  readonly ids: Ids
  readonly secrets: Secrets
  /** Changes the settings and tells every window. */
  changeSettings(change: (settings: StoredSettings) => StoredSettings): void
  /** Takes the last change of the settings back, and tells which they were; empty where none is left of those made since the app started. */
  undoSettings(): readonly string[]
  /** Opens another workspace file in place of the open one, or the same to read only. When that fails the open one stays. Faults: `file/…`. */
  switchFile(path: string, access?: FileAccess): Promise<OpenedFile>
  close(): Promise<void>
}

/** Puts the app together: settings, keys, the workspace file, the answers being written, the event stream. */
export function openApp(options: AppOptions): App {
  const { dataDir, clock, log, ids, secrets } = options
  mkdirSync(dataDir, { recursive: true, mode: 0o700 })
  const settings = openSettings(join(dataDir, 'settings.json'), { clock, log })
  const keys = openKeys(options.keyStore, environmentKeys(options.env), secrets)
  let file = resolve(options.workspaceFile ?? defaultWorkspace(dataDir))
  const ports: Ports = { clock, ids, log, prices: pricesOf(() => settings.get()) }
  let { workspace, readOnly } = openFile(file, 'write', ports)
  const hub = createHub({ workspace, clock, log })
  const replies = createReplies({ clock, log, publish: hub.publish, clean: secrets.redactAll })
  const summaries = createSummaries({ clock, ids, log, publish: hub.publish, clean: secrets.redactAll })
  const stopAll = () => Promise.all([replies.stopAll(), summaries.stopAll()])
  const changed = createSettingsHistory()
  const changeSettings: App['changeSettings'] = (change) => {
    let before = settings.get()
    const after = settings.update((now) => change((before = now)))
    changed.note(before, after)
    hub.publish({ type: 'settings.changed', at: clock.now() })
  }
  const undoSettings: App['undoSettings'] = () => {
    const back = changed.takeBack(settings.get())
    if (back === null) return []
    settings.update(() => back.settings)
    hub.publish({ type: 'settings.changed', at: clock.now() })
    return back.undone
  }
  const remember = () => void settings.update((now) => ({ ...now, recentFiles: [file, ...now.recentFiles.filter((path) => path !== file)].slice(0, maxRecent) }))
  remember()
  // The tables take a fifth of a second: the first message shall not wait for them.
  const warming = clock.after(warmAfterMs, () => void tokenCounter(defaultTractConfig.encoding).count(''))

  return {
    info: () => ({
      host: options.host,
      version: options.version,
      platform: platformName(process.platform),
      file: { name: nameOf(file), path: file, readOnly },
      notices: settings.problem ? [settings.problem] : [],
    }),
    dataDir,
    workspace: () => workspace,
    file: () => file,
    files: { ...options.files, ...createWorkspaceFiles(ids) },
    settings,
    keys,
    localServers: options.localServers ?? localServers,
    connections: openConnections({ keys, clock, settings: () => settings.get() }),
    replies,
    summaries,
    hub,
    log,
    clock,
    ids,
    secrets,
    changeSettings,
    undoSettings,
    async switchFile(path, access = 'write') {
      if (path === file && (readOnly !== null) === (access === 'read')) return { kind: 'opened', name: nameOf(file) }
      const next = openFile(path, access, ports)
      await stopAll()
      workspace.close()
      ;({ workspace, readOnly } = next)
      file = path
      hub.moveTo(workspace, nameOf(file))
      remember()
      log('info', 'file opened', { file: basename(path) })
      return { kind: 'opened', name: nameOf(file) }
    },
    async close() {
      warming[Symbol.dispose]()
      await stopAll()
      hub.close()
      workspace.close()
    },
  }
}

const maxRecent = 20
/** By then the page stands, and nobody has written yet. */
const warmAfterMs = 2_000
