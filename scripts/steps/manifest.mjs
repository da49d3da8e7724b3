import { readFileSync } from 'node:fs'
import { one } from './count.mjs'
import { npm } from './install.mjs'
import { inRoot } from './root.mjs'
import { say } from './say.mjs'

/** Does the lock file say the same as package.json, for every platform? `npm ci` refuses one that doesn't, on someone else's machine. */
export async function checkLock() {
  return one((await npm(['ci', '--dry-run', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'], { stdio: ['ignore', 'ignore', 'inherit'] })) === 0)
}

/** Is every version in package.json one exact version? */
export async function checkVersions() {
  const loose = findLoose(JSON.parse(readFileSync(inRoot('package.json'), 'utf8')))
  if (loose.length > 0) say(`package.json names no exact version for ${loose.join(', ')}`)
  return one(loose.length === 0)
}

/** @param {{ dependencies?: Record<string, string>, devDependencies?: Record<string, string>, optionalDependencies?: Record<string, string> }} manifest */
export function findLoose({ dependencies, devDependencies, optionalDependencies }) {
  const all = Object.entries({ ...dependencies, ...devDependencies, ...optionalDependencies })
  return all.filter(([, version]) => !/^\d+\.\d+\.\d+(-[0-9A-Za-z.-]+)?$/.test(version)).map(([name, version]) => `${name} (${version})`)
}
