import { describe, expect, test } from 'vitest'
import { countPlaywright, countVitest, sum, summary, withExitCode } from '../../scripts/steps/count.mjs'

const good = { status: 'passed', assertionResults: [{ status: 'passed' }] }
const bad = { status: 'failed', assertionResults: [{ status: 'failed' }] }
const broken = { status: 'failed', assertionResults: [] }

describe('counting', () => {
  test('vitest: skipped and todo are skipped, a file that broke before its first test failed', () => {
    const report = { numPassedTests: 7, numFailedTests: 1, numPendingTests: 2, numTodoTests: 1, testResults: [good, bad, broken] }
    expect(countVitest(report)).toEqual({ passed: 7, failed: 2, skipped: 3 })
  })

  test('playwright: flaky and errors outside tests failed', () => {
    expect(countPlaywright({ stats: { expected: 5, unexpected: 1, flaky: 1, skipped: 2 }, errors: [{}] })).toEqual({ passed: 5, failed: 3, skipped: 2 })
  })

  test.each([
    ['no report at all', null, 1, { passed: 0, failed: 1, skipped: 0 }],
    ['all passed, yet it ended badly', { passed: 5, failed: 0, skipped: 1 }, 1, { passed: 5, failed: 1, skipped: 1 }],
    ['nothing ran', { passed: 0, failed: 0, skipped: 4 }, 0, { passed: 0, failed: 1, skipped: 4 }],
    ['failures are not counted twice', { passed: 5, failed: 2, skipped: 0 }, 1, { passed: 5, failed: 2, skipped: 0 }],
    ['all well', { passed: 5, failed: 0, skipped: 0 }, 0, { passed: 5, failed: 0, skipped: 0 }],
  ])('%s', (_, count, code, result) => {
    expect(withExitCode(count, code)).toEqual(result)
  })

  test('the last line names skipped only where there are some', () => {
    const counts = [{ passed: 3, failed: 0, skipped: 0 }, { passed: 4, failed: 1, skipped: 2 }]
    expect([summary(sum(counts)), summary(sum(counts.slice(0, 1)))]).toEqual(['7 passed, 1 failed, 2 skipped', '3 passed, 0 failed'])
  })
})
