import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { inRoot } from './root.mjs'

/** Where a test run puts what it counted. Takes away an older report, so that none is read twice. @param {string} name */
export function reportPath(name) {
  mkdirSync(inRoot('out', 'test'), { recursive: true })
  const path = inRoot('out', 'test', name)
  rmSync(path, { force: true })
  return path
}

/** @param {string} path @returns {any} null where the run never got to write it */
export function readReport(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'))
  } catch {
    return null
  }
}

/** For what we start: no colours and no moving lines where nobody watches. */
export function plainWhereUnwatched(env = process.env, isTerminal = process.stdout.isTTY) {
  if (isTerminal && !env['CI']) return env
  const { FORCE_COLOR: _, ...rest } = env // some tools take even FORCE_COLOR=0 for a yes
  return { ...rest, NO_COLOR: '1' }
}
