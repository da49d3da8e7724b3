import { readFileSync } from 'node:fs'
import { join, matchesGlob } from 'node:path'
import { describe, expect, test } from 'vitest'
import { allowed, violations } from './layerRows.ts'
import { lintFiles } from './lintFolder.ts'

const layers = readLayers()
const findings = lintFiles([...violations, ...allowed])
const of = (path: string) => findings.filter((finding) => finding.path === path)

describe('what a layer may not import', () => {
  test.each(violations)('$path: $says', ({ path, says }) => {
    expect(of(path)).toEqual([{ path, rule: 'eslint(no-restricted-imports)', says }])
  })
})

describe('what a layer may import', () => {
  test.each(allowed)('$path', ({ path }) => {
    expect(of(path)).toEqual([])
  })
})

test('every layer rule of the configuration is broken by a row here', () => {
  const broken = violations.map(({ path, says }) => `${layerOf(path)}: ${says}`)
  const rules = layers.flatMap(({ name, says }) => says.map((words) => `${name}: ${words}`))
  expect(new Set(broken)).toEqual(new Set(rules))
})

type Override = { readonly files: readonly string[]; readonly rules: { readonly 'no-restricted-imports'?: readonly [string, { readonly patterns: readonly { readonly message: string }[] }] } }
type Layer = { readonly name: string; readonly files: readonly string[]; readonly says: readonly string[] }

function readLayers(): readonly Layer[] {
  const text = readFileSync(join(import.meta.dirname, '../../.oxlintrc.json'), 'utf8').replaceAll(/^ *\/\/.*$/gm, '')
  const { overrides } = JSON.parse(text) as { readonly overrides: readonly Override[] }
  return overrides.flatMap(({ files, rules: { 'no-restricted-imports': rule } }) => (rule ? [{ name: files.join(' '), files, says: rule[1].patterns.map(({ message }) => message) }] : []))
}

/** The last override that names a file is the one that counts. */
function layerOf(path: string): string | undefined {
  return layers.findLast(({ files }) => files.some((glob) => matchesGlob(path, glob)))?.name
}
