import { describe, expect, test } from 'vitest'
import { lintFiles } from './lintFolder.ts'

const rows = [
  { path: 'core/history/long.ts', source: `${'// a line\n'.repeat(301)}export const last = 1\n`, rule: 'eslint(max-lines)' },
  { path: 'core/history/rows.ts', source: 'export const all = (db: { transaction(body: () => void): void }) => db.transaction(() => {})\n', rule: 'eslint(no-restricted-properties)' },
  { path: 'core/history/lost.ts', source: 'const save = async () => 1\nexport const go = () => {\n  save()\n}\n', rule: 'typescript(no-floating-promises)' },
  { path: 'core/history/misused.ts', source: 'export const go = (each: (run: () => void) => void) => each(async () => {})\n', rule: 'typescript(no-misused-promises)' },
  {
    path: 'core/history/kinds.ts',
    source: "export function words(kind: 'a' | 'b'): string {\n  switch (kind) {\n    case 'a':\n      return 'A'\n  }\n  return ''\n}\n",
    rule: 'typescript(switch-exhaustiveness-check)',
  },
  { path: 'core/history/one.ts', source: "import { two } from './two.ts'\nexport const one = () => two\n", rule: 'import(no-cycle)' },
  { path: 'core/history/two.ts', source: "import { one } from './one.ts'\nexport const two = () => one\n", rule: 'import(no-cycle)' },
]
const quiet = [
  { path: 'core/history/short.ts', source: `${'// a line\n'.repeat(299)}export const last = 1\n` },
  { path: 'core/store/open.ts', source: 'export const all = (db: { transaction(body: () => void): void }) => db.transaction(() => {})\n' },
  { path: 'test/long.ts', source: `${'// a line\n'.repeat(301)}export const last = 1\n` },
]
const findings = lintFiles([...rows, ...quiet])

describe('a file that breaks a rule', () => {
  test.each(rows)('$path: $rule', ({ path, rule }) => {
    expect(findings.filter((finding) => finding.path === path).map((finding) => finding.rule)).toEqual([rule])
  })
})

test('files that break none', () => {
  expect(findings.filter(({ path }) => quiet.some((file) => file.path === path))).toEqual([])
})
