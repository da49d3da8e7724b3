import { mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { uptime } from 'node:os'
import { dirname } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { isAlive } from './leave.mjs'
import { inRoot } from './root.mjs'
import { say } from './say.mjs'

/** Runs `work` while no other process of this folder runs its own: two starts at once install and build one after the other.
 * A lock whose holder is dead is taken over. @template T @param {() => Promise<T>} work @param {string} [path] @returns {Promise<T>} */
export async function alone(work, path = inRoot('out', '.lock')) {
  mkdirSync(dirname(path), { recursive: true })
  let told = false
  while (!take(path)) {
    if (isStale(path)) {
      breakLock(path)
      continue
    }
    if (!told) say('Another start is preparing this folder; waiting for it.')
    told = true
    await wait(200)
  }
  const free = () => rmSync(path, { force: true })
  process.once('exit', free)
  try {
    return await work()
  } finally {
    free()
    process.off('exit', free)
  }
}

/** @param {string} path */
function take(path) {
  try {
    writeFileSync(path, String(process.pid), { flag: 'wx' })
    return true
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code === 'EEXIST') return false
    throw error
  }
}

/** Its holder is gone, or it is from before the machine last started (process ids begin again then). @param {string} path */
export function isStale(path) {
  try {
    const { mtimeMs } = statSync(path)
    const holder = Number(readFileSync(path, 'utf8'))
    if (holder === 0) return Date.now() - mtimeMs > 2000 // made, but not yet written
    return !isAlive(holder) || mtimeMs < Date.now() - uptime() * 1000
  } catch {
    return false // freed meanwhile
  }
}

/** Of several that find a stale lock, one moves it away; the others' move finds nothing. @param {string} path */
function breakLock(path) {
  const aside = `${path}.${process.pid}`
  try {
    renameSync(path, aside)
    if (!isStale(aside)) renameSync(aside, path) // someone took it over in between: give it back
    else rmSync(aside, { force: true })
  } catch {
    // someone else was first
  }
}
