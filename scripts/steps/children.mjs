import { spawn, spawnSync } from 'node:child_process'
import { setTimeout as wait } from 'node:timers/promises'
import { stripVTControlCharacters } from 'node:util'
import { isWindows, root } from './root.mjs'

/**
 * @typedef {import('node:child_process').ChildProcess} Child
 * @typedef {{ code: number | null, signal: NodeJS.Signals | null, error?: Error }} Ending
 * @typedef {{ child: Child, ended: Promise<Ending> }} Launched
 */

/** What is running now. Each child leads a process group of its own, so a whole tree ends at once. @type {Set<Launched>} */
const running = new Set()
let leaving = false
process.on('exit', () => running.forEach(({ child }) => endTree(child, 'SIGKILL')))

/** Starts a program in its own process group. It ends with us, whatever ends us (except SIGKILL: there the child must watch its parent).
 * Once we are leaving, `ended` never resolves: nobody takes a child that we ended for one that failed, and starts the next.
 * @param {string} command @param {string[]} args @param {import('node:child_process').SpawnOptions} [options] @returns {Launched} */
export function launch(command, args, options = {}) {
  const child = spawn(command, args, { cwd: root, stdio: 'inherit', windowsHide: true, ...options, detached: !isWindows })
  /** @type {Promise<Ending>} */
  const gone = new Promise((resolve) => {
    child.once('error', (error) => resolve({ code: 127, signal: null, error }))
    child.once('exit', (code, signal) => resolve({ code, signal }))
  })
  const launched = { child, ended: gone }
  running.add(launched)
  const ended = gone.then((ending) => {
    endTree(child, 'SIGKILL') // what it left behind
    running.delete(launched)
    return leaving ? forever : ending
  })
  return { child, ended }
}
/** @type {Promise<never>} */
const forever = new Promise(() => {})

/** Starts a program and waits for its end; over `limitMs` it is killed and the exit code is 124.
 * @param {string} command @param {string[]} args @param {import('node:child_process').SpawnOptions & { limitMs?: number }} [options] @returns {Promise<number>} */
export async function run(command, args, { limitMs, ...options } = {}) {
  const { child, ended } = launch(command, args, options)
  let late = false
  const timer = limitMs === undefined ? undefined : setTimeout(() => { late = true; endTree(child, 'SIGKILL') }, limitMs)
  const { code } = await ended
  clearTimeout(timer)
  return late ? 124 : (code ?? 1)
}

/** The same, and keeps what it wrote instead of showing it.
 * @param {string} command @param {string[]} args @param {import('node:child_process').SpawnOptions & { limitMs?: number }} [options] @returns {Promise<{ code: number, text: string }>} */
export async function capture(command, args, { limitMs, ...options } = {}) {
  const { child, ended } = launch(command, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] })
  let text = ''
  child.stdout?.setEncoding('utf8').on('data', (part) => { text += part })
  child.stderr?.setEncoding('utf8').on('data', (part) => { text += part })
  const timer = limitMs === undefined ? undefined : setTimeout(() => endTree(child, 'SIGKILL'), limitMs)
  const closed = new Promise((resolve) => child.once('close', resolve))
  const { code, error } = await ended
  if (!error) await closed
  clearTimeout(timer)
  return { code: code ?? 1, text: error ? `${error.message}\n` : stripVTControlCharacters(text) } // some colour all they write where CI is set
}

/** Asks every child to end, and kills what is still there after `graceMs`. */
export async function endAll(graceMs = 5000) {
  leaving = true
  const all = [...running]
  all.forEach(({ child }) => endTree(child, 'SIGTERM'))
  await Promise.race([Promise.all(all.map(({ ended }) => ended)), wait(graceMs, undefined, { ref: false })])
  all.forEach(({ child }) => endTree(child, 'SIGKILL'))
}

/** @param {Child} child @param {NodeJS.Signals} signal */
export function endTree(child, signal) {
  if (child.pid === undefined) return
  if (isWindows) {
    if (child.exitCode === null) spawnSync('taskkill', ['/pid', String(child.pid), '/T', '/F'], { stdio: 'ignore' })
    return
  }
  try {
    process.kill(-child.pid, signal)
  } catch {
    // the whole group is gone already
  }
}
