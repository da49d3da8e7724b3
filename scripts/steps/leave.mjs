import { readFileSync } from 'node:fs'
import { endAll } from './children.mjs'

/** @typedef {'SIGINT' | 'SIGTERM' | 'SIGHUP' | 'parent'} Cause */

const exitCodes = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129, parent: 143 }

/** From here on a signal, or the end of the process that started us, ends all children and then us. A second signal doesn't wait for them.
 * npm passes signals on to nobody, so a killed npm is noticed by looking at who our parent is.
 * @param {Partial<Record<Cause, number>>} [codes] exit codes that differ from the usual ones */
export function leaveWhenAsked(codes = {}) {
  let leaving = false
  /** @param {Cause} cause */
  const leave = async (cause) => {
    const code = codes[cause] ?? exitCodes[cause]
    if (leaving) process.exit(code)
    leaving = true
    await endAll()
    process.exit(code)
  }
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) process.on(signal, () => void leave(signal))
  const isOrphan = parentWatch()
  setInterval(() => { if (!leaving && isOrphan()) void leave('parent') }, 300).unref()
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {}) // the terminal may be gone before we are
}

/** A question to ask again and again: has who started us gone? */
function parentWatch() {
  const parent = process.ppid
  const grandparent = shellParent(parent)
  return () => process.ppid !== parent || !isAlive(parent) || (grandparent !== undefined && parentOf(parent) !== grandparent)
}

/** npm starts scripts through a shell. Most shells become the script; where one stays in between, npm is the parent of that one.
 * @param {number} parent */
function shellParent(parent) {
  if (process.env['npm_lifecycle_event'] === undefined) return undefined
  try {
    return /^(ba|da|z|k|a)?sh$/.test(readFileSync(`/proc/${parent}/comm`, 'utf8').trim()) ? parentOf(parent) : undefined
  } catch {
    return undefined // no /proc: not Linux
  }
}

/** @param {number} pid */
function parentOf(pid) {
  try {
    return Number(/^PPid:\s*(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1])
  } catch {
    return undefined
  }
}

/** @param {number} pid */
export function isAlive(pid) {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return /** @type {NodeJS.ErrnoException} */ (error).code === 'EPERM'
  }
}
