import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { endTree, launch } from './children.mjs'
import { inRoot, isRoot } from './root.mjs'

const quiet = ['--no-first-run', '--no-default-browser-check', '--disable-background-networking', '--window-size=1300,850']
const asRoot = ['--no-sandbox', '--test-type'] // without --test-type a warning bar pushes the page down

/** Opens the address in a window without tabs. `closed` gives the browser's exit code.
 * @param {string} browser @param {string} url @returns {{ closed: Promise<number>, close: () => void }} */
export function openWindow(browser, url) {
  mkdirSync(inRoot('out'), { recursive: true })
  const profile = mkdtempSync(inRoot('out', 'window-')) // its own: closing our window then ends our browser, and no other
  const forget = () => rmSync(profile, { recursive: true, force: true, maxRetries: 5 })
  process.once('exit', forget)
  const { child, ended } = launch(browser, [`--app=${writeDoor(profile, url)}`, `--user-data-dir=${profile}`, ...quiet, ...(isRoot ? asRoot : [])], { stdio: 'ignore' })
  const closed = ended.then(({ code }) => {
    forget()
    process.off('exit', forget)
    return code ?? 1
  })
  return { closed, close: () => endTree(child, 'SIGTERM') }
}

/** The address holds the key to the app, and every user of the machine can read command lines: so it goes through a file that only its owner can read.
 * @param {string} folder @param {string} url */
function writeDoor(folder, url) {
  const path = join(folder, 'open.html')
  writeFileSync(path, `<!doctype html><meta charset="utf-8"><title>Tract Studio</title><script>location.replace(${JSON.stringify(url)})</script>`, { mode: 0o600 })
  return pathToFileURL(path).href
}

/** Opens the address in the default browser, which is the person's own and outlives us. Returns whether that worked. @param {string} url @returns {Promise<boolean>} */
export function openTab(url) {
  const [command = '', ...args] = tabCommands[process.platform] ?? ['xdg-open']
  return new Promise((resolve) => {
    const opener = spawn(command, [...args, url], { stdio: 'ignore', detached: true })
    opener.once('error', () => resolve(false))
    opener.once('exit', (code) => resolve(code === 0))
    setTimeout(() => resolve(true), 3000).unref() // some openers stay as long as the browser does
    opener.unref()
  })
}

/** @type {Partial<Record<NodeJS.Platform, string[]>>} */
const tabCommands = { darwin: ['open'], win32: ['rundll32', 'url.dll,FileProtocolHandler'] }
