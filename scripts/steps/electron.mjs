import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { run } from './children.mjs'
import { inRoot } from './root.mjs'
import { say } from './say.mjs'

/** Its package is only read, never imported: importing it outside Electron starts a download that can't be interrupted. */
const folder = inRoot('node_modules', 'electron')
const probeMs = 5000
const downloadMs = 15 * 60_000

/** The binary where it is already here. @returns {string | null} */
export function findElectron() {
  try {
    const dist = process.env['ELECTRON_OVERRIDE_DIST_PATH'] ?? join(folder, 'dist')
    const binary = join(dist, readFileSync(join(folder, 'path.txt'), 'utf8'))
    const version = readFileSync(join(folder, 'dist', 'version'), 'utf8').trim().replace(/^v/, '')
    return version === electronVersion() && existsSync(binary) ? binary : null
  } catch {
    return null
  }
}

/** The binary, fetched where it can be; else why not. @param {string} node @returns {Promise<{ binary: string } | { why: string }>} */
export async function getElectron(node) {
  const here = findElectron()
  if (here !== null) return { binary: here }
  const version = electronVersion()
  if (process.env['ELECTRON_SKIP_BINARY_DOWNLOAD']) return { why: `Electron ${version} is not downloaded and ELECTRON_SKIP_BINARY_DOWNLOAD is set` }
  const obstacle = await probe(downloadUrl(version))
  if (obstacle !== null) return { why: `Electron ${version} is not downloaded and ${obstacle}` }
  say(`Downloading Electron ${version}, once (about 120 MB). "npm start -- --web" does without it.`)
  const code = await run(node, [join(folder, 'install.js')], { limitMs: downloadMs })
  const fetched = findElectron()
  return fetched === null ? { why: code === 124 ? 'the download of Electron took too long' : `the download of Electron failed (exit code ${code})` } : { binary: fetched }
}

export function electronVersion() {
  return String(JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')).version)
}

/** @param {string} version */
function downloadUrl(version) {
  const mirror = process.env['ELECTRON_MIRROR'] ?? process.env['npm_config_electron_mirror'] ?? 'https://github.com/electron/electron/releases/download/'
  return `${mirror}v${version}/electron-v${version}-${process.platform}-${process.arch}.zip`
}

/** install.js has no time limit of its own: a server that accepts and never answers would hold it for good. @param {string} url */
export async function probe(url, limitMs = probeMs) {
  const { host } = new URL(url)
  try {
    const { ok, status } = await fetch(url, { method: 'HEAD', signal: AbortSignal.timeout(limitMs) })
    return ok ? null : `${host} answered ${status}`
  } catch (error) {
    const { name, cause } = /** @type {Error & { cause?: { code?: string } }} */ (error)
    return name === 'TimeoutError' ? `${host} did not answer within ${limitMs / 1000} s` : `${host} cannot be reached (${cause?.code ?? name})`
  }
}
