import { sum, summary } from './count.mjs'
import { say } from './say.mjs'

/**
 * @typedef {import('./count.mjs').Count} Count
 * @typedef {{ name: string, says: string, run: (node: string) => Promise<Count> }} Stage
 */

/** Runs every stage, also after one that failed, says how each went, and ends with one line for all. Returns the exit code.
 * @param {readonly Stage[]} stages @param {string} node @param {(line: string) => void} [tell] */
export async function runStages(stages, node, tell = say) {
  /** @type {{ name: string, count: Count, seconds: number }[]} */
  const results = []
  for (const { name, says, run } of stages) {
    tell(`\n== ${name}: ${says}`)
    const began = performance.now()
    const count = await run(node)
    results.push({ name, count, seconds: (performance.now() - began) / 1000 })
  }
  const all = sum(results.map(({ count }) => count))
  tell('')
  for (const result of results) tell(line(result))
  tell(summary(all))
  return all.failed === 0 ? 0 : 1
}

/** @param {{ name: string, count: Count, seconds: number }} result */
function line({ name, count, seconds }) {
  const { passed, failed, skipped } = count
  const parts = [failed > 0 ? `${failed} of ${passed + failed} FAILED` : `all ${passed} good`, ...(skipped > 0 ? [`${skipped} skipped`] : [])]
  return `${name.padEnd(6)} ${parts.join(', ')} (${seconds.toFixed(1)} s)`
}

/** The stages a person named, in their usual order; all of them where none was named.
 * @param {readonly Stage[]} stages @param {readonly string[]} names @returns {readonly Stage[] | string} or what is wrong */
export function pickStages(stages, names) {
  const unknown = names.find((name) => !stages.some((stage) => stage.name === name))
  if (unknown !== undefined) return `There is no stage "${unknown}". Stages: ${stages.map(({ name }) => name).join(', ')}`
  return names.length === 0 ? stages : stages.filter(({ name }) => names.includes(name))
}
