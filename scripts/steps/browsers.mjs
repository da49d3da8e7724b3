import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { delimiter, join } from 'node:path'
import { inRoot } from './root.mjs'

const onPath = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge', 'microsoft-edge-stable', 'brave-browser']
const onMac = ['Google Chrome', 'Chromium', 'Microsoft Edge', 'Brave Browser'].map((name) => `/Applications/${name}.app/Contents/MacOS/${name}`)
const onWindows = ['Google\\Chrome\\Application\\chrome.exe', 'Microsoft\\Edge\\Application\\msedge.exe', 'Chromium\\Application\\chrome.exe']

/** Browsers of Chromium's family on this machine, best first. $CHROMIUM_PATH, where set, is the only one. */
export function listChromiums(env = process.env, platform = process.platform) {
  const asked = env['CHROMIUM_PATH']
  if (asked) return [asked].filter((path) => existsSync(path))
  if (platform === 'darwin') return onMac.filter((path) => existsSync(path))
  if (platform === 'win32') return windowsFolders(env).flatMap((folder) => onWindows.map((path) => join(folder, path))).filter((path) => existsSync(path))
  const folders = [...(env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== ''), '/usr/bin', '/snap/bin']
  return [...new Set(onPath.flatMap((name) => folders.map((folder) => join(folder, name))))].filter((path) => existsSync(path))
}

/** The first that starts: a stub without its package, or one whose libraries are missing, doesn't. */
export function findChromium() {
  return listChromiums().find(starts) ?? null
}

/** The one Playwright downloaded earlier, if there is one that starts. */
export function findPlaywrightChromium() {
  try {
    const path = createRequire(inRoot('package.json'))('playwright-core').chromium.executablePath()
    return existsSync(path) && starts(path) ? path : null
  } catch {
    return null
  }
}

/** @param {string} path */
function starts(path) {
  if (process.platform === 'win32') return true // there it opens a window instead of telling its version
  return spawnSync(path, ['--version'], { stdio: 'ignore', timeout: 20_000 }).status === 0
}

/** @param {NodeJS.ProcessEnv} env */
const windowsFolders = (env) => ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].flatMap((name) => env[name] ?? [])
