import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { run } from './children.mjs'
import { isWindows, root } from './root.mjs'
import { giveUp, say } from './say.mjs'

/** Installs with `npm ci`, only when there is a reason to: nothing there, half of it gone, another machine's, or the lock file changed. */
export async function install(folder = root) {
  const reason = whyInstall(folder)
  if (reason !== null) {
    say(`Installing the packages with npm ci, because ${reason}. This takes about half a minute.`)
    const code = await npm(['ci', '--include=dev', '--include=optional', '--no-audit', '--no-fund', '--loglevel=error'])
    if (code !== 0) giveUp(`npm ci ended with ${code}: the packages are not installed. Is the network there? Its own words are above.`)
  }
  writeFileSync(stampPath(folder), stamp(folder))
}

/** Runs npm: the one that started us where there is one. @param {string[]} args @param {Parameters<typeof run>[2]} [options] */
export function npm(args, options) {
  const own = process.env['npm_execpath']
  if (own?.endsWith('.js') && existsSync(own)) return run(process.env['npm_node_execpath'] ?? process.execPath, [own, ...args], options)
  return run(isWindows ? 'npm.cmd' : 'npm', args, { shell: isWindows, ...options })
}

/** Why an installation is needed, in words; null where it isn't. @param {string} folder */
export function whyInstall(folder) {
  const installed = readPackages(join(folder, 'node_modules', '.package-lock.json')) // npm writes it last
  if (installed === null) return 'they are not here yet'
  const old = readOrNull(stampPath(folder))
  if (old !== null && old !== stamp(folder)) return old.split(' ')[0] === stamp(folder).split(' ')[0] ? 'they are those of another machine' : 'package-lock.json changed'
  if (old === null && !holdsAll(folder, installed)) return 'they are not those of package-lock.json'
  const missing = Object.keys(installed).find((path) => !existsSync(join(folder, path, 'package.json')))
  return missing === undefined ? null : `${missing} is missing`
}

/** Somebody ran npm by hand: is it what the lock file says? @param {string} folder @param {Packages} installed */
function holdsAll(folder, installed) {
  const locked = readPackages(join(folder, 'package-lock.json')) ?? {}
  return Object.entries(locked).every(([path, wanted]) => path === '' || wanted.optional || installed[path]?.version === wanted.version)
}

/** Nothing here is compiled for the Node of the machine, so its version is no part of the stamp. @param {string} folder */
function stamp(folder) {
  const lock = createHash('sha256').update(readFileSync(join(folder, 'package-lock.json'))).digest('hex')
  return `${lock} ${process.platform}-${process.arch}`
}

/** @param {string} folder */
const stampPath = (folder) => join(folder, 'node_modules', '.tract-studio-installed')

/** @typedef {Record<string, { version?: string, optional?: boolean }>} Packages */
/** @param {string} path @returns {Packages | null} */
function readPackages(path) {
  const text = readOrNull(path)
  if (text === null) return null
  try {
    return JSON.parse(text).packages ?? null
  } catch {
    return null // cut off while it was written
  }
}

/** @param {string} path */
function readOrNull(path) {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return null
  }
}
