import { expect, test } from 'vitest'
import { pickStages, runStages } from '../../scripts/steps/stages.mjs'

const stage = (name: string, count = { passed: 1, failed: 0, skipped: 0 }) => ({ name, says: `checks ${name}`, run: async () => count })
const stages = [stage('types'), stage('unit'), stage('e2e')]
const names = (picked: ReturnType<typeof pickStages>) => (typeof picked === 'string' ? picked : picked.map(({ name }) => name))

test.each([
  [[], ['types', 'unit', 'e2e']],
  [['e2e', 'types'], ['types', 'e2e']],
  [['e2f'], 'There is no stage "e2f". Stages: types, unit, e2e'],
])('npm test -- %j', (words, picked) => {
  expect(names(pickStages(stages, words))).toEqual(picked)
})

test('a stage that fails stops none after it; the last line counts all', async () => {
  const lines: string[] = []
  const code = await runStages([stage('lint', { passed: 0, failed: 1, skipped: 0 }), stage('unit', { passed: 9, failed: 0, skipped: 2 })], 'node', (line) => lines.push(line))
  const shown = lines.map((line) => line.replace(/\d+\.\d s/, '# s'))
  expect({ code, shown }).toEqual({
    code: 1,
    shown: ['\n== lint: checks lint', '\n== unit: checks unit', '', 'lint   1 of 1 FAILED (# s)', 'unit   all 9 good, 2 skipped (# s)', '9 passed, 1 failed, 2 skipped'],
  })
})
