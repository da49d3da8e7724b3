/** @typedef {{ passed: number, failed: number, skipped: number }} Count */

/** @type {Count} */
export const nothing = { passed: 0, failed: 0, skipped: 0 }

/** A check that is not made of tests counts as one. @param {boolean} ok @returns {Count} */
export const one = (ok) => ({ ...nothing, [ok ? 'passed' : 'failed']: 1 })

/** @param {readonly Count[]} counts @returns {Count} */
export function sum(counts) {
  return counts.reduce((all, next) => ({ passed: all.passed + next.passed, failed: all.failed + next.failed, skipped: all.skipped + next.skipped }), nothing)
}

/** @param {Count} count */
export const summary = ({ passed, failed, skipped }) => `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`

/** Counts vitest's JSON report. A file that broke before its first test counts as one failure.
 * @param {{ numPassedTests: number, numFailedTests: number, numPendingTests: number, numTodoTests: number, testResults: readonly { status: string, assertionResults: readonly { status: string }[] }[] }} report @returns {Count} */
export function countVitest(report) {
  const broken = report.testResults.filter((file) => file.status === 'failed' && !file.assertionResults.some((test) => test.status === 'failed'))
  return { passed: report.numPassedTests, failed: report.numFailedTests + broken.length, skipped: report.numPendingTests + report.numTodoTests }
}

/** Counts Playwright's JSON report. What only passed at a second try failed; an error outside a test counts as one failure.
 * @param {{ stats: { expected: number, unexpected: number, flaky: number, skipped: number }, errors: readonly unknown[] }} report @returns {Count} */
export function countPlaywright({ stats, errors }) {
  return { passed: stats.expected, failed: stats.unexpected + stats.flaky + errors.length, skipped: stats.skipped }
}

/** A run that ended badly has failed, whatever its report says: without one, or with an error outside the tests.
 * @param {Count | null} count @param {number} code exit code of the run @returns {Count} */
export function withExitCode(count, code) {
  if (count === null) return one(false)
  if (count.failed === 0 && (code !== 0 || count.passed === 0)) return { ...count, failed: 1 }
  return count
}
