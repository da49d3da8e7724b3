import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { inRoot, isWindows } from './root.mjs'
import { giveUp } from './say.mjs'

/** What SQLite's driver needs: an older Node ends with a segmentation fault when it loads it. */
const wanted = 24

/** A Node that runs the app: the one among the packages, else the machine's own where it is new enough. Ends with a sentence where there is none. */
export function findNode() {
  return chooseNode(candidates(), versionOf) ?? giveUp(noNode(process.versions.node))
}

/** The first that is there, runs, and is new enough. @param {readonly string[]} paths @param {(path: string) => string | null} version */
export function chooseNode(paths, version) {
  return paths.find((path) => Number(version(path)?.split('.')[0]) >= wanted) ?? null
}

function candidates() {
  const folder = inRoot('node_modules', `node-${isWindows ? 'win' : process.platform}-${process.arch}`, 'bin')
  return [`${folder}/node${isWindows ? '.exe' : ''}`, process.execPath, 'node']
}

/** @param {string} path */
function versionOf(path) {
  if (path === process.execPath) return process.versions.node
  if (path !== 'node' && !existsSync(path)) return null
  const { stdout } = spawnSync(path, ['-p', 'process.versions.node'], { encoding: 'utf8', timeout: 20_000 })
  return stdout?.trim() || null // there, but made for another C library: it says nothing
}

/** @param {string} have */
const noNode = (have) =>
  `Tract Studio runs on Node ${wanted}. This machine has Node ${have}, and the package node-${isWindows ? 'win' : process.platform}-${process.arch} ` +
  `that would bring it is not there (npm has none for this kind of machine, or optional packages are switched off). Install Node ${wanted} from https://nodejs.org and run this again.`
