import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { run } from './children.mjs'
import { inRoot, root } from './root.mjs'

const sources = ['core', 'main', 'preload', 'renderer', 'package.json', 'package-lock.json', 'tsconfig.json', 'electron.vite.config.ts']
const results = ['out/main/electron.js', 'out/main/web.js', 'out/preload/index.cjs', 'out/renderer/index.html']

/** Builds `out/` unless it is what these sources give already. Returns the exit code of the build.
 * @param {string} node @param {{ always?: boolean, logLevel?: 'error' | 'warn' }} [options] */
export async function build(node, { always = false, logLevel = 'error' } = {}) {
  const now = fingerprint()
  if (!always && isFresh(now)) return 0
  const code = await run(node, [inRoot('node_modules', 'electron-vite', 'bin', 'electron-vite.js'), 'build', '--logLevel', logLevel])
  if (code === 0) writeFileSync(stampPath(), now)
  return code
}

/** Stands for every source file's path, size and time: changes when one is edited, added or removed. */
export function fingerprint(folder = root, paths = sources) {
  const hash = createHash('sha256')
  for (const path of paths) for (const line of facts(folder, path)) hash.update(line)
  return hash.digest('hex')
}

/** @param {string} folder @param {string} path @returns {string[]} */
function facts(folder, path) {
  const stat = statSync(join(folder, path), { throwIfNoEntry: false })
  if (stat === undefined) return []
  if (!stat.isDirectory()) return [`${path} ${stat.size} ${stat.mtimeMs}\n`]
  return readdirSync(join(folder, path)).toSorted().flatMap((name) => facts(folder, `${path}/${name}`))
}

/** @param {string} now */
function isFresh(now) {
  return results.every((path) => existsSync(inRoot(path))) && existsSync(stampPath()) && readFileSync(stampPath(), 'utf8') === now
}

const stampPath = () => inRoot('out', '.built')
