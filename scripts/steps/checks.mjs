import { availableParallelism } from 'node:os'
import { build } from './build.mjs'
import { capture } from './children.mjs'
import { one } from './count.mjs'
import { alone } from './lock.mjs'
import { plainWhereUnwatched } from './report.mjs'
import { inRoot } from './root.mjs'
import { head, say } from './say.mjs'

export const layers = ['core', 'main', 'preload', 'renderer', 'test', 'bench', 'scripts']
const limitMs = 5 * 60_000

/** Type-checks every layer against its own tsconfig. @param {string} node */
export async function checkTypes(node) {
  const queue = [...layers]
  /** @type {string[]} */
  const problems = []
  const worker = async () => {
    for (let layer = queue.shift(); layer !== undefined; layer = queue.shift()) {
      const { code, text } = await capture(node, [inRoot('node_modules', 'typescript', 'bin', 'tsc'), '-p', layer, '--pretty', 'false'], { limitMs })
      if (code !== 0) problems.push(`${layer}:\n${head(text)}`)
    }
  }
  await Promise.all(Array.from({ length: Math.min(2, availableParallelism()) }, worker))
  problems.forEach(say)
  return one(problems.length === 0)
}

/** Lints, with the layer rules and the rules that need types. @param {string} node */
export async function checkLint(node) {
  const { code, text } = await capture(node, [inRoot('node_modules', 'oxlint', 'bin', 'oxlint'), '--type-aware', ...layers], { limitMs, env: plainWhereUnwatched() })
  if (code !== 0) say(head(text))
  return one(code === 0)
}

/** Builds the three bundles anew. @param {string} node */
export async function checkBuild(node) {
  return one((await alone(() => build(node, { always: true, logLevel: 'warn' }))) === 0)
}
